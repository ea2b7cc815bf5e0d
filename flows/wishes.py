"""Whatever is asked for, by a command, a button or in words, wherever the conversation stands."""

from content.marking import Mark
from flows import (
    account,
    challenge,
    help,
    lessons,
    onboarding,
    placement,
    practice,
    profile,
    reporting,
    scope,
    standing,
)
from flows.learner import Asking, Home, Learner, Placing, Practising, Purpose, Told, Welcoming
from flows.lexicon import Wish
from flows.messages import Button, Say
from flows.steps import Step
from flows.wording import _
from flows.world import World, content_language


def fulfil(learner: Learner, wish: Wish, world: World) -> Step:
    """Do what is asked for, wherever the conversation stands. Whatever was asked aside is dropped."""
    free = learner.model_copy(update={"aside": None}) if learner.aside else learner
    name, arg = wish.name, wish.arg
    match name:
        case "start":
            return started(free, world)
        case "continue":
            return _go_on(free, world)
        case "again":
            return standing.here(free, world)
        case "placement":
            return _placement(free, arg, world)
        case "practice":
            return _practice(free, arg, world)
        case "profile":
            return Step(free, profile.show(free, world))
        case "why":
            return Step(free, profile.why(free, arg if scope.valid(arg, world.bank) else "", world))
        case "lesson":
            return lessons.show(free, arg or lessons.newest(free), world) or standing.before(
                help.no_lesson(), standing.here(free, world)
            )
        case "report":
            return reporting.ask(free, world)
        case "undo":
            return _undo(free, world)
        case "unknown":
            return _unknown(free, world)
        case "hint":
            return _hint(free, world)
        case "easier" | "harder":
            return _eased(free, 1 if name == "easier" else -1, world)
        case "stop":
            return _stop(free)
        case "settings":
            return account.settings(free)
        case "language":
            return _language(free, arg, world)
        case "tone":
            return _restarted(account.toned(free, arg), world)
        case "age":
            return account.ask_age(free)
        case "zone":
            return account.ask_zone(free)
        case "data":
            return account.data(free)
        case "privacy":
            return account.privacy(free)
        case "export":
            return account.export(free)
        case "erase":
            return account.ask_erase(free)
        case "lost":
            return help.lost(free)
        case "menu":
            return Step(free, (help.menu(free, _("What would you like to do?")),))
        case "hello" | "thanks" | "who":
            return standing.before(help.courtesy(name), standing.here(free, world))
        case _:
            return help.show(free)


def _go_on(learner: Learner, world: World) -> Step:
    """The way on from anywhere: the next challenge, or the one that waits."""
    flow = learner.flow
    match flow:
        case Placing(moment=Asking()):
            return placement.resume(learner, flow, world)
        case Placing():
            return placement.go_on(learner, flow, world)
        case Practising():
            return practice.resume(learner, flow, world)
        case Welcoming():
            return onboarding.ask_purpose(learner)
        case Purpose():
            return placement.start(learner, "", world, onboarding.first_words())
    if learner.parked:
        return placement.resume(learner, learner.parked, world)
    return practice.start(learner, "", world) if learner.answered else placement.start(learner, "", world)


def _placement(learner: Learner, arg: str, world: World) -> Step:
    waiting = learner.flow if isinstance(learner.flow, Placing) else learner.parked
    about = arg.removesuffix("!").replace("any", "")
    if waiting and (not about or about == waiting.scope):
        return placement.resume(learner, waiting, world)
    if not scope.valid(about, world.bank):
        return help.show(learner)
    return placement.start(learner, about, world)


def _practice(learner: Learner, arg: str, world: World) -> Step:
    """`4` narrows further, `4!`, `any!` and `4.1` begin."""
    about = arg.removesuffix("!").replace("any", "")
    if not scope.valid(about, world.bank):
        return practice.choose(learner, "", world)
    if arg.endswith("!") or "." in about:
        return practice.start(learner, about, world)
    return practice.choose(learner, about, world)


def _undo(learner: Learner, world: World) -> Step:
    match learner.flow:
        case Placing(moment=Told() as told) as flow:
            return placement.undo(learner, flow, told, world)
        case Practising(moment=Told() as told) as flow:
            return practice.undo(learner, flow, told, world)
    late = _("An answer can be taken back until the next challenge; now it stands.")
    return standing.before(late, standing.here(learner, world))


def _unknown(learner: Learner, world: World) -> Step:
    if isinstance(learner.pending, Asking):
        return answer(learner, learner.pending, None, world)
    return help.lost(learner)


def _hint(learner: Learner, world: World) -> Step:
    match learner.flow:
        case Practising(moment=Asking(prompt=prompt) as asking) as flow if not prompt.hinted:
            return practice.hint(learner, flow, asking)
        case Practising(moment=Asking(prompt=prompt)):
            again = _("There is one hint a challenge, and here it is again: {hint}", hint=prompt.variant.hint)
            return standing.before(again, standing.here(learner, world))
        case Placing(moment=Asking()):
            none = _("While I look for your level there are no hints. “I don’t know” is a good answer too.")
            return standing.before(none, standing.here(learner, world))
    return standing.before(_("There is no challenge waiting just now."), standing.here(learner, world))


def _eased(learner: Learner, by: int, world: World) -> Step:
    match learner.flow:
        case Practising() as flow:
            return practice.go_on(learner, practice.eased(flow, by), world)
        case Placing(moment=Asking(prompt=prompt) | Told(prompt=prompt)):
            return practice.start(learner, prompt.variant.competence, world, ease=by)
    return practice.start(learner, "", world, ease=by)


def _stop(learner: Learner) -> Step:
    """Nothing is lost; the age band is asked here once, the first time there is something to keep."""
    say = Say(
        _("Noted, nothing is lost. To go on, write “continue” whenever you like."),
        ((Button(_("Continue"), "/continue"), Button(_("My profile"), "/profile")),),
    )
    if learner.answered and not learner.age and not learner.age_asked:
        asked = account.ask_age(learner)
        return Step(asked.learner, (Say(say.text), *asked.replies))
    return Step(learner, (say,))


def _language(learner: Learner, arg: str, world: World) -> Step:
    if arg not in account.LANGUAGES:
        return account.ask_language(learner)
    return _restarted(account.spoken(learner, arg), world)


def _restarted(learner: Learner, world: World) -> Step:
    """In another language or voice: where we are, said again."""
    language = content_language(learner.language)
    flow = learner.flow
    if isinstance(flow, Placing | Practising) and isinstance(flow.moment, Asking):
        moment = Asking(prompt=challenge.in_language(flow.moment.prompt, language, world))
        learner = learner.model_copy(update={"flow": flow.model_copy(update={"moment": moment})})
    if isinstance(flow, Welcoming):
        return onboarding.welcome(learner)
    return standing.before(_("Noted, thank you."), standing.here(learner, world))


def started(learner: Learner, world: World) -> Step:
    if isinstance(learner.flow, Welcoming) or is_new(learner):
        return onboarding.welcome(learner)
    return standing.before(_("Welcome back! Here is where we are."), standing.here(learner, world))


def is_new(learner: Learner) -> bool:
    return isinstance(learner.flow, Home) and not learner.met


def answer(learner: Learner, asking: Asking, given: Mark | None, world: World) -> Step:
    match learner.flow:
        case Placing() as flow:
            return placement.answer(learner, flow, asking, given, world)
        case Practising() as flow:
            return practice.answer(learner, flow, asking, given, world)
    return standing.here(learner, world)
