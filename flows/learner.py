"""A learner: profile, abilities, what was met, where the conversation stands. Immutable, stored with a format."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, PlainValidator

from content.variant import Variant
from flows.adaptive.estimation import Belief, prior
from flows.messages import Frozen

FORMAT = 1


def _belief(value: object) -> Belief:
    return value if isinstance(value, Belief) else Belief.unpack(str(value))


StoredBelief = Annotated[Belief, PlainValidator(_belief), PlainSerializer(Belief.pack, return_type=str)]


Outcome = Literal["right", "wrong", "unknown"]


class Prompt(Frozen):
    """What was asked, as asked. A later change of content never touches it."""

    number: int
    variant: Variant
    a: float
    b: float
    c: float
    tau2: float
    counts: bool  # a first meeting, no lesson just read: an unhinted answer moves the ability
    meeting: int
    asked: datetime
    hinted: bool = False


class Asking(Frozen):
    """A challenge waits for its answer."""

    type: Literal["asking"] = "asking"
    prompt: Prompt


class Told(Frozen):
    """An answer was given and explained; it can be taken back until the next challenge."""

    type: Literal["told"] = "told"
    prompt: Prompt
    said: str
    outcome: Outcome
    before: str | None  # the belief before it, packed; None where the answer did not move it
    undone: bool = False


class Pausing(Frozen):
    """Between two challenges: how far, and whether to go on."""

    type: Literal["pausing"] = "pausing"


Moment = Annotated[Asking | Told | Pausing, Field(discriminator="type")]


class Welcoming(Frozen):
    """The first message was said, and nothing is chosen yet."""

    type: Literal["welcoming"] = "welcoming"
    number: int


class Purpose(Frozen):
    """What brings the learner here?"""

    type: Literal["purpose"] = "purpose"
    number: int


class Placing(Frozen):
    """A placement sitting. Scope: all competences (""), a domain ("4") or a competence ("4.1")."""

    type: Literal["placing"] = "placing"
    scope: str
    moment: Moment
    families: tuple[str, ...] = ()  # asked in this sitting
    answered: int = 0


class Practising(Frozen):
    """Practice on a scope, or anything ("")."""

    type: Literal["practising"] = "practising"
    scope: str
    moment: Moment
    families: tuple[str, ...] = ()  # the latest ones asked
    answered: int = 0
    ease: int = 0  # how much easier (+) or harder (-) was asked for


class Home(Frozen):
    """No challenge is pending."""

    type: Literal["home"] = "home"


Flow = Annotated[Welcoming | Purpose | Placing | Practising | Home, Field(discriminator="type")]


class Reporting(Frozen):
    """Which problem is reported, of which challenge."""

    type: Literal["reporting"] = "reporting"
    number: int
    family: str
    seed: int
    language: str


class Erasing(Frozen):
    """Everything is about to be erased, if the learner says so again."""

    type: Literal["erasing"] = "erasing"
    number: int


class AskingAge(Frozen):
    type: Literal["asking_age"] = "asking_age"
    number: int


class AskingZone(Frozen):
    type: Literal["asking_zone"] = "asking_zone"
    number: int


Aside = Annotated[Reporting | Erasing | AskingAge | AskingZone, Field(discriminator="type")]


class Evidence(Frozen):
    """One answer behind a level, kept for "why this level?"."""

    family: str
    skill: str
    level: int
    outcome: Outcome
    counts: bool
    day: int


class Met(Frozen):
    """When a family was last met, and how often."""

    day: int
    times: int


Age = Literal["under15", "15to17", "adult"]


class Learner(Frozen):
    format: int = FORMAT
    language: str = ""  # a catalogue: fr, fr@tu, en
    age: Age | None = None
    age_asked: bool = False
    zone: str | None = None
    number: int = 0  # of the last prompt
    belief: StoredBelief = Field(default_factory=prior)
    answered: int = 0  # answers in all, taken-back ones left out
    met: dict[str, Met] = Field(default_factory=dict)
    evidence: dict[str, tuple[Evidence, ...]] = Field(default_factory=dict)  # by competence, the latest ones
    lessons: dict[str, int] = Field(default_factory=dict)  # "1.1 url" -> the day it was last read
    touched: datetime | None = None  # the last sign of life
    flow: Flow = Field(default_factory=Home)
    parked: Placing | None = None  # a placement left for a moment of practice
    aside: Aside | None = None

    @property
    def pending(self) -> Asking | Told | None:
        """The challenge that waits for an answer, or was just answered."""
        if isinstance(self.flow, Placing | Practising) and isinstance(self.flow.moment, Asking | Told):
            return self.flow.moment
        return None
