"""Pushes what waits in the outbox to its channel: in order for each learner, replies first, within the limits.

A reply is deleted once it was sent, so that a crash between the two sends it again: a question reaches its learner at
least once. What can never be delivered is dropped, and that learner's timers with it.

A send is over only when what became of it is stored: until then its learner is busy, and where the database refuses it
is tried again. A send counts from when it ended, as nobody knows when between its beginning and its end it arrived.
"""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import structlog
from cryptography.fernet import InvalidToken

from bot.body import BODY, Amendment, Body, Message
from bot.limits import CHAT_BURST, CHAT_PACE, OVERALL, OVERALL_SPAN, Limits
from bot.secrets import Secrets
from bot.storage import outbox, shown
from bot.storage.database import Database, Statements, stamp
from bot.storage.outbox import Waiting
from bot.turn import Clock

_AT_ONCE = 30  # sends under way together
_RETRY = (1.0, 2.0, 5.0, 15.0, 60.0, 300.0)  # seconds before trying again
_UNFIT = 2  # attempts after which a message that is refused for what it is makes way for the next
_BURST_BACK = CHAT_PACE * (CHAT_BURST - 1)  # seconds after which a chat may be written to in a burst again
_GRACE = 5.0  # seconds
_log = structlog.get_logger()


class TransportError(Exception):
    """A channel would not take a message. `permanent`: it never takes any for this learner (blocked, deactivated);
    `unfit`: not this one, as it is."""

    def __init__(
        self, message: str, permanent: bool = False, retry_after: float | None = None, unfit: bool = False
    ) -> None:
        super().__init__(message)
        self.permanent, self.retry_after, self.unfit = permanent, retry_after, unfit


class Channel(Protocol):
    """Where messages are pushed to."""

    name: str

    async def send(self, address: str, learner: str, body: Body, message: str | None) -> str | None:
        """Show a body; `message` is the one to amend. Gives the id of the message that shows it, if any.
        TransportError when it is not taken."""


@dataclass(frozen=True)
class Ended:
    """What became of a send: shown as `message`, to be tried again after `later` seconds, or `lost` with all others."""

    waiting: Waiting
    number: int = 0
    message: str | None = None
    later: float | None = None
    lost: bool = False


