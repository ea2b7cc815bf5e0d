"""Learners as Telegram would show them to us: what each one sees, and the update that their next press makes."""

import json
from collections.abc import Sequence
from random import Random
from typing import Any

from bot.body import Drawing, Message
from bot.channels.telegram.outbound import TEXT, formatted

Raw = dict[str, Any]
_BOT = {"id": 4_200_000_001, "is_bot": True, "first_name": "Déclic", "username": "declic_bot"}
_BEGAN = 1_770_000_000  # the date of every message
_UNKNOWN_ONE_IN = 8
_TYPED = {"text": "courriel", "number": "42"}


class Person:
    """One learner: the newest message with buttons, and how to react to it."""

    def __init__(self, number: int) -> None:
        self._number, self._rng = number, Random(number)
        self._shown: Message | Drawing | None = None
        self._acts = 0

    def see(self, body: Message | Drawing) -> None:
        self._shown = body

    def act(self) -> Raw:
        """The next update of this person: start, a first choice, an answer, or a way on."""
        self._acts += 1
        update = self._number * 10_000 + self._acts
        made = {"update_id": update, **self._reaction(update)}
        return dict(json.loads(json.dumps(made)))  # as over the wire: no two updates share a part

    def _reaction(self, update: int) -> Raw:
        if self._shown is None:
            return {"message": self._wrote("/start")}
        expects = self._shown.expects if isinstance(self._shown, Message) else ""
        options = [press.option for row in self._shown.buttons for press in row]
        if not expects:
            return {"callback_query": self._pressed(update, "/continue" if "/continue" in options else options[0])}
        if not self._rng.randrange(_UNKNOWN_ONE_IN):
            return {"callback_query": self._pressed(update, "unknown")}
        if expects in _TYPED:
            return {"message": self._wrote(_TYPED[expects])}
        letters = [option for option in options if len(option) == 1]
        return {"callback_query": self._pressed(update, self._rng.choice(letters))}

    def _wrote(self, text: str) -> Raw:
        found = self._message() | {"from": self._myself(), "text": text}
        command = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return found | {"entities": command} if text.startswith("/") else found

    def _pressed(self, update: int, option: str) -> Raw:
        """A press brings its whole message along, with its buttons."""
        assert self._shown is not None
        number = self._shown.number if isinstance(self._shown, Message) else 0
        said = self._shown.text if isinstance(self._shown, Message) else self._shown.caption
        text, entities = formatted(said, TEXT)
        keyboard = [
            [{"text": press.label, "callback_data": f"{number}:{press.option}"} for press in row]
            for row in self._shown.buttons
        ]
        message: Raw = {"from": _BOT, "text": text, "reply_markup": {"inline_keyboard": keyboard}}
        if entities:
            message["entities"] = [entity.to_dict() for entity in entities]
        return {
            "id": str(4_000_000_000_000_000 + update),
            "from": self._myself(),
            "message": self._message() | message,
            "chat_instance": str(7_000_000_000 + self._number),
            "data": f"{number}:{option}",
        }

    def _message(self) -> Raw:
        chat = {"id": self._number, "type": "private", "first_name": "Camille", "username": f"camille{self._number}"}
        return {"message_id": 2 * self._acts, "chat": chat, "date": _BEGAN}

    def _myself(self) -> Raw:
        return {
            "id": self._number,
            "is_bot": False,
            "first_name": "Camille",
            "username": f"camille{self._number}",
            "language_code": "fr",
        }


def newest(bodies: Sequence[Message | Drawing]) -> Message | Drawing | None:
    """The last one with buttons."""
    return next((body for body in reversed(bodies) if body.buttons), None)
