"""Replies in words: what is stored in the outbox and in the log, ready for a channel to show.

Texts carry three marks: `code`, ```a block of code``` and **strong**; `bot.markup` reads them.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from flows.facts import ProfileFacts
from flows.messages import Expects


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True)


class Press(_Body):
    """A button as it is shown. `option` comes back when it is pressed."""

    label: str
    option: str


class Message(_Body):
    kind: Literal["message"] = "message"
    text: str
    buttons: tuple[tuple[Press, ...], ...] = ()
    number: int = 0  # of the prompt; 0 where the buttons belong to none
    expects: Expects = ""


class Amendment(_Body):
    """The message of that number now reads so, and has no buttons."""

    kind: Literal["amendment"] = "amendment"
    number: int
    text: str


class Drawing(_Body):
    """A picture still to be drawn, its caption and its buttons."""

    kind: Literal["drawing"] = "drawing"
    facts: ProfileFacts
    language: str
    caption: str
    buttons: tuple[tuple[Press, ...], ...] = ()


class Attachment(_Body):
    """A file still to be made from what is stored."""

    kind: Literal["attachment"] = "attachment"
    name: Literal["export"]
    caption: str


class Heard(_Body):
    """What the learner said or pressed: part of the log where a channel shows both sides."""

    kind: Literal["heard"] = "heard"
    text: str


Body = Annotated[Message | Amendment | Drawing | Attachment | Heard, Field(discriminator="kind")]

BODY: TypeAdapter[Body] = TypeAdapter(Body)
