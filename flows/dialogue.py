"""One door for everything that happens: wishes that work anywhere, then what is asked aside, then the current flow."""

from dataclasses import replace

from content.marking import Mark
from content.reading import plain
from content.variant import ChoiceKey
from flows import account, challenge, help, lessons, onboarding, placement, practice, profile, reporting, scope
from flows.learner import (
    Asking,
    AskingAge,
    AskingZone,
    Erasing,
    Home,
    Learner,
    Pausing,
    Placing,
    Practising,
    Purpose,
    Reporting,
    Told,
    Welcoming,
)
from flows.lexicon import Wish, button, command
from flows.messages import Button, Chose, Edited, Elapsed, Event, Left, Reply, Said, Say, Sent, Started, Timer
from flows.steps import Step
from flows.wording import Text, _, paragraphs
from flows.world import World, content_language

# Wishes about the challenge, and courtesy: to a question asked aside, they are only words.
_TALK = {"unknown", "report", "lost", "why", "hint", "lesson", "easier", "harder", "hello", "thanks", "who", "undo"}
_LONGEST_ANSWER = 8  # words; more is talk, not the answer to a question


def step(learner: Learner, event: Event, world: World) -> Step:
    """Everything that one event leads to."""
    if isinstance(event, Elapsed):
        return _elapsed(learner, event, world)
    if isinstance(event, Left):
        return Step(learner, timers=(Timer(placement.TIMER, None),))
    known = learner if learner.language else learner.model_copy(update={"language": _language_of(event, world)})
    return _taken(known.model_copy(update={"touched": world.now}), event, world)


def _language_of(event: Event, world: World) -> str:
    """The language to begin in: the device's; or the one whose phrase book knows the first words; else French."""
    if isinstance(event, Started):
        return "fr" if event.language.startswith("fr") else "en"
    if isinstance(event, Said):
        books = world.library.lexicons
        return next((code for code in ("fr", "en") if code in books and books[code].phrase(event.text)), "fr")
    return "fr"


def _elapsed(learner: Learner, event: Elapsed, world: World) -> Step:
    """A sitting without an answer for so long is over, without a word. One that went on waits for the rest."""
    if event.timer != placement.TIMER:
        return Step(learner)
    idle_until = learner.touched + placement.IDLE if learner.touched else world.now
    if idle_until > world.now:
        return Step(learner, timers=(Timer(placement.TIMER, idle_until),))
    flow = Home() if isinstance(learner.flow, Placing) else learner.flow
    return Step(learner.model_copy(update={"flow": flow, "parked": None}), timers=(Timer(placement.TIMER, None),))


def _taken(learner: Learner, event: Event, world: World) -> Step:
    match event:
        case Started():
            return _started(learner, world)
        case Chose(prompt=number, option=option):
            return _chose(learner, number, option, world)
        case Said(text=text):
            return _said(learner, text, world)
        case Sent(what=what):
            return _before(help.cannot_read(what), _here(learner, world))
        case Edited():
            return _before(
                _("I kept what was written first. To change an answer, use the buttons."), _here(learner, world)
            )
        case _:
            return Step(learner)


def _started(learner: Learner, world: World) -> Step:
    if isinstance(learner.flow, Welcoming) or _is_new(learner):
        return onboarding.welcome(learner)
    return _before(_("Welcome back! Here is where we are."), _here(learner, world))


def _is_new(learner: Learner) -> bool:
    return isinstance(learner.flow, Home) and not learner.met


# Buttons


def _chose(learner: Learner, number: int, option: str, world: World) -> Step:
    if option.startswith("/"):
        return _wished_by_button(learner, button(option), world)
    aside, flow = learner.aside, learner.flow
    step: Step | None = None
    if aside and aside.number == number:
        step = _chose_aside(learner, option, world)
    elif isinstance(flow, Welcoming) and flow.number == number:
        step = onboarding.welcomed(learner, option)
    elif isinstance(flow, Purpose) and flow.number == number:
        step = onboarding.purposed(learner, option, world)
    elif isinstance(learner.pending, Asking) and learner.pending.prompt.number == number:
        step = _pressed(learner, learner.pending, option, world)
    elif isinstance(learner.pending, Told) and learner.pending.prompt.number == number:
        return _before(_("That answer is already noted."), _here(learner, world))
    return step or _before(
        _("That button belongs to something already over. Here is where we are."), _here(learner, world)
    )


