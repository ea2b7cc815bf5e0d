"""Faults on demand: what can go wrong between a program and Telegram, armed for the next calls of a method."""

from collections import defaultdict, deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refuse:
    """Answered with an error, nothing is done."""

    code: int
    description: str
    retry_after: int | None = None


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset before anything is done."""


@dataclass(frozen=True, slots=True)
class DeliveredThenLost:
    """The work is done and the user sees it, then the connection is closed without an answer."""


@dataclass(frozen=True, slots=True)
class Slow:
    """Nothing happens for some seconds, then all goes well, even when the client no longer waits."""

    seconds: float


@dataclass(frozen=True, slots=True)
class BadGateway:
    """A proxy before Telegram answers 502 with a page of HTML; nothing is done."""


Fault = Refuse | Reset | DeliveredThenLost | Slow | BadGateway


class Faults:
    """Armed faults, first armed first met."""

    def __init__(self) -> None:
        self._armed: dict[str, deque[tuple[Fault, int | None]]] = defaultdict(deque)

    def arm(self, method: str, times: int, how: Fault, chat_id: int | None) -> None:
        self._armed[method].extend([(how, chat_id)] * times)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        armed = self._armed[method]
        for item in armed:
            fault, only_for = item
            if only_for is None or only_for == chat_id:
                armed.remove(item)
                return fault
        return None
