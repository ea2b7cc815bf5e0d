"""A lesson in the chat, read in two minutes."""

from content.schema import Lesson, LessonWords
from flows.learner import Learner
from flows.messages import Button, Say
from flows.steps import Step
from flows.wording import Text, _, lines, paragraphs
from flows.world import World, content_language


def show(learner: Learner, about: str, world: World) -> Step | None:
    """The lesson of a skill ("1.1 url"). None when there is none."""
    competence, _space, skill = about.partition(" ")
    lesson = world.bank.lessons.get((competence, skill))
    if lesson is None:
        return None
    read = {**learner.lessons, f"{competence} {skill}": world.day}
    buttons = (
        (Button(_("A challenge on this"), f"/practice {competence}"),),
        (Button(_("Continue"), "/continue"),),
    )
    return Step(learner.model_copy(update={"lessons": read}), (Say(_told(lesson, learner), buttons),))


def newest(learner: Learner) -> str:
    """The skill of the challenge at hand, or the one missed last; "" when there is none."""
    if learner.pending:
        variant = learner.pending.prompt.variant
        return f"{variant.competence} {variant.skill}"
    missed = [
        (answer.day, f"{code} {answer.skill}")
        for code, answers in learner.evidence.items()
        for answer in answers
        if answer.outcome != "right"
    ]
    return max(missed, default=(0, ""))[1]


def _told(lesson: Lesson, learner: Learner) -> Text:
    words: LessonWords = lesson.fr if content_language(learner.language) == "fr" else lesson.en
    return paragraphs(
        f"**{words.title}**",
        words.what,
        words.why,
        lines(_("**An example**"), words.example),
        lines(_("**The trap**"), words.trap),
        lines(_("**To try**"), words.practice),
        *(_tutorials(lesson, content_language(learner.language))),
    )


def _tutorials(lesson: Lesson, language: str) -> list[Text]:
    here = [tutorial for tutorial in lesson.tutorials if tutorial.language == language]
    if not here:
        return []
    said = [f"{tutorial.title} ({tutorial.publisher}), `{tutorial.url}`" for tutorial in here]
    return [lines(_("**To go further**"), *said)]
