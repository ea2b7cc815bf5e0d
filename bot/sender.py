"""Pushes what waits in the outbox to its channel: in order for each learner, replies first, within the limits.

A reply is deleted once it was sent, so that a crash between the two sends it again: a question reaches its learner at
least once. What can never be delivered is dropped, and that learner's timers with it.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

import structlog
from cryptography.fernet import InvalidToken

from bot.body import BODY, Amendment, Body, Message
from bot.limits import Limits
from bot.secrets import Secrets
from bot.storage import outbox, shown
from bot.storage.database import Database, stamp
from bot.storage.outbox import Waiting
from bot.turn import Clock

_AT_ONCE = 30  # sends under way together
_RETRY = (1.0, 2.0, 5.0, 15.0, 60.0, 300.0)  # seconds before trying again
_log = structlog.get_logger()


class TransportError(Exception):
    """A channel would not take a message. `permanent`: it never will (blocked, deactivated)."""

    def __init__(self, message: str, permanent: bool = False, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.permanent, self.retry_after = permanent, retry_after


class Channel(Protocol):
    """Where messages are pushed to."""

    name: str

    async def send(self, address: str, learner: str, body: Body, message: str | None) -> str | None:
        """Show a body; `message` is the one to amend. Gives the id of the message that shows it, if any.
        TransportError when it is not taken."""


@dataclass(frozen=True)
class Sent:
    waiting: Waiting
    number: int
    message: str | None


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
        self._wake = asyncio.Event()
        self._done: list[Sent] = []
        self._busy: dict[str, asyncio.Task[None]] = {}  # learner -> the send under way
        self._task: asyncio.Task[None] | None = None

    def wake(self, _learners: set[str]) -> None:
        self._wake.set()

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name=f"sender {self._channel.name}")

    async def stop(self) -> None:
        """Sends under way are finished and marked."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        if self._busy:
            await asyncio.wait(self._busy.values(), timeout=5)
        await self._mark()

    async def _run(self) -> None:
        pause = 0.0
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), pause or None)
            self._wake.clear()
            try:
                await self._mark()
                pause = await self._round()
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
                self._busy[row.learner] = asyncio.create_task(self._give_up(row))
                continue
            at = self._monotonic()
            wait = self._limits.wait(address, at)
            if wait > 0 or len(self._busy) >= _AT_ONCE:
                soonest = min(soonest or 60.0, max(wait, 0.01))
                continue
            self._limits.count(address, at)
            body = BODY.validate_json(row.body)
            number = body.number if isinstance(body, Message | Amendment) else 0
            message = amended.get((row.learner, number)) if isinstance(body, Amendment) else None
            self._busy[row.learner] = asyncio.create_task(self._send(row, address, body, number, message))
        return soonest or await self._until_ready(now)

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
        try:
            if isinstance(body, Amendment) and message is None:
                sent = None  # the message it amends was never shown
            else:
                sent = await self._channel.send(address, row.learner, body, message)
            self._done.append(Sent(row, number, sent))  # still busy until that is marked, or it would be sent again
        except TransportError as error:
            await self._refused(row, address, error)
        except Exception as error:
            _log.error("send", error=repr(error))
            await self._later(row, _RETRY[min(row.attempts, len(_RETRY) - 1)])
        finally:
            self._wake.set()

    async def _refused(self, row: Waiting, address: str, error: TransportError) -> None:
        if error.permanent:
            await self._give_up(row)
        elif error.retry_after is not None:
            self._limits.hold(address, self._monotonic() + error.retry_after)
            await self._later(row, error.retry_after)
        else:
            await self._later(row, _RETRY[min(row.attempts, len(_RETRY) - 1)])

    async def _later(self, row: Waiting, seconds: float) -> None:
        ready = stamp(self._clock() + timedelta(seconds=seconds))
        async with self._database.transaction() as db:
            await outbox.later(db, [(ready, *row.key)])
        self._busy.pop(row.learner, None)

    async def _give_up(self, row: Waiting) -> None:
        """Nothing reaches this learner any more: no messages, no timers, until they come back."""
        async with self._database.transaction() as db:
            await outbox.drop(db, row.learner, self._channel.name)
            await db.run("delete from timers where learner = ?", (row.learner,))
        self._busy.pop(row.learner, None)

    async def _mark(self) -> None:
        done, self._done = self._done, []
        if not done:
            return
        async with self._database.transaction() as db:
            await outbox.sent(db, [one.waiting.key for one in done])
            messages = [
                (one.waiting.learner, self._channel.name, one.number, one.message)
                for one in done
                if one.number and one.message
            ]
            await shown.put(db, messages)
        for one in done:
            self._busy.pop(one.waiting.learner, None)
