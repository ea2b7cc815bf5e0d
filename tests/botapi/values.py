"""What a test reads: frozen values without behaviour of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Entity:
    """Offset and length count UTF-16 code units, as everywhere in the Bot API."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user_id: int | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None


class Button(NamedTuple):
    """`data` is None for a button that opens a link or copies a text: nobody can press it here."""

    label: str
    data: str | None


class Document(NamedTuple):
    name: str
    data: bytes


class Notice(NamedTuple):
    """What answerCallbackQuery showed to the person who pressed."""

    text: str
    alert: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the bot as the user sees it now, edits applied."""

    message_id: int
    text: str
    entities: tuple[Entity, ...]
    buttons: tuple[tuple[Button, ...], ...]
    photo: bytes | None
    document: Document | None
    caption: str
    edited: bool
    links: Mapping[str, str]
    """Labels of the buttons that open a link, with the link."""

    @property
    def words(self) -> str:
        return self.text or self.caption

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(button.label for row in self.buttons for button in row)


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `status` is None when the line was cut; `done` says whether the work was done all the same."""

    at: float
    method: str
    chat_id: int | None
    status: int | None
    done: bool
    retry_after: int | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one kind of call; the busiest second is any sliding second, not one of the clock's."""

    delivered: int
    refused: int
    busiest_second: int


@dataclass(frozen=True, slots=True)
class Figures:
    messages: Tally
    edits: Tally


@dataclass(frozen=True, slots=True)
class Group:
    id: int
    title: str
