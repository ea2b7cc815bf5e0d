"""Practice: one challenge at a time, at the right difficulty, with a hint, an explanation and the lesson."""

import numpy as np
from numpy.typing import NDArray

from content.marking import Mark
from flows import challenge, scope
from flows.adaptive.selection import nearest_to
from flows.learner import Asking, Learner, Pausing, Placing, Practising, Told
from flows.messages import Say
from flows.steps import Step
from flows.wording import Text, _, paragraphs
from flows.world import World

_SUCCESS = (0.60, 0.775, 0.90)  # harder, as a rule, easier: chances of success aimed at
_REMEMBERED = 20  # families of a practice that do not come back at once


def choose(learner: Learner, about: str, world: World) -> Step:
    """What to practise?"""
    whole = _("Surprise me") if not about else _("The whole domain")
    rows = scope.choices("practice", about, learner.language, world, whole)
    return Step(learner, (Say(_("What would you like to practise?"), rows),))


def start(learner: Learner, about: str, world: World, ease: int = 0) -> Step:
    """Begin. A placement under way waits for its learner to come back."""
    parked = learner.flow if isinstance(learner.flow, Placing) else learner.parked
    state = Practising(scope=about, moment=Pausing(), ease=ease)
    return go_on(learner.model_copy(update={"parked": parked}), state, world)


def resume(learner: Learner, state: Practising, world: World) -> Step:
    if isinstance(state.moment, Asking):
        return Step(learner, (challenge.question(state.moment.prompt, _heading(state), hints=True),))
    return go_on(learner, state, world)


def go_on(learner: Learner, state: Practising, world: World) -> Step:
    """The next challenge."""
    allowed, opening = _allowed(learner, state, world)
    at = nearest_to(_SUCCESS[1 + state.ease], world.table, allowed, learner.belief, world.rng("item"))
    met, prompt = challenge.draw(learner, at, world)
    families = (*state.families, prompt.variant.family)[-_REMEMBERED:]
    asked = state.model_copy(update={"moment": Asking(prompt=prompt), "families": families})
    say = challenge.question(prompt, paragraphs(opening, _heading(asked)), hints=True)
    return Step(met.model_copy(update={"flow": asked}), (say,))


def answer(learner: Learner, state: Practising, asking: Asking, given: Mark | None, world: World) -> Step:
    """An answer. A right number in the wrong unit may be mended."""
    if given is not None and given.outcome == "unit":
        say = _(
            "Mind the unit. Expected: {form}. You can correct your answer.",
            form=getattr(asking.prompt.variant.key, "form", ""),
        )
        again = challenge.reminder(asking.prompt, hints=True)
        return Step(learner, (Say(say, again.buttons, again.number, again.expects),))
    graded = challenge.grade(learner, asking.prompt, given, "practice", world)
    changed = state.model_copy(update={"moment": graded.told, "answered": state.answered + 1})
    return Step(graded.learner.model_copy(update={"flow": changed}), graded.replies, responses=(graded.response,))


def hint(learner: Learner, state: Practising, asking: Asking) -> Step:
    """One hint; the answer then teaches, and no longer measures."""
    prompt = challenge.hinted(asking.prompt)
    changed = state.model_copy(update={"moment": Asking(prompt=prompt)})
    again = challenge.reminder(prompt, hints=True)
    say = Say(_("A hint: {hint}", hint=prompt.variant.hint), again.buttons, again.number, again.expects)
    return Step(learner.model_copy(update={"flow": changed}), (say,))


def undo(learner: Learner, state: Practising, told: Told, world: World) -> Step:
    changed, prompt, response = challenge.undo(learner, told, "practice", world)
    again = state.model_copy(update={"moment": Asking(prompt=prompt), "answered": state.answered - 1})
    opening = _("Your answer is taken back and does not count. The same challenge once more:")
    say = challenge.question(prompt, opening, hints=True)
    return Step(changed.model_copy(update={"flow": again}), (say,), responses=(response,))


def eased(state: Practising, by: int) -> Practising:
    return state.model_copy(update={"ease": max(-1, min(1, state.ease + by))})


def _allowed(learner: Learner, state: Practising, world: World) -> tuple[NDArray[np.intp], Text]:
    """Rested challenges first; then generated ones with fresh values; then whatever was not just asked."""
    here = scope.positions(state.scope, world.library)
    if not len(here):
        here = scope.positions("", world.library)
    items, bank = world.table.items, world.bank
    just = set(state.families)
    other = [at for at in here.tolist() if items[at].id not in just]
    rested = [at for at in other if _rested(learner, items[at].id, world)]
    fresh = [at for at in other if bank.families[items[at].id].generator]
    if rested:
        return np.array(rested, dtype=np.intp), ""
    opening = _("You have met every challenge I have here; this one comes back.")
    again = fresh or other or [at for at in here.tolist() if items[at].id != state.families[-1]] or here.tolist()
    return np.array(again, dtype=np.intp), opening


def _rested(learner: Learner, family: str, world: World) -> bool:
    met = learner.met.get(family)
    if met is None:
        return True
    rest = 1 if world.bank.families[family].generator else challenge.REST_DAYS
    return world.day - met.day >= rest


def _heading(state: Practising) -> Text:
    return _("Practice, challenge {number}", number=state.answered + 1)
