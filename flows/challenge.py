"""One challenge, whoever asks it: drawn from the bank, shown, read, graded, explained, taken back."""

from dataclasses import dataclass
from datetime import timedelta

from content.marking import LETTERS, Mark, answer_shown, mark, mark_choice
from content.schema import Language
from content.variant import ChoiceKey, NumberKey, Variant
from flows.adaptive.estimation import Belief, update, update_unknown
from flows.adaptive.irt import Item
from flows.learner import Asking, Evidence, Learner, Met, Outcome, Prompt, Told
from flows.messages import Amend, Button, Response, Rows, Say
from flows.wording import Text, _, lines, paragraphs
from flows.world import World, content_language

REST_DAYS = 60  # a family met so long ago may count again
LESSON_DAYS = 1  # an answer so soon after the lesson says what was read, not what is known
KEPT = 12  # answers kept behind each level
UNKNOWN, HINT = "unknown", "hint"
_DOUBLE_PRESS = timedelta(seconds=2)


def draw(learner: Learner, at: int, world: World) -> tuple[Learner, Prompt]:
    """A fresh prompt for the item at this position of the table, and the learner who has met it."""
    item = world.table.items[at]
    seed = world.rng("variant").randrange(2**31)
    variant = world.bank.render(item.id, seed, content_language(learner.language))
    before = learner.met.get(item.id)
    prompt = Prompt(
        number=learner.number + 1,
        variant=variant,
        a=item.a,
        b=item.b,
        c=item.c,
        tau2=item.tau2,
        counts=_counts(learner, before, variant, world.day),
        meeting=before.times + 1 if before else 1,
        asked=world.now,
    )
    met = {**learner.met, item.id: Met(day=world.day, times=prompt.meeting)}
    return learner.model_copy(update={"number": prompt.number, "met": met}), prompt


def _counts(learner: Learner, before: Met | None, variant: Variant, day: int) -> bool:
    if before and day - before.day < REST_DAYS:
        return False
    return not _just_read(learner, variant, day)


def _just_read(learner: Learner, variant: Variant, day: int) -> bool:
    read = learner.lessons.get(f"{variant.competence} {variant.skill}")
    return read is not None and day - read <= LESSON_DAYS


def question(prompt: Prompt, heading: Text = "", hints: bool = False) -> Say:
    """The challenge as a message: what is asked, the options, how to answer."""
    return Say(
        paragraphs(heading, shown(prompt.variant)),
        _answer_buttons(prompt, hints),
        prompt.number,
        prompt.variant.key.kind,
    )


def shown(variant: Variant) -> Text:
    """Stem and options, or stem and the form of the answer."""
    if isinstance(variant.key, ChoiceKey):
        options = [f"{LETTERS[at]}. {option.text}" for at, option in enumerate(variant.key.options)]
        return paragraphs(variant.stem, lines(*options))
    return paragraphs(variant.stem, _("Expected answer: {form}.", form=variant.key.form))


def _answer_buttons(prompt: Prompt, hints: bool) -> Rows:
    key = prompt.variant.key
    options = (
        tuple(Button(letter, letter) for letter in LETTERS[: len(key.options)]) if isinstance(key, ChoiceKey) else ()
    )
    hint = (Button(_("A hint"), HINT),) if hints and not prompt.hinted else ()
    last = (Button(_("I don’t know"), UNKNOWN), *hint, Button(_("Report"), "/report"))
    return (options, last) if options else (last,)


def reminder(prompt: Prompt, hints: bool = False) -> Say:
    """How to answer, after something that was no answer."""
    match prompt.variant.key:
        case ChoiceKey() as key:
            letters = ", ".join(LETTERS[: len(key.options) - 1])
            say = _(
                "To answer, choose {letters} or {last}, or write the letter.",
                letters=letters,
                last=LETTERS[len(key.options) - 1],
            )
        case NumberKey() as key:
            say = _("Here the answer is a number ({form}).", form=key.form)
        case key:
            say = _("Here the answer is to be written ({form}).", form=key.form)
    return Say(say, _answer_buttons(prompt, hints), prompt.number, prompt.variant.key.kind)


def read(prompt: Prompt, text: str, learner: Learner, world: World) -> Mark:
    """What a typed text is as an answer. "The second one" is an option too."""
    key = prompt.variant.key
    if isinstance(key, ChoiceKey):
        lexicon = world.library.lexicons.get(learner.language[:2])
        place = lexicon.ordinal(text) if lexicon else None
        if place is not None and place <= len(key.options):
            return mark_choice(key, place - 1)
    return mark(prompt.variant, text, world.bank.units)


def pressed(prompt: Prompt, option: str) -> Mark | None:
    """The mark of a pressed option. None for one that was never offered."""
    key = prompt.variant.key
    if not isinstance(key, ChoiceKey) or len(option) != 1 or option not in LETTERS[: len(key.options)]:
        return None
    return mark_choice(key, LETTERS.index(option))


@dataclass(frozen=True)
class Graded:
    learner: Learner
    told: Told
    response: Response
    replies: tuple[Amend | Say, ...]


