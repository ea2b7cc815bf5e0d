"""How fast a bot may write. Telegram publishes these numbers in its bots FAQ as advice ("avoid sending more than one
message per second in a chat", "short bursts", "about 30 messages per second", "20 messages per minute to a group");
the true limits vary, so this server takes the advice literally.

Messages and edits have a meter each, with the same limits.
"""

import math
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

SECOND, MINUTE = 1.0, 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    per_second: int = 30
    """All chats together, in any sliding second."""
    private_rate: float = 1.0
    """A second, sustained, to one private chat."""
    private_burst: int = 3
    """How many may follow each other at once after a silence; the FAQ says only that short bursts may pass."""
    group_per_minute: int = 20
    """To one group, in any sliding minute."""
    jitter: float = 0.05
    """Seconds that a call may come early: a network does not keep a sender's even pace."""


@dataclass(frozen=True, slots=True)
class Excess:
    """One call too many: what was exceeded, and after how many whole seconds the call may be repeated."""

    rule: str
    retry_after: int


@dataclass(frozen=True, slots=True)
class _Bucket:
    tokens: float
    at: float


class Meter:
    """A sliding window over everything, one a group, and a token bucket for each private chat."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = defaultdict(deque)
        self._buckets: dict[int, _Bucket] = {}

    def excess(self, chat_id: int, now: float) -> Excess | None:
        """What one more call now would exceed."""
        limits = self._limits
        wait = _window_wait(self._all, limits.per_second, SECOND - limits.jitter, now)
        if wait is not None:
            return _excess(f"more than {limits.per_second} in one second", wait)
        if chat_id < 0:
            wait = _window_wait(self._groups[chat_id], limits.group_per_minute, MINUTE - limits.jitter, now)
            return None if wait is None else _excess(f"more than {limits.group_per_minute} a minute to a group", wait)
        missing = 1.0 - self._tokens(chat_id, now)
        rule = f"more than {limits.private_rate:g} a second to one chat, after a burst of {limits.private_burst}"
        wait = missing / limits.private_rate - limits.jitter
        return None if wait <= 1e-9 else _excess(rule, wait)

    def count(self, chat_id: int, now: float) -> None:
        """A call went through. A bucket never owes: when limits are only recorded, each excess is counted once."""
        self._all.append(now)
        if chat_id < 0:
            self._groups[chat_id].append(now)
        else:
            self._buckets[chat_id] = _Bucket(max(0.0, self._tokens(chat_id, now) - 1.0), now)

    def _tokens(self, chat_id: int, now: float) -> float:
        bucket = self._buckets.get(chat_id)
        if bucket is None:
            return float(self._limits.private_burst)
        return min(self._limits.private_burst, bucket.tokens + (now - bucket.at) * self._limits.private_rate)


def _window_wait(times: deque[float], allowed: int, span: float, now: float) -> float | None:
    """Seconds until one more call fits into the window; None when it fits now."""
    while times and times[0] <= now - span:
        times.popleft()
    if len(times) < allowed:
        return None
    return times[len(times) - allowed] + span - now


def _excess(rule: str, wait: float) -> Excess:
    return Excess(rule, max(1, math.ceil(wait)))


def busiest(times: Sequence[float], span: float = SECOND) -> int:
    """The most calls in any sliding window of this span."""
    most, window = 0, deque[float]()
    for at in sorted(times):
        window.append(at)
        while window[0] <= at - span:
            window.popleft()
        most = max(most, len(window))
    return most