def _wished_by_button(learner: Learner, wish: Wish, world: World) -> Step:
    """A second press on the button that has just brought a challenge brings nothing more."""
    if wish.name == "continue" and isinstance(learner.pending, Asking) and challenge.just_asked(learner.pending, world):
        return Step(learner)
    return fulfil(learner, wish, world)


def _chose_aside(learner: Learner, option: str, world: World) -> Step | None:
    match learner.aside:
        case Reporting() as aside:
            step = reporting.chosen(learner, aside, option, world)
            return _then(step, world) if step else None
        case Erasing():
            return account.erase(learner, option)
        case AskingAge():
            return account.aged(learner, option)
        case AskingZone():
            return account.zoned(learner, option, world)
    return None


def _pressed(learner: Learner, asking: Asking, option: str, world: World) -> Step | None:
    if option == challenge.UNKNOWN:
        return _answer(learner, asking, None, world)
    if option == challenge.HINT:
        return fulfil(learner, Wish("hint"), world)
    given = challenge.pressed(asking.prompt, option)
    return _answer(learner, asking, given, world) if given else None


def _answer(learner: Learner, asking: Asking, given: Mark | None, world: World) -> Step:
    match learner.flow:
        case Placing() as flow:
            return placement.answer(learner, flow, asking, given, world)
        case Practising() as flow:
            return practice.answer(learner, flow, asking, given, world)
    return _here(learner, world)


# Words


def _said(learner: Learner, text: str, world: World) -> Step:
    wished = command(text, world.library.lexicons)
    if wished:
        return fulfil(learner, wished, world)
    wished = _phrase(learner, text, world)
    if learner.aside:
        step = _said_aside(learner, text, wished, world)
        if step:
            return step
    if isinstance(learner.pending, Asking):
        return _said_answer(learner, learner.pending, text, wished, world)
    if _is_new(learner) and (wished is None or wished.name == "hello"):
        return onboarding.welcome(learner)
    if wished:
        return fulfil(learner, wished, world)
    if isinstance(learner.pending, Told) and plain(text) in {"a", "b", "c", "d"}:
        return _before(_("That challenge is answered already."), _here(learner, world))
    return _before(help.not_understood(), _here(learner, world))


def _phrase(learner: Learner, text: str, world: World) -> Wish | None:
    """A wish in the learner's language, or else in any other."""
    books = world.library.lexicons
    own = books.get(learner.language[:2])
    found = own.phrase(text) if own else None
    return found or next((wish for book in books.values() if (wish := book.phrase(text))), None)


def _said_aside(learner: Learner, text: str, wished: Wish | None, world: World) -> Step | None:
    """Words while something is asked aside: never an answer to the challenge that waits behind it. None when they
    wish for something else, which leaves the question."""
    talk = wished is None or wished.name in _TALK
    match learner.aside:
        case Reporting() as aside if talk:
            return _then(reporting.written(learner, aside, text, world), world)
        case Erasing() if talk or (wished and wished.name in ("continue", "erase")):
            return account.ask_erase(learner)
        case AskingAge() | AskingZone() if wished and wished.name == "unknown":
            return account.skipped(learner)
        case AskingAge() if talk:
            return account.aged_in_words(learner, text) or account.ask_age(learner)
        case AskingZone() if talk:
            return account.zoned(learner, text, world) or account.unknown_zone(learner)
    return None


