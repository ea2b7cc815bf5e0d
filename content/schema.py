"""What an author writes: the framework, item families, lessons and misconceptions, as strict models."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

Need = Literal["computer", "web", "sound", "colour"]
Help = Literal["alone", "calculator", "web", "any"]
Status = Literal["draft", "live", "retired"]
Order = Literal["shuffled", "sorted"]
Review = Literal["none", "blind", "person"]


class Strict(BaseModel):
    """Unknown keys are errors and values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Skill(Strict):
    code: str
    fr: str
    en: str
    digcomp22: tuple[str, ...]
    digcomp30: tuple[str, ...]


class Competence(Strict):
    code: str
    fr: str
    en: str
    about_fr: str
    about_en: str
    skills: tuple[Skill, ...]


class Domain(Strict):
    code: str
    fr: str
    en: str
    competences: tuple[Competence, ...]


class Framework(Strict):
    domains: tuple[Domain, ...]


class Misconception(Strict):
    """A mistake that people really make, named once and met in several families."""

    code: str
    fr: str
    en: str


class Option(Strict):
    """One choice on offer: the key, or a distractor that points to a misconception."""

    text: str
    key: bool = False
    trap: str | None = None
    feedback: str | None = None


class Trap(Strict):
    """A wrong answer that people type, with the misconception behind it. Never forgiven as a slip of the key."""

    text: str
    trap: str | None = None
    feedback: str | None = None


class Words(Strict):
    """What every kind says in one language."""

    stem: str
    hint: str
    explanation: str


class ChoiceWords(Words):
    options: tuple[Option, ...] = Field(min_length=2, max_length=5)


class TextWords(Words):
    form: str  # the form of the answer, shown after the stem: "un mot"
    accepts: tuple[str, ...] = Field(min_length=1)  # the first one is shown as the answer
    rejects: tuple[Trap, ...] = ()


class NumberWords(Words):
    form: str
    traps: tuple[Trap, ...] = ()


class Law(Strict):
    """Where and until when a rule of law holds."""

    region: str
    review_by: date


class FamilyBase(Strict):
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    competence: str
    skill: str
    level: int = Field(ge=1, le=8)
    status: Status
    generator: str | None = None
    needs: tuple[Need, ...] = ()
    time: int = Field(gt=0, le=900)  # seconds that a calm person takes
    help: Help
    sources: tuple[str, ...] = ()
    law: Law | None = None
    enemies: tuple[str, ...] = ()
    written: Literal["machine", "person"] = "machine"
    reviewed: Review = "none"


class ChoiceFamily(FamilyBase):
    kind: Literal["choice"]
    order: Order = "shuffled"
    fr: ChoiceWords
    en: ChoiceWords


class TextFamily(FamilyBase):
    kind: Literal["text"]
    exact: bool = False  # codes, addresses, file names: no slip is forgiven, case and accents count
    fr: TextWords
    en: TextWords


class NumberFamily(FamilyBase):
    kind: Literal["number"]
    value: str  # a number, or the name of a generated value in braces
    unit: str | None = None  # a code of units.yaml
    tolerance: str = "0"  # absolute, in the same unit
    fr: NumberWords
    en: NumberWords


# Further kinds (several choices, ordering, matching, dates, files, programs) join this union.
Family = Annotated[ChoiceFamily | TextFamily | NumberFamily, Field(discriminator="kind")]


class Tutorial(Strict):
    title: str
    publisher: str
    url: str
    language: Language
    licence: str | None = None
    kind: Literal["article", "video", "exercise", "tool"]
    minutes: int


class LessonWords(Strict):
    title: str
    what: str
    why: str
    example: str
    trap: str
    practice: str  # one thing to try


class Lesson(Strict):
    competence: str
    skill: str
    fr: LessonWords
    en: LessonWords
    tutorials: tuple[Tutorial, ...] = ()


class Unit(Strict):
    """A unit of measure. Units of one dimension convert by their factor to its base."""

    dimension: str
    factor: str
    fr: tuple[str, ...]  # accepted spellings, the first one is shown
    en: tuple[str, ...]


class ReviewEntry(Strict):
    """Who read a family without seeing its key, when, and what came of it."""

    family: str
    reader: str
    read_on: date
    asked: int
    agreed: int
    note: str | None = None


class Thresholds(Strict):
    """What the bank must hold; rises with each release."""

    families: int
    levels_per_competence: int
    generated_share: float
    choice_share: float
    lessons_per_competence: int
    skills_per_competence: int