class Flights:
    """Sends under way and those that ended a moment ago: all may have arrived within the same second."""

    def __init__(self) -> None:
        self._under_way = 0
        self._ended: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more may begin; 0 for at once."""
        while self._ended and self._ended[0] <= now - OVERALL_SPAN:
            self._ended.popleft()
        if self._under_way + len(self._ended) < OVERALL:
            return 0.0
        return self._ended[0] + OVERALL_SPAN - now if self._ended else OVERALL_SPAN

    def begin(self) -> None:
        self._under_way += 1

    def end(self, now: float) -> None:
        self._under_way -= 1
        self._ended.append(now)


class Sender:
    def __init__(
        self,
        database: Database,
        secrets: Secrets,
        channel: Channel,
        clock: Clock,
        limits: Limits | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database, self._secrets, self._channel, self._clock = database, secrets, channel, clock
        self._limits, self._monotonic = limits or Limits(), monotonic
        self._begun, self._flights = monotonic(), Flights()
        self._wake = asyncio.Event()
        self._ended: list[Ended] = []
        self._busy: dict[str, asyncio.Task[None] | None] = {}  # learner -> the send under way
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    def wake(self, _learners: set[str]) -> None:
        self._wake.set()

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name=f"sender {self._channel.name}")

    async def stop(self) -> None:
        """Sends under way are finished and marked."""
        self._stopping = True
        self._wake.set()
        if self._task:
            await _finished([self._task])
        await _finished([send for send in self._busy.values() if send])
        try:
            await self._mark()
        except Exception as error:
            _log.error("sender", error=repr(error))

    async def _run(self) -> None:
        pause = 0.0
        while not self._stopping:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), pause or None)
            self._wake.clear()
            try:
                await self._mark()
                pause = 0.0 if self._stopping else await self._round()
            except Exception as error:
                _log.error("sender", error=repr(error))
                pause = 1.0

    async def _round(self) -> float:
        """Start all sends that may go now. Gives the seconds after which to look again; 0 for when woken."""
        now = stamp(self._clock())
        rows = await outbox.waiting(self._database.reading, self._channel.name, now, limit=4 * _AT_ONCE)
        wanted = [row for row in rows if row.learner not in self._busy]
        amended = await self._amended(wanted)
        soonest = 0.0
        for row in wanted:
            address = self._opened(row)
            if address is None:
                self._busy[row.learner] = None
                self._end(Ended(row, lost=True))
                continue
            at = self._monotonic()
            wait = max(self._flights.wait(at), self._limits.wait(address, at))
            if wait > 0 or len(self._busy) >= _AT_ONCE:
                soonest = min(soonest or 60.0, max(wait, 0.01))
                continue
            self._begin(row, address, amended)
        return soonest or await self._until_ready(now)

    def _begin(self, row: Waiting, address: str, amended: dict[tuple[str, int], str]) -> None:
        body = BODY.validate_json(row.body)
        number = body.number if isinstance(body, Message | Amendment) else 0
        message = amended.get((row.learner, number)) if isinstance(body, Amendment) else None
        self._flights.begin()
        self._busy[row.learner] = asyncio.create_task(self._send(row, address, body, number, message))

    async def _until_ready(self, now: str) -> float:
        """Seconds until something held back may go; 0 when nothing waits."""
        ready = await outbox.next_ready(self._database.reading, self._channel.name)
        return 0.0 if ready is None else 0.2 if ready <= now and not self._busy else 0.5

    async def _amended(self, rows: list[Waiting]) -> dict[tuple[str, int], str]:
        bodies = [(row.learner, BODY.validate_json(row.body)) for row in rows]
        prompts = [(learner, body.number) for learner, body in bodies if isinstance(body, Amendment)]
        return await shown.find(self._database.reading, self._channel.name, prompts) if prompts else {}

    def _opened(self, row: Waiting) -> str | None:
        try:
            return self._secrets.open(row.address) if row.address else None
        except InvalidToken:
            return None

    async def _send(self, row: Waiting, address: str, body: Body, number: int, message: str | None) -> None:
        ended = Ended(row, later=_RETRY[min(row.attempts, len(_RETRY) - 1)])
        try:
            if isinstance(body, Amendment) and message is None:
                ended = Ended(row)  # the message it amends was never shown
            else:
                ended = Ended(row, number, await self._channel.send(address, row.learner, body, message))
        except TransportError as error:
            ended = self._refused(row, address, error)
        except Exception as error:
            _log.error("send", error=repr(error))
        finally:
            self._count(address)
            self._end(ended)

    def _refused(self, row: Waiting, address: str, error: TransportError) -> Ended:
        if error.permanent:
            return Ended(row, lost=True)
        if error.retry_after is not None:
            self._limits.hold(address, self._monotonic() + error.retry_after)
            return Ended(row, later=error.retry_after)
        if error.unfit and row.attempts >= _UNFIT:
            _log.error("message refused for good", error=str(error))
            return Ended(row)
        return Ended(row, later=_RETRY[min(row.attempts, len(_RETRY) - 1)])

    def _count(self, address: str) -> None:
        """What was sent just before our start is not known: at first, a chat is taken to have had its burst."""
        at = self._monotonic()
        self._flights.end(at)
        self._limits.count(address, at + _BURST_BACK if at < self._begun + _BURST_BACK else at)

    def _end(self, ended: Ended) -> None:
        self._ended.append(ended)
        self._wake.set()

    async def _mark(self) -> None:
        """Store what became of sends; their learners are busy until then."""
        ended = list(self._ended)
        if not ended:
            return
        async with self._database.transaction() as db:
            await self._store(db, ended)
        del self._ended[: len(ended)]
        for one in ended:
            self._busy.pop(one.waiting.learner, None)

    async def _store(self, db: Statements, ended: list[Ended]) -> None:
        now = self._clock()
        done = [one for one in ended if one.later is None and not one.lost]
        await outbox.sent(db, [one.waiting.key for one in done])
        await shown.put(db, await self._showing(db, done))
        later = [(one.later, one.waiting.key) for one in ended if one.later is not None]
        await outbox.later(db, [(stamp(now + timedelta(seconds=seconds)), *key) for seconds, key in later])
        for learner in {one.waiting.learner for one in ended if one.lost}:
            # Nothing reaches them any more: no messages, no timers, until they come back.
            await outbox.drop(db, learner, self._channel.name)
            await db.run("delete from timers where learner = ?", (learner,))

    async def _showing(self, db: Statements, done: list[Ended]) -> list[tuple[str, str, int, str]]:
        """Which messages show which prompts; of those who erased everything meanwhile, nothing is kept."""
        found = [(one.waiting.learner, one.number, one.message) for one in done if one.number and one.message]
        wanted = json.dumps([learner for learner, _, _ in found])
        there = await db.all("select id from learners where id in (select value from json_each(?))", (wanted,))
        return [(learner, self._channel.name, number, shown) for learner, number, shown in found if (learner,) in there]


async def _finished(tasks: list[asyncio.Task[None]]) -> None:
    """They are given a moment to end by themselves."""
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=_GRACE)
        for task in late:
            task.cancel()
        await asyncio.wait(tasks, timeout=_GRACE)
