"""How much may be sent, kept by ourselves and not by being refused: Telegram's stated limits.

Overall 30 messages in any second; in a private chat one a second sustained, with a short burst; in a group 20 in any
minute. Times are seconds of a monotonic clock.
"""

from collections import deque

OVERALL, OVERALL_SPAN = 30, 1.0
CHAT_BURST, CHAT_PACE = 3, 1.0
GROUP, GROUP_SPAN = 20, 60.0


class Window:
    """At most `most` in any span of so many seconds."""

    def __init__(self, most: int, span: float) -> None:
        self._most, self._span = most, span
        self._times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until the next one may go; 0 for at once."""
        while self._times and self._times[0] <= now - self._span:
            self._times.popleft()
        return 0.0 if len(self._times) < self._most else self._times[0] + self._span - now

    def count(self, now: float) -> None:
        self._times.append(now)


class Pace:
    """One every so many seconds in the long run, a few at once in the short (generic cell rate algorithm)."""

    def __init__(self, pace: float, burst: int) -> None:
        self._pace, self._slack = pace, pace * (burst - 1)
        self._expected = 0.0

    def wait(self, now: float) -> float:
        return max(0.0, self._expected - self._slack - now)

    def count(self, now: float) -> None:
        self._expected = max(now, self._expected) + self._pace

    def idle(self, now: float) -> bool:
        return self._expected < now


class Limits:
    """All sends counted, by chat and in all. A refused chat, or everything, can be held back for a while."""

    def __init__(self, overall: int = OVERALL) -> None:
        self._overall = Window(overall, OVERALL_SPAN)
        self._chats: dict[str, Pace | Window] = {}
        self._held: dict[str, float] = {}

    def wait(self, chat: str, now: float) -> float:
        """Seconds until a message may go to this chat."""
        held = max(self._held.get(chat, 0.0), self._held.get("", 0.0)) - now
        return max(0.0, held, self._overall.wait(now), self._chat(chat).wait(now))

    def count(self, chat: str, now: float) -> None:
        self._overall.count(now)
        self._chat(chat).count(now)
        if len(self._chats) > 10_000:
            self._forget(now)

    def hold(self, chat: str, until: float) -> None:
        """Nothing to this chat until then; to nobody when `chat` is empty."""
        self._held[chat] = until

    def _chat(self, chat: str) -> Pace | Window:
        if chat not in self._chats:
            group = chat.startswith("-")
            self._chats[chat] = Window(GROUP, GROUP_SPAN) if group else Pace(CHAT_PACE, CHAT_BURST)
        return self._chats[chat]

    def _forget(self, now: float) -> None:
        self._chats = {
            chat: kept for chat, kept in self._chats.items() if isinstance(kept, Window) or not kept.idle(now)
        }
        self._held = {chat: until for chat, until in self._held.items() if until > now}
