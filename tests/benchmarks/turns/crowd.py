"""Learners as Telegram would show them to us: what each one sees, and the update that their next press makes.

They answer by button, one of the options or "I don't know"; where an answer would have to be typed, always the latter.
"""

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


class Person:
    """One learner: the newest message with buttons, and how to react to it."""

    def __init__(self, number: int) -> None:
        self._number, self._rng = number, Random(number)
        self._shown: Message | Drawing | None = None
        self._acts = 0

    def see(self, body: Message | Drawing) -> None:
        self._shown = body

    def act(self) -> Raw:
        """The next update of this person: the start, a first choice, an answer, or a way on."""
        self._acts += 1
        update = self._number * 10_000 + self._acts
        made = {"callback_query": self._pressed(update, self._shown)} if self._shown else {"message": self._started()}
        return dict(json.loads(json.dumps({"update_id": update, **made})))  # as over the wire: no two share a part

    def _choice(self, shown: Message | Drawing) -> str:
        options = [press.option for row in shown.buttons for press in row]
        if "/continue" in options:
            return "/continue"
        letters = [option for option in options if len(option) == 1]
        if "unknown" in options and (not letters or not self._rng.randrange(_UNKNOWN_ONE_IN)):
            return "unknown"
        return self._rng.choice(letters) if letters else options[0]

    def _started(self) -> Raw:
        command = {"type": "bot_command", "offset": 0, "length": len("/start")}
        return self._message() | {"from": self._myself(), "text": "/start", "entities": [command]}

    def _pressed(self, update: int, shown: Message | Drawing) -> Raw:
        """A press brings its whole message along, with its buttons."""
        number = shown.number if isinstance(shown, Message) else 0
        text, entities = formatted(shown.text if isinstance(shown, Message) else shown.caption, TEXT)
        keyboard = [
            [{"text": press.label, "callback_data": f"{number}:{press.option}"} for press in row]
            for row in shown.buttons
        ]
        message: Raw = {"from": _BOT, "text": text, "reply_markup": {"inline_keyboard": keyboard}}
        if entities:
            message["entities"] = [entity.to_dict() for entity in entities]
        return {
            "id": str(4_000_000_000_000_000 + update),
            "from": self._myself(),
            "message": self._message() | message,
            "chat_instance": str(7_000_000_000 + self._number),
            "data": f"{number}:{self._choice(shown)}",
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
