"""One door for everything that happens: wishes that work anywhere, then what is asked aside, then the current flow."""

from dataclasses import replace

from content.reading import plain
from content.variant import ChoiceKey
from flows import account, challenge, help, onboarding, placement, reporting, standing, wishes
from flows.learner import (
    Asking,
    AskingAge,
    AskingZone,
    Erasing,
    Home,
    Learner,
    Placing,
    Practising,
    Purpose,
    Reporting,
    Told,
    Welcoming,
)
from flows.lexicon import Wish, button, command
from flows.messages import Chose, Edited, Elapsed, Event, Left, Said, Sent, Started, Timer
from flows.steps import Step
from flows.wording import _
from flows.world import World

# Wishes about the challenge, and courtesy: to a question asked aside, they are only words.
_TALK = {"unknown", "report", "lost", "why", "hint", "lesson", "easier", "harder", "hello", "thanks", "who", "undo"}
_LONGEST_ANSWER = 8  # words; more is talk, not the answer to a question


def step(learner: Learner, event: Event, world: World) -> Step:
    """Everything that one event leads to."""
    if isinstance(event, Elapsed):
        return _elapsed(learner, event, world)
    if isinstance(event, Left):
        return Step(learner, timers=(Timer(placement.TIMER, None),))
    here = {"touched": world.now, "language": learner.language or _language_of(event, world)}
    return _taken(_rested(learner, world).model_copy(update=here), event, world)


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
    return Step(_rested(learner, world), timers=(Timer(placement.TIMER, None),))


def _rested(learner: Learner, world: World) -> Learner:
    """The learner after a long silence: their sitting is over, whether or not its timer was there to say so."""
    if learner.touched is None or world.now - learner.touched < placement.IDLE:
        return learner
    flow = Home() if isinstance(learner.flow, Placing) else learner.flow
    return learner.model_copy(update={"flow": flow, "parked": None})


def _taken(learner: Learner, event: Event, world: World) -> Step:
    match event:
        case Started():
            return wishes.started(learner, world)
        case Chose(prompt=number, option=option):
            return _chose(learner, number, option, world)
        case Said(text=text):
            return _said(learner, text, world)
        case Sent(what=what):
            return standing.before(help.cannot_read(what), standing.here(learner, world))
        case Edited():
            return standing.before(
                _("I kept what was written first. To change an answer, use the buttons."), standing.here(learner, world)
            )
        case _:
            return Step(learner)


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
        return standing.before(_("That answer is already noted."), standing.here(learner, world))
    return step or standing.before(
        _("That button belongs to something already over. Here is where we are."), standing.here(learner, world)
    )


def _wished_by_button(learner: Learner, wish: Wish, world: World) -> Step:
    """A second press on the button that has just brought a challenge brings nothing more."""
    if wish.name == "continue" and isinstance(learner.pending, Asking) and challenge.just_asked(learner.pending, world):
        return Step(learner)
    return wishes.fulfil(learner, wish, world)


def _chose_aside(learner: Learner, option: str, world: World) -> Step | None:
    match learner.aside:
        case Reporting() as aside:
            step = reporting.chosen(learner, aside, option, world)
            return standing.then(step, world) if step else None
        case Erasing():
            return account.erase(learner, option)
        case AskingAge():
            return account.aged(learner, option)
        case AskingZone():
            return account.zoned(learner, option, world)
    return None


def _pressed(learner: Learner, asking: Asking, option: str, world: World) -> Step | None:
    if option == challenge.UNKNOWN:
        return wishes.answer(learner, asking, None, world)
    if option == challenge.HINT:
        return wishes.fulfil(learner, Wish("hint"), world)
    given = challenge.pressed(asking.prompt, option)
    return wishes.answer(learner, asking, given, world) if given else None


# Words


def _said(learner: Learner, text: str, world: World) -> Step:
    wished = command(text, world.library.lexicons)
    if wished:
        return wishes.fulfil(learner, wished, world)
    wished = _phrase(learner, text, world)
    if learner.aside:
        step = _said_aside(learner, text, wished, world)
        if step:
            return step
    if isinstance(learner.pending, Asking):
        return _said_answer(learner, learner.pending, text, wished, world)
    if wishes.is_new(learner) and (wished is None or wished.name == "hello"):
        return onboarding.welcome(learner)
    if wished:
        return wishes.fulfil(learner, wished, world)
    if isinstance(learner.pending, Told) and plain(text) in {"a", "b", "c", "d"}:
        return standing.before(_("That challenge is answered already."), standing.here(learner, world))
    return standing.before(help.not_understood(), standing.here(learner, world))


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
            return standing.then(reporting.written(learner, aside, text, world), world)
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
        return wishes.answer(learner, asking, given, world)
    if wished:
        return wishes.fulfil(learner, wished, world)
    typed = not isinstance(asking.prompt.variant.key, ChoiceKey)
    talk = typed and (text.rstrip().endswith("?") or len(text.split()) > _LONGEST_ANSWER)
    if given.outcome == "unreadable" or talk:
        return Step(learner, (challenge.reminder(asking.prompt, isinstance(learner.flow, Practising)),))
    if given.outcome == "unit" and isinstance(learner.flow, Placing):
        given = replace(given, outcome="wrong")
    return wishes.answer(learner, asking, given, world)
