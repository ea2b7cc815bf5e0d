"""What is heard, said and concluded: events in, replies out, and all that one event leads to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from flows.facts import ProfileFacts
from flows.wording import Text


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# Events: all that can happen.


class Started(Frozen):
    """A conversation is opened: /start, a deep link, a first visit. `language` is what the device speaks."""

    type: Literal["started"] = "started"
    payload: str = ""
    language: str = ""


class Said(Frozen):
    type: Literal["said"] = "said"
    text: str


class Chose(Frozen):
    """A button was pressed: of which prompt, and which option. May be old, repeated or forged."""

    type: Literal["chose"] = "chose"
    prompt: int
    option: str


class Sent(Frozen):
    """Something that is not text."""

    type: Literal["sent"] = "sent"
    what: Literal["sticker", "voice", "photo", "file", "video", "place", "contact", "other"]


class Edited(Frozen):
    """A message already sent was changed by the learner."""

    type: Literal["edited"] = "edited"
    text: str = ""


class Elapsed(Frozen):
    """A timer came due."""

    type: Literal["elapsed"] = "elapsed"
    timer: str


class Left(Frozen):
    """The learner blocked us or closed the chat."""

    type: Literal["left"] = "left"


Event = Annotated[Started | Said | Chose | Sent | Edited | Elapsed | Left, Field(discriminator="type")]


# Replies: what the tutor says, for no channel in particular.


@dataclass(frozen=True, slots=True)
class Button:
    """`option` comes back in `Chose`. One that begins with / is a wish, good at any time."""

    label: Text
    option: str


Rows = tuple[tuple[Button, ...], ...]
Expects = Literal["", "choice", "text", "number"]


@dataclass(frozen=True, slots=True)
class Say:
    """A message. With a number, its buttons belong to that prompt; `expects` tells what may be typed."""

    text: Text
    buttons: Rows = ()
    number: int = 0
    expects: Expects = ""


@dataclass(frozen=True, slots=True)
class Amend:
    """The message of that prompt now reads so, without buttons."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn from facts; the caption says the same facts in words."""

    facts: ProfileFacts
    caption: Text
    buttons: Rows = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file made from what is stored of the learner."""

    name: Literal["export"]
    caption: Text


Reply = Say | Amend | Picture | Document


# Conclusions.


@dataclass(frozen=True, slots=True)
class Timer:
    """The same name replaces; no due cancels."""

    name: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Post:
    """An event for another learner, taken as that learner's own turn."""

    learner: str
    event: Event


class Response(Frozen):
    """A learner's answer to one prompt, with its context. Append-only: the source of every estimate."""

    prompt: int
    at: datetime
    flow: str
    family: str
    seed: int
    language: str
    competence: str
    skill: str
    level: int
    a: float
    b: float
    c: float
    said: str
    outcome: Literal["right", "wrong", "unknown"]
    score: float
    trap: str | None
    hinted: bool
    counts: bool  # moves the ability; else it feeds memory only
    meeting: int  # the nth time this learner meets the family
    retracted: bool = False  # takes back the response to the same prompt


class Report(Frozen):
    """A learner says that something is wrong with a challenge."""

    at: datetime
    family: str
    seed: int
    language: str
    reason: str
    text: str


EVENT: TypeAdapter[Event] = TypeAdapter(Event)
