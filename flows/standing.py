"""Where the conversation stands, said again with its ways on."""

from dataclasses import replace

from flows import challenge, help, onboarding, placement, practice
from flows.learner import Asking, Learner, Pausing, Placing, Practising, Purpose, Told, Welcoming
from flows.messages import Reply, Say
from flows.steps import Step
from flows.wording import Text, _, paragraphs
from flows.world import World


def here(learner: Learner, world: World) -> Step:
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


def then(step: Step, world: World) -> Step:
    """A step, and then where we are."""
    if step.learner is None:
        return step
    now = here(step.learner, world)
    return replace(step, learner=now.learner, replies=(*step.replies, *now.replies))


def before(words: Text, step: Step) -> Step:
    """The same step with some words first: in the same message where the next one is a message, so that one idea
    stays one message."""
    first, *rest = step.replies or (Say(""),)
    opened: Reply
    if isinstance(first, Say):
        opened = replace(first, text=paragraphs(words, first.text))
        return replace(step, replies=(opened, *rest))
    return replace(step, replies=(Say(words), *step.replies))
