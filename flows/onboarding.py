"""The first minute: who I am, language, vous or tu, what brings you here, and the first challenge at once."""

from flows import placement, practice
from flows.learner import Home, Learner, Purpose, Welcoming
from flows.messages import Button, Say
from flows.steps import Step
from flows.wording import Text, _, paragraphs
from flows.world import World


def welcome(learner: Learner) -> Step:
    """Who I am, in the language of the device."""
    number = learner.number + 1
    say = Say(
        paragraphs(
            _("Hello! I am Déclic, a program that helps people get better with digital tools."),
            _(
                "I give you challenges from everyday life, tell you where you stand and what to start with. "
                "It is free, and nothing is shared unless you agree."
            ),
        ),
        ((Button(_("Start"), "start"),), _switches(learner)),
        number,
    )
    return Step(learner.model_copy(update={"number": number, "flow": Welcoming(number=number)}), (say,))


def _switches(learner: Learner) -> tuple[Button, ...]:
    """To the other voice and the other language; each says itself in its own words."""
    voices = {
        "fr": (Button(_("Call me “tu”"), "/tone tu"), Button("English", "/language en")),
        "fr@tu": (Button(_("Call me “vous”"), "/tone vous"), Button("English", "/language en")),
    }
    return voices.get(learner.language, (Button("Français", "/language fr"),))


def ask_purpose(learner: Learner, opening: Text = "") -> Step:
    number = learner.number + 1
    say = Say(
        paragraphs(opening, _("What brings you here?")),
        (
            (Button(_("Find out where I stand"), "place"),),
            (Button(_("Practise a topic"), "practise"),),
            (Button(_("Just one challenge, to see"), "try"),),
        ),
        number,
    )
    return Step(learner.model_copy(update={"number": number, "flow": Purpose(number=number)}), (say,))


def welcomed(learner: Learner, option: str) -> Step | None:
    return ask_purpose(learner) if option == "start" else None


def purposed(learner: Learner, option: str, world: World) -> Step | None:
    """The first challenge at once, or what to practise."""
    home = learner.model_copy(update={"flow": Home()})
    match option:
        case "place":
            return placement.start(home, "", world, first_words())
        case "practise":
            return practice.choose(home, "", world)
        case "try":
            return practice.start(home, "", world)
    return None


def first_words() -> Text:
    return _(
        "First challenge. There are no marks: I am looking for your level. "
        "If you don’t know, say so, that helps me too."
    )
