"""For a second reader: challenges without key, hint or explanation; and the marking of that reader's answers."""

from random import Random

from pydantic import BaseModel

from content.bank import Bank
from content.marking import LETTERS, answer_shown, mark
from content.schema import Language
from content.variant import ChoiceKey, Variant


class Asked(BaseModel):
    ask: str
    family: str
    competence: str
    level: int
    kind: str
    stem: str
    options: list[str]
    files: list[str]
    answer_form: str


class Answered(BaseModel):
    ask: str
    answer: str


class Disagreement(BaseModel):
    ask: str
    family: str
    answer: str
    key: str


class Agreement(BaseModel):
    asked: int
    agreed: int
    disagreed: list[Disagreement]


def ask(bank: Bank, language: Language, seed: int, variants: int, only: str | None = None) -> list[Asked]:
    """Variants of every live family (or of those whose id or competence begins with `only`)."""
    rng = Random(seed)
    asked = []
    for family in bank.live():
        seeds = [rng.randrange(2**31) for _ in range(variants if family.generator else 1)]
        if only and not (family.id.startswith(only) or family.competence.startswith(only)):
            continue
        asked += [_asked(bank.render(family.id, one, language), family.kind) for one in seeds]
    return asked


def _asked(variant: Variant, kind: str) -> Asked:
    options = variant.key.options if isinstance(variant.key, ChoiceKey) else ()
    return Asked(
        ask=f"{variant.family}.{variant.seed}.{variant.language}",
        family=variant.family,
        competence=variant.competence,
        level=variant.level,
        kind=kind,
        stem=variant.stem,
        options=[f"{LETTERS[at]}. {option.text}" for at, option in enumerate(options)],
        files=[],
        answer_form=getattr(variant.key, "form", "A, B, C"),
    )


def check(bank: Bank, answers: list[Answered]) -> Agreement:
    """Mark a reader's answers by the keys. KeyError for a family that does not exist."""
    disagreed = []
    for answered in answers:
        family, seed, language = answered.ask.rsplit(".", 2)
        variant = bank.render(family, int(seed), "fr" if language == "fr" else "en")
        if mark(variant, answered.answer, bank.units).outcome != "right":
            key = answer_shown(variant.key, variant.language, bank.units)
            disagreed.append(Disagreement(ask=answered.ask, family=family, answer=answered.answer, key=key))
    return Agreement(asked=len(answers), agreed=len(answers) - len(disagreed), disagreed=disagreed)
