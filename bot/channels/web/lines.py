"""The log as it is shown: later changes folded into the messages they change."""

from dataclasses import dataclass, replace
from typing import assert_never

from bot.body import Amendment, Attachment, Body, Drawing, Heard, Message, Press
from bot.conversation import Entry

Rows = tuple[tuple[Press, ...], ...]


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    option: str
    front: bool  # an answer, or the way on: stands out among the rest


Buttons = tuple[tuple[Button, ...], ...]


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
            buttons = _shown(body.buttons, typed=body.expects in ("text", "number"))
            return Line(at, body.kind, body.text, body.number, buttons, waits)
        case Amendment():
            return Line(at, body.kind, body.text, body.number)
        case Drawing():
            return Line(at, body.kind, body.caption, buttons=_shown(body.buttons, typed=False))
        case Attachment():
            return Line(at, body.kind, body.caption)
        case Heard():
            return Line(at, body.kind, body.text)
        case _:
            assert_never(body)


def _shown(rows: Rows, typed: bool) -> Buttons:
    """A row with a wish in it is a row of side ways. Where all are, the very first leads on, unless one is to type."""
    answers = [not any(button.option.startswith("/") for button in row) for row in rows]
    leads = not typed and not any(answers)
    return tuple(
        tuple(
            Button(button.label, button.option, answers[y] or (leads and x == y == 0)) for x, button in enumerate(row)
        )
        for y, row in enumerate(rows)
    )


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
