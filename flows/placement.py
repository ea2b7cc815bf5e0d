"""Placement: how far is this learner? Adaptive, explained after each answer, left and taken up at any time."""

from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from content.marking import Mark
from flows import challenge, profile, scope
from flows.adaptive.estimation import AXES
from flows.adaptive.levels import CUTS
from flows.adaptive.selection import most_informative
from flows.adaptive.stopping import enough
from flows.learner import Asking, Home, Learner, Pausing, Placing, Told
from flows.messages import Button, Reply, Rows, Say, Timer
from flows.steps import Step
from flows.wording import Text, _, paragraphs
from flows.world import World

IDLE = timedelta(days=7)  # a sitting ends after so long without an answer
TIMER = "sitting"
_START_LEVEL, _REACH = 2, 2  # first challenges at level 2; never more than two above the estimate
_CHECKPOINTS = (7, 17, 30, 40)
_LENGTHS = {"all": (30, 48), "domain": (12, 20), "competence": (5, 8)}  # about, at most


def start(learner: Learner, about: str, world: World, opening: Text = "") -> Step:
    """A new sitting."""
    sitting = Placing(scope=about, moment=Pausing())
    timer = Timer(TIMER, world.now + IDLE)
    step = _next(learner.model_copy(update={"parked": None}), sitting, world, opening)
    return Step(step.learner, step.replies, (timer, *step.timers))


def resume(learner: Learner, sitting: Placing, world: World) -> Step:
    """Where the sitting was left."""
    held = learner.model_copy(update={"flow": sitting, "parked": None})
    match sitting.moment:
        case Asking(prompt=prompt):
            return Step(held, (challenge.question(prompt, _heading(sitting)),))
        case Told() | Pausing():
            return go_on(held, sitting, world)


def answer(learner: Learner, sitting: Placing, asking: Asking, given: Mark | None, world: World) -> Step:
    """An answer, or "I don't know" (None)."""
    graded = challenge.grade(learner, asking.prompt, given, "placement", world)
    changed = sitting.model_copy(update={"moment": graded.told, "answered": sitting.answered + 1})
    return Step(graded.learner.model_copy(update={"flow": changed}), graded.replies, responses=(graded.response,))


def go_on(learner: Learner, sitting: Placing, world: World) -> Step:
    """After an explanation: a word on how far, the result, or the next challenge."""
    if _finished(learner, sitting, world):
        return finish(learner, sitting, world)
    if isinstance(sitting.moment, Told) and sitting.answered in _CHECKPOINTS and not sitting.moment.undone:
        paused = sitting.model_copy(update={"moment": Pausing()})
        return Step(learner.model_copy(update={"flow": paused}), (_so_far(learner, sitting, world),))
    return _next(learner, sitting, world)


def undo(learner: Learner, sitting: Placing, told: Told, world: World) -> Step:
    changed, prompt, response = challenge.undo(learner, told, "placement", world)
    again = sitting.model_copy(update={"moment": Asking(prompt=prompt), "answered": sitting.answered - 1})
    say = challenge.question(prompt, _("Your answer is taken back and does not count. The same challenge once more:"))
    return Step(changed.model_copy(update={"flow": again}), (say,), responses=(response,))


def finish(learner: Learner, sitting: Placing, world: World) -> Step:
    """The result: the profile, and what to do next."""
    home = learner.model_copy(update={"flow": Home(), "parked": None})
    say = Say(_("That is enough for now: I have a good idea of where you stand. Here is your profile."))
    if not sitting.answered:
        say = Say(_("You have already met every challenge I have here. Practice brings them back with other values."))
    return Step(home, (say, *profile.show(home, world)), (Timer(TIMER, None),))


def _next(learner: Learner, sitting: Placing, world: World, opening: Text = "") -> Step:
    allowed = _allowed(learner, sitting, world)
    if not len(allowed):
        return finish(learner, sitting, world)
    at = most_informative(world.table, allowed, learner.belief, world.rng("item"))
    met, prompt = challenge.draw(learner, at, world)
    asked = sitting.model_copy(
        update={"moment": Asking(prompt=prompt), "families": (*sitting.families, prompt.variant.family)}
    )
    heading = paragraphs(opening, _heading(asked)) if opening else _heading(asked)
    return Step(met.model_copy(update={"flow": asked}), (challenge.question(prompt, heading),))


def _allowed(learner: Learner, sitting: Placing, world: World) -> NDArray[np.intp]:
    """Items not met of late, one a rung in a sitting, not far above what is known."""
    table = world.table
    here = scope.positions(sitting.scope, world.library)
    if learner.answered:
        reach = np.maximum(_START_LEVEL, np.searchsorted(CUTS, learner.belief.mean, side="right") + _REACH)
    else:
        reach = np.full(AXES, _START_LEVEL)
    since, place = world.day - challenge.REST_DAYS, table.position
    resting = [place[family] for family, met in learner.met.items() if met.day > since and family in place]
    asked = [place[family] for family in sitting.families if family in place]
    closed = np.zeros(len(table), dtype=np.bool_)  # by rung
    closed[table.rung[asked]] = True
    free = ~closed[table.rung]
    free[resting] = False
    fresh = here[free[here]]
    within = fresh[table.level[fresh] <= reach[table.competence[fresh]]]
    return within if len(within) else fresh


def _kind(about: str) -> str:
    return "all" if not about else "competence" if "." in about else "domain"


def _finished(learner: Learner, sitting: Placing, world: World) -> bool:
    least, most = _LENGTHS[_kind(sitting.scope)]
    if sitting.answered >= most:
        return True
    return sitting.answered >= least and enough(learner.belief, scope.axes(sitting.scope, world.library))


def _heading(sitting: Placing) -> Text:
    about, _most = _LENGTHS[_kind(sitting.scope)]
    number = sitting.answered + 1
    if number > about:
        return _("Challenge {number}", number=number)
    return _("Challenge {number} of about {total}", number=number, total=about)


def _so_far(learner: Learner, sitting: Placing, world: World) -> Reply:
    idea = profile.first_idea(learner, sitting.answered, world)
    return Say(paragraphs(idea, profile.how_long(learner)), ways_on())


def ways_on() -> Rows:
    """From a pause."""
    return (
        (Button(_("Continue"), "/continue"),),
        (Button(_("See my profile"), "/profile"), Button(_("Stop here, I’ll be back"), "/stop")),
    )
