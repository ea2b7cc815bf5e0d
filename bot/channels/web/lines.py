"""The log as it is shown: later changes folded into the messages they change."""

from dataclasses import dataclass, replace
from typing import assert_never

from bot.body import Amendment, Attachment, Body, Drawing, Heard, Message, Press
from bot.conversation import Entry

Buttons = tuple[tuple[Press, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    at: int
    kind: str
    text: str
    number: int = 0
    buttons: Buttons = ()
    waits: bool = False  # an answer is expected: its buttons stay in front until it is amended


def line(entry: Entry) -> Line:
    at, body = entry.at, entry.body
    match body:
        case Message():
            waits = body.number > 0 and body.expects != ""
            return Line(at, body.kind, body.text, body.number, body.buttons, waits)
        case Amendment():
            return Line(at, body.kind, body.text, body.number)
        case Drawing():
            return Line(at, body.kind, body.caption, buttons=body.buttons)
        case Attachment():
            return Line(at, body.kind, body.caption)
        case Heard():
            return Line(at, body.kind, body.text)
        case _:
            assert_never(body)


def fold(entries: list[Entry]) -> list[Line]:
    """What a reader sees: an amendment speaks for the newest message of its number, and takes the buttons of all."""
    shown: list[Line] = []
    for new in map(line, entries):
        if new.kind == "amendment":
            _amend(shown, new)
        else:
            shown.append(new)
    return shown


def _amend(shown: list[Line], change: Line) -> None:
    same = [at for at, old in enumerate(shown) if old.number == change.number > 0]
    for at in same:
        shown[at] = replace(shown[at], buttons=(), waits=False)
    if same:
        shown[same[-1]] = replace(shown[same[-1]], text=change.text)


def body_at(entries: list[Entry], at: int) -> Body | None:
    return next((entry.body for entry in entries if entry.at == at), None)