def grade(learner: Learner, prompt: Prompt, given: Mark | None, flow: str, world: World) -> Graded:
    """Conclude from an answer, or from "I don't know" (None): belief, evidence, response, and what is said."""
    outcome: Outcome = "unknown" if given is None else "right" if given.outcome == "right" else "wrong"
    variant = prompt.variant
    counts = prompt.counts and not prompt.hinted and not _just_read(learner, variant, world.day)
    belief = _believed(learner.belief, prompt, outcome, world) if counts else learner.belief
    told = Told(
        prompt=prompt,
        said=given.said if given else "",
        outcome=outcome,
        before=learner.belief.pack() if counts else None,
    )
    evidence = Evidence(
        family=variant.family, skill=variant.skill, level=variant.level, outcome=outcome, counts=counts, day=world.day
    )
    known = (*learner.evidence.get(variant.competence, ()), evidence)[-KEPT:]
    changed = learner.model_copy(
        update={
            "belief": belief,
            "answered": learner.answered + 1,
            "evidence": {**learner.evidence, variant.competence: known},
        }
    )
    response = _response(prompt, told, given.trap if given else None, counts, flow, world)
    return Graded(changed, told, response, (_answered(told), Say(_feedback(told, given, world), after(told, world))))


def _believed(belief: Belief, prompt: Prompt, outcome: Outcome, world: World) -> Belief:
    variant = prompt.variant
    axis = next(at for at, one in enumerate(world.bank.competences()) if one.code == variant.competence)
    item = Item(variant.family, axis, variant.skill, variant.level, prompt.a, prompt.b, prompt.c, prompt.tau2)
    return update_unknown(belief, item) if outcome == "unknown" else update(belief, item, outcome == "right")


def _response(prompt: Prompt, told: Told, trap: str | None, counts: bool, flow: str, world: World) -> Response:
    variant = prompt.variant
    return Response(
        prompt=prompt.number,
        at=world.now,
        flow=flow,
        family=variant.family,
        seed=variant.seed,
        language=variant.language,
        competence=variant.competence,
        skill=variant.skill,
        level=variant.level,
        a=prompt.a,
        b=prompt.b,
        c=prompt.c,
        said=told.said[:200],
        outcome=told.outcome,
        score=1.0 if told.outcome == "right" else 0.0,
        trap=trap,
        hinted=prompt.hinted,
        counts=counts,
        meeting=prompt.meeting,
    )


def _answered(told: Told) -> Amend:
    """The question again, with what was answered, and nothing left to press."""
    said = _("Your answer: I don’t know.") if told.outcome == "unknown" else _("Your answer: {said}", said=told.said)
    return Amend(told.prompt.number, paragraphs(shown(told.prompt.variant), said))


def _feedback(told: Told, given: Mark | None, world: World) -> Text:
    """The verdict in words, why, then the rule."""
    variant = told.prompt.variant
    answer = answer_shown(variant.key, variant.language, world.bank.units)
    match told.outcome:
        case "right":
            return paragraphs(_("Yes, that’s it."), variant.explanation)
        case "unknown":
            return paragraphs(
                _("Thank you for saying so. The answer was: {answer}", answer=answer), variant.explanation
            )
        case "wrong":
            why = given.feedback if given and given.feedback else ""
            return paragraphs(_("No. The answer was: {answer}", answer=answer), why, variant.explanation)


def after(told: Told, world: World) -> Rows:
    """The ways on from an answered challenge."""
    variant = told.prompt.variant
    lesson: tuple[Button, ...] = ()
    if told.outcome != "right" and (variant.competence, variant.skill) in world.bank.lessons:
        lesson = (Button(_("The lesson, 2 min"), f"/lesson {variant.competence} {variant.skill}"),)
    undo = () if told.outcome == "right" else (Button(_("I answered by mistake"), "/undo"),)
    last = (Button(_("Report"), "/report"), Button(_("Something else"), "/menu"))
    return (Button(_("Continue"), "/continue"), *lesson), *((undo,) if undo else ()), last


def undo(learner: Learner, told: Told, flow: str, world: World) -> tuple[Learner, Prompt, Response]:
    """Take an answer back: the belief as it was, and the same challenge once more. As its explanation has been read,
    the new answer will not count for the level."""
    variant = told.prompt.variant
    prompt = told.prompt.model_copy(update={"number": learner.number + 1, "counts": False, "asked": world.now})
    evidence = {**learner.evidence, variant.competence: learner.evidence.get(variant.competence, ())[:-1]}
    belief = learner.belief if told.before is None else Belief.unpack(told.before)
    changed = learner.model_copy(
        update={
            "number": prompt.number,
            "belief": belief,
            "answered": max(0, learner.answered - 1),
            "evidence": evidence,
        }
    )
    taken_back = _response(told.prompt, told, None, False, flow, world).model_copy(update={"retracted": True})
    return changed, prompt, taken_back


def hinted(prompt: Prompt) -> Prompt:
    return prompt.model_copy(update={"hinted": True})


def just_asked(asking: Asking, world: World) -> bool:
    """A second press on the button that brought this challenge, not a wish to see it again."""
    return timedelta(0) <= world.now - asking.prompt.asked < _DOUBLE_PRESS


def in_language(prompt: Prompt, language: Language, world: World) -> Prompt:
    """The same challenge in another language, if the bank still has it."""
    variant = prompt.variant
    if variant.language == language or variant.family not in world.bank.families:
        return prompt
    return prompt.model_copy(update={"variant": world.bank.render(variant.family, variant.seed, language)})