def _said_answer(learner: Learner, asking: Asking, text: str, wished: Wish | None, world: World) -> Step:
    """Words while a challenge waits: an answer, a wish, or talk that must not count as an answer."""
    given = challenge.read(asking.prompt, text, learner, world)
    if given.outcome == "right":
        return _answer(learner, asking, given, world)
    if wished:
        return fulfil(learner, wished, world)
    typed = not isinstance(asking.prompt.variant.key, ChoiceKey)
    talk = typed and (text.rstrip().endswith("?") or len(text.split()) > _LONGEST_ANSWER)
    if given.outcome == "unreadable" or talk:
        return Step(learner, (challenge.reminder(asking.prompt, isinstance(learner.flow, Practising)),))
    if given.outcome == "unit" and isinstance(learner.flow, Placing):
        given = replace(given, outcome="wrong")
    return _answer(learner, asking, given, world)


# Wishes


def fulfil(learner: Learner, wish: Wish, world: World) -> Step:
    """Do what is asked for, wherever the conversation stands. Whatever was asked aside is dropped."""
    free = learner.model_copy(update={"aside": None})
    name, arg = wish.name, wish.arg
    match name:
        case "start":
            return _started(free, world)
        case "continue":
            return _go_on(free, world)
        case "again":
            return _here(free, world)
        case "placement":
            return _placement(free, arg, world)
        case "practice":
            return _practice(free, arg, world)
        case "profile":
            return Step(free, profile.show(free, world))
        case "why":
            return Step(free, profile.why(free, arg if scope.valid(arg, world.bank) else "", world))
        case "lesson":
            return lessons.show(free, arg or lessons.newest(free), world) or _before(
                help.no_lesson(), _here(free, world)
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
            return _before(help.courtesy(name), _here(free, world))
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
    return _before(late, _here(learner, world))


def _unknown(learner: Learner, world: World) -> Step:
    if isinstance(learner.pending, Asking):
        return _answer(learner, learner.pending, None, world)
    return help.lost(learner)


def _hint(learner: Learner, world: World) -> Step:
    match learner.flow:
        case Practising(moment=Asking(prompt=prompt) as asking) as flow if not prompt.hinted:
            return practice.hint(learner, flow, asking)
        case Practising(moment=Asking(prompt=prompt)):
            again = _("There is one hint a challenge, and here it is again: {hint}", hint=prompt.variant.hint)
            return _before(again, _here(learner, world))
        case Placing(moment=Asking()):
            none = _("While I look for your level there are no hints. “I don’t know” is a good answer too.")
            return _before(none, _here(learner, world))
    return _before(_("There is no challenge waiting just now."), _here(learner, world))


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
    return _before(_("Noted, thank you."), _here(learner, world))


# Where we are


def _here(learner: Learner, world: World) -> Step:
    """Where the conversation stands, with its ways on. Changes nothing."""
    flow = learner.flow
    match flow:
        case Placing(moment=Asking()):
            return placement.resume(learner, flow, world)
        case Practising(moment=Asking()):
            return practice.resume(learner, flow, world)
        case Placing(moment=Told() as told) | Practising(moment=Told() as told):
            return Step(learner, (Say(_("Shall we go on?"), challenge.after(told, world)),))
        case Placing(moment=Pausing()):
            return Step(learner, (Say(_("Shall we go on?"), placement.ways_on()),))
        case Welcoming():
            return onboarding.welcome(learner)
        case Purpose():
            return onboarding.ask_purpose(learner)
    return Step(learner, (help.menu(learner, _("What would you like to do?")),))


def _then(step: Step, world: World) -> Step:
    """A step, and then where we are."""
    if step.learner is None:
        return step
    here = _here(step.learner, world)
    return replace(step, learner=here.learner, replies=(*step.replies, *here.replies))


def _before(words: Text, step: Step) -> Step:
    """The same step with some words first: in the same message where the next one is a message, so that one idea
    stays one message."""
    first, *rest = step.replies or (Say(""),)
    opened: Reply
    if isinstance(first, Say):
        opened = replace(first, text=paragraphs(words, first.text))
        return replace(step, replies=(opened, *rest))
    return replace(step, replies=(Say(words), *step.replies))
