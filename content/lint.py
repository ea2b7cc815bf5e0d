"""Every fault of the bank at once, each with file and line. Silent when there is nothing to mend."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from content.bank import Bank
from content.generators import GENERATORS, generate
from content.load import line_of
from content.marking import LETTERS, answer_shown, mark
from content.prose import impersonal_fault, sentence_count, word_count
from content.reading import plain
from content.schema import LANGUAGES, ChoiceFamily, Family, Language, Lesson, ReviewEntry, TextFamily, Thresholds, Words
from content.typography import set_french
from content.values import slots
from content.variant import ChoiceKey, NumberKey, TextKey, Variant

# Characters a chat can show without scrolling on a small phone, and what a lesson of two minutes holds.
STEM, OPTION, HINT, EXPLANATION, FEEDBACK, QUESTION_WORDS, STORY_WORDS = 900, 120, 220, 600, 260, 40, 90
LESSON_WORDS = 320
DISTINCT = 50


@dataclass(frozen=True)
class Fault:
    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


Said = Iterator[tuple[list[str | int], str]]  # where in the file, and what is wrong there


def lint(bank: Bank, thresholds: Thresholds, reviews: tuple[ReviewEntry, ...], seeds: int = 200) -> list[Fault]:
    """All faults of all files. `seeds` is how many variants of each generated family are tried."""
    faults: list[Fault] = []
    for family in bank.families.values():
        path = bank.files[family.id]
        text = path.read_text("utf-8")
        for check in _FAMILY_CHECKS:
            faults += [Fault(path, line_of(text, where), what) for where, what in check(family, bank)]
        if not any(fault.path == path for fault in faults):
            faults += [Fault(path, 1, what) for what in _variants(family, bank, seeds)]
    root = Path(__file__).parent
    for lesson in bank.lessons.values():
        path = root / "lessons" / lesson.competence / f"{lesson.skill}.yaml"
        faults += [Fault(path, 1, what) for what in _lesson(lesson, bank)]
    faults += [Fault(root / "framework.yaml", 1, what) for what in _whole(bank, thresholds)]
    faults += [Fault(root / "reviews.yaml", 1, what) for what in _reviewed(bank, reviews)]
    return faults


def _references(family: Family, bank: Bank) -> Said:
    codes = {competence.code for competence in bank.competences()}
    if family.competence not in codes:
        yield ["competence"], f"there is no competence {family.competence}"
    elif family.skill not in {skill.code for skill in bank.competence(family.competence).skills}:
        yield ["skill"], f"there is no skill {family.skill} in {family.competence}: see framework.yaml"
    if family.generator and family.generator not in GENERATORS:
        yield ["generator"], f"there is no generator {family.generator} in content/generators"
    for enemy in family.enemies:
        if enemy not in bank.families:
            yield ["enemies"], f"there is no family {enemy}"
    if bank.files[family.id].stem != family.id:
        yield ["id"], f"the file should be called {family.id}.yaml"


def _misconceptions(family: Family, bank: Bank) -> Said:
    for language in LANGUAGES:
        words = _words(family, language)
        for field in ("options", "rejects", "traps"):
            for at, wrong in enumerate(getattr(words, field, ())):
                if getattr(wrong, "key", False):
                    continue
                if wrong.trap and wrong.trap not in bank.misconceptions:
                    yield [language, field, at], f"{wrong.trap} is not in the register of misconceptions"
                if field == "options" and not (wrong.trap and wrong.feedback):
                    yield [language, field, at], "a distractor names its misconception (trap) and has its own feedback"


def _keys(family: Family, _: Bank) -> Said:
    if not isinstance(family, ChoiceFamily):
        return
    for language in LANGUAGES:
        options = _words(family, language).options  # type: ignore[attr-defined]
        if sum(option.key for option in options) != 1:
            yield [language, "options"], "exactly one option is the key"
    if [option.trap for option in family.fr.options] != [option.trap for option in family.en.options]:
        yield ["en", "options"], "options stand in the same order, with the same traps, in French and in English"


def _generated(family: Family, _: Bank) -> Said:
    if family.generator and family.generator not in GENERATORS:
        return
    known = set(generate(family.generator, 0)) if family.generator else set()
    for where, text in _texts(family):
        unknown = slots(text) - known
        if unknown:
            yield where, f"{', '.join(sorted(unknown))} is not a value of the generator (braces are doubled: {{{{ }}}})"


def _prose(family: Family, _: Bank) -> Said:
    for where, text in _texts(family):
        language: Language = "en" if where[0] == "en" else "fr"
        if language == "fr" and where[0] == "fr" and set_french(text) != text:
            yield where, "French spaces and apostrophes: run `declic content lint --fix`"
        fault = impersonal_fault(text, language)
        if fault and "accepts" not in where:
            yield where, f"« {fault} » speaks to the learner: keep it impersonal (material goes in « », “ ” or code)"


_FAMILY_CHECKS: tuple[Callable[[Family, Bank], Said], ...] = (_references, _misconceptions, _keys, _generated, _prose)


def _variants(family: Family, bank: Bank, seeds: int) -> Iterator[str]:
    """What only shows once values are in: lengths, doubles, ambiguous keys, key positions, too few variants."""
    tries = seeds if family.generator else 12
    for language in LANGUAGES:
        said: set[str] = set()
        seen: set[tuple[str, str]] = set()
        places: Counter[int] = Counter()
        for seed in range(tries):
            variant = bank.render(family.id, seed, language)
            seen.add((variant.stem, variant.key.model_dump_json()))
            said.update(_variant(variant, bank))
            if isinstance(variant.key, ChoiceKey):
                places[[option.right for option in variant.key.options].index(True)] += 1
        yield from (f"{language}: {what}" for what in sorted(said))
        if family.generator and seeds >= 4 * DISTINCT and len(seen) < DISTINCT:
            yield f"{language}: only {len(seen)} different variants in {seeds}; {DISTINCT} are needed"
        if places and tries >= 200 and max(places.values()) > 0.6 * tries:
            yield f"{language}: the key stands too often in place {LETTERS[places.most_common(1)[0][0]]}"


def _variant(variant: Variant, bank: Bank) -> Iterator[str]:
    question = variant.stem.rsplit("\n\n", 1)[-1]
    if len(variant.stem) > STEM:
        yield f"the stem has {len(variant.stem)} characters; a chat bears {STEM}"
    if word_count(question) > QUESTION_WORDS:
        yield f"the question has {word_count(question)} words; {QUESTION_WORDS} at most"
    if word_count(variant.stem) > STORY_WORDS:
        yield f"the stem has {word_count(variant.stem)} words outside code; {STORY_WORDS} at most"
    for name, text, most in (("hint", variant.hint, HINT), ("explanation", variant.explanation, EXPLANATION)):
        if len(text) > most:
            yield f"the {name} has {len(text)} characters; {most} at most"
    if "{" in variant.hint + variant.explanation and "{{" in variant.hint + variant.explanation:
        yield "braces were not filled"
    match variant.key:
        case ChoiceKey() as key:
            yield from _options(key, variant)
        case TextKey() as key:
            for text in key.accepts:
                if mark(variant, text, bank.units).outcome != "right":
                    yield f"the accepted answer « {text} » is marked wrong"
                if plain(text) and len(plain(text)) > 3 and f" {plain(text)} " in f" {plain(question)} ":
                    yield f"the answer « {text} » stands in the question"
            for trap in key.rejects:
                if mark(variant, trap.text, bank.units).outcome == "right":
                    yield f"the rejected answer « {trap.text} » is marked right"
        case NumberKey() as key:
            if mark(variant, answer_shown(key, variant.language, bank.units), bank.units).outcome != "right":
                yield f"the key {key.value} is not marked right"
            for trap in key.traps:
                if mark(variant, trap.text, bank.units).outcome != "wrong":
                    yield f"the trap « {trap.text} » is not marked wrong"


def _options(key: ChoiceKey, variant: Variant) -> Iterator[str]:
    texts = [plain(option.text) or option.text for option in key.options]
    if len({option.text for option in key.options}) < len(texts):
        yield "two options say the same"
    for option in key.options:
        if len(option.text) > OPTION:
            yield f"an option has {len(option.text)} characters; {OPTION} at most"
        if option.feedback and len(option.feedback) > FEEDBACK:
            yield f"a feedback has {len(option.feedback)} characters; {FEEDBACK} at most"
    stem = plain(variant.stem)
    right = next(text for text, option in zip(texts, key.options, strict=True) if option.right)
    wrong = [text for text, option in zip(texts, key.options, strict=True) if not option.right]
    if len(right) > 3 and right in stem and not any(text in stem for text in wrong):
        yield "the key alone stands in the stem"
    if len(right) > 30 and len(right) > 1.5 * max(map(len, wrong)):
        yield "the key is much longer than the other options"


def _lesson(lesson: Lesson, bank: Bank) -> Iterator[str]:
    if lesson.skill not in {skill.code for skill in bank.competence(lesson.competence).skills}:
        yield f"there is no skill {lesson.skill} in {lesson.competence}"
    for language in LANGUAGES:
        words = lesson.fr if language == "fr" else lesson.en
        parts = [str(text) for text in words.model_dump().values()]
        if sum(map(word_count, parts)) > LESSON_WORDS:
            yield f"{language}: {sum(map(word_count, parts))} words; {LESSON_WORDS} are read in two minutes"
        for text in parts:
            if language == "fr" and set_french(text) != text:
                yield f"fr: French spaces and apostrophes in « {text[:40]} »: run `declic content lint --fix`"
            if impersonal_fault(text, language):
                yield f"{language}: « {impersonal_fault(text, language)} » speaks to the learner: keep it impersonal"


def _whole(bank: Bank, thresholds: Thresholds) -> Iterator[str]:
    live = bank.live()
    if len(live) < thresholds.families:
        yield f"{len(live)} live families; {thresholds.families} are needed"
    if sum(1 for family in live if family.generator) < thresholds.generated_share * len(live):
        yield "too few families are generated"
    if sum(1 for family in live if family.kind == "choice") > thresholds.choice_share * len(live):
        yield "too many families are choices"
    for competence in bank.competences():
        here = [family for family in live if family.competence == competence.code]
        if len({family.level for family in here}) < thresholds.levels_per_competence:
            yield f"{competence.code} has families at {len({family.level for family in here})} levels only"
        if len({family.skill for family in here}) < thresholds.skills_per_competence:
            yield f"{competence.code} has families for {len({family.skill for family in here})} skills only"
        taught = {skill for code, skill in bank.lessons if code == competence.code}
        if len(taught) < thresholds.lessons_per_competence:
            yield f"{competence.code} has {len(taught)} lessons only"
        missing = {family.skill for family in here} - taught
        if missing:
            yield f"{competence.code} has no lesson for {', '.join(sorted(missing))}"


def _reviewed(bank: Bank, reviews: tuple[ReviewEntry, ...]) -> Iterator[str]:
    read = {entry.family for entry in reviews}
    for family in bank.live():
        if family.reviewed != "none" and family.id not in read:
            yield f"{family.id} says it was reviewed, and the list does not know"
        if family.reviewed == "none":
            yield f"{family.id} is live and nobody has read it blind"
    for entry in reviews:
        if entry.family not in bank.families:
            yield f"{entry.family} was reviewed and is not there: retire families, do not delete them"


def _words(family: Family, language: Language) -> Words:
    return family.fr if language == "fr" else family.en


def _texts(family: Family) -> Iterator[tuple[list[str | int], str]]:
    """Every text of a family and where it stands."""
    yield from _strings([], family.model_dump(include={"fr", "en", "value", "tolerance"}))


def _strings(where: list[str | int], value: object) -> Iterator[tuple[list[str | int], str]]:
    if isinstance(value, BaseModel):
        value = value.model_dump()
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings([*where, key], inner)
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from _strings([*where, at], inner)


__all__ = ["Fault", "TextFamily", "lint", "sentence_count"]
