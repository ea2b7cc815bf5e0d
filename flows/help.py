"""Help, courtesy, and kind words where something cannot be read: always with a way on."""

from flows.learner import Learner
from flows.messages import Button, Say
from flows.steps import Step
from flows.wording import Text, _, lines, paragraphs


def show(learner: Learner) -> Step:
    say = paragraphs(
        _("I give you challenges from everyday life and explain each one. You can write to me in your own words, or:"),
        lines(
            _("· **continue**: the next challenge"),
            _("· **my profile**: where you stand"),
            _("· **practise**: a topic of your choice, with hints"),
            _("· **placement**: I look for your level"),
            _("· **lesson**: two minutes on what was missed"),
            _("· **settings**: language, age, time zone"),
            _("· **my data**: see it, take it, erase it"),
            _("· **stop**: whenever you like"),
        ),
    )
    return Step(learner, (menu(learner, say),))


def menu(learner: Learner, words: Text) -> Say:
    """Words and the main ways on."""
    going = learner.parked is not None or learner.pending is not None
    on = Button(_("Continue"), "/continue") if going else Button(_("A challenge"), "/continue")
    place = () if going else (Button(_("Find out where I stand"), "/placement"),)
    back = (Button(_("Back to the placement"), "/placement"),) if learner.parked else place
    return Say(
        words,
        (
            (on, Button(_("Practise"), "/practice")),
            *((back,) if back else ()),
            (Button(_("My profile"), "/profile"), Button(_("Settings"), "/settings")),
        ),
    )


def lost(learner: Learner) -> Step:
    """It is too hard, or not understood."""
    rows = (
        (Button(_("Read the challenge again"), "/again"),),
        (Button(_("An easier challenge"), "/easier"), Button(_("The lesson, 2 min"), "/lesson")),
        (Button(_("A break"), "/stop"),),
    )
    return Step(learner, (Say(_("We can take it more slowly. What would help?"), rows),))


def cannot_read(what: str) -> Text:
    """A kind word for what is not text."""
    said = {
        "sticker": _("Nice one!"),
        "voice": _("I cannot listen to voice messages: please write to me."),
        "photo": _("I cannot look at photos: please answer in words or with the buttons."),
        "file": _("I have no use for a file just now: please answer in words or with the buttons."),
        "video": _("I cannot watch videos: please answer in words or with the buttons."),
    }
    return said.get(what, _("I cannot use that: please answer in words or with the buttons."))


def not_understood() -> Text:
    return _("I did not understand, sorry. “Help” shows what I can do.")


def no_lesson() -> Text:
    return _("I have no lesson on that yet.")


def courtesy(name: str) -> Text:
    said = {
        "hello": _("Hello!"),
        "thanks": _("With pleasure!"),
        "who": _("I am a program, and nobody reads along. What you report about a challenge is looked into."),
    }
    return said[name]
