"""Something is wrong with a challenge: told in two taps or in words, before or after answering."""

from content.variant import Variant
from flows.learner import Learner, Reporting
from flows.messages import Button, Report, Say
from flows.steps import Step
from flows.wording import Text, _, paragraphs
from flows.world import World

_REASONS = ("key", "unclear", "display", "other")


def ask(learner: Learner, world: World) -> Step:
    """What is wrong with the challenge at hand? Without one, there is nothing to report."""
    held = learner.pending
    if held is None:
        say = Say(_("There is no challenge to report just now."), ((Button(_("Continue"), "/continue"),),))
        return Step(learner, (say,))
    number = learner.number + 1
    variant = held.prompt.variant
    aside = Reporting(number=number, family=variant.family, seed=variant.seed, language=variant.language)
    say = Say(
        paragraphs(_origin(variant, world), _("What is wrong with it? Choose, or write it in a few words.")),
        (
            (Button(_("I think the answer is wrong"), "key"),),
            (Button(_("It is unclear"), "unclear"), Button(_("It does not display well"), "display")),
            (Button(_("Nothing, go back"), "back"),),
        ),
        number,
        "text",
    )
    return Step(learner.model_copy(update={"number": number, "aside": aside}), (say,))


def _origin(variant: Variant, world: World) -> Text:
    """Who wrote the challenge, and who has read it since."""
    family = world.bank.families.get(variant.family)
    if family and family.reviewed == "person":
        return _("This challenge was reviewed by a person.")
    if family and family.reviewed == "blind":
        return _(
            "This challenge was written by a program, then checked by a second program that did not see the answer."
        )
    return _("This challenge was written by a program, and nobody has checked it yet.")


def chosen(learner: Learner, aside: Reporting, option: str, world: World) -> Step | None:
    if option == "back":
        return Step(learner.model_copy(update={"aside": None}))
    return _reported(learner, aside, option, "", world) if option in _REASONS else None


def written(learner: Learner, aside: Reporting, text: str, world: World) -> Step:
    return _reported(learner, aside, "other", text[:500], world)


def _reported(learner: Learner, aside: Reporting, reason: str, text: str, world: World) -> Step:
    report = Report(
        at=world.now, family=aside.family, seed=aside.seed, language=aside.language, reason=reason, text=text
    )
    say = Say(_("Thank you, it is noted and will be looked into."))
    return Step(learner.model_copy(update={"aside": None}), (say,), reports=(report,))
