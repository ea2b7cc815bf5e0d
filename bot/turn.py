"""Turns, in batches: what waits is taken together, in one transaction.

A step is pure, so that all that is slow is paid once a batch: one read of the learners, one `executemany` a table, one
commit. Two events of one learner never share a batch: the later one waits for the next. An event whose step fails is
taken out, recorded and apologised for; the others land. A batch that the database refuses is taken again one by one.
"""

import asyncio
import hashlib
import secrets as random_secrets
from collections import OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

import structlog

from bot.body import BODY, Heard
from bot.records import Rows
from bot.secrets import Secrets
from bot.storage import identities, inbox, learners, posts
from bot.storage.database import Database, Statements, stamp
from bot.wording import Wording
from flows import codec, dialogue
from flows.learner import Learner
from flows.messages import EVENT, Chose, Event, Left, Say
from flows.steps import Step
from flows.wording import _
from flows.world import Library, World

PUSHED = ("telegram",)  # channels we send to; the others read the log
_BATCH = 256
_REMEMBERED = 256  # learners, of up to 100 kB each
_GRACE = 5.0  # seconds
_log = structlog.get_logger()

StepFunction = Callable[[Learner, Event, World], Step]
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True, eq=False)
class Incoming:
    """One event on its way in: from somebody on a channel, or (timers, posts) straight for a learner."""

    source: str  # unique: the same source counts once
    event: Event
    channel: str = ""
    who: str = ""
    address: str = ""  # where to reply, on channels we send to
    learner: str = ""
    heard: str = ""
    post: posts.Key | None = None
    done: "asyncio.Future[str]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Turns:
    def __init__(
        self,
        database: Database,
        secrets: Secrets,
        library: Library,
        wording: Wording,
        step: StepFunction = dialogue.step,
        clock: Clock = utc_now,
    ) -> None:
        self._database, self._secrets, self._library, self._wording = database, secrets, library, wording
        self._step, self._clock = step, clock
        self._memory = _Memory()
        self._waiting: deque[Incoming] = deque()
        self._work = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._listeners: list[Callable[[set[str]], None]] = []

    def listen(self, listener: Callable[[set[str]], None]) -> None:
        """Be told, after each commit, which learners have something new."""
        self._listeners.append(listener)

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="turns")

    async def stop(self) -> None:
        """What waits is still taken, then the work ends."""
        waiting = [one.done for one in self._waiting]
        if waiting and self._task:
            await asyncio.wait(waiting, timeout=_GRACE)
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def submit(self, incoming: Incoming) -> "asyncio.Future[str]":
        """Take an event. The future gives the learner once all it led to is durable."""
        self._waiting.append(incoming)
        self._work.set()
        return incoming.done

    async def _run(self) -> None:
        while True:
            await self._work.wait()
            self._work.clear()
            while self._waiting:
                batch = [self._waiting.popleft() for _ in range(min(_BATCH, len(self._waiting)))]
                await self._take(batch)

    async def _take(self, batch: list[Incoming]) -> None:
        try:
            await self._land(batch)
        except Exception as error:
            if len(batch) == 1:
                _log.error("turn not stored", source=batch[0].source.split(":")[0], error=repr(error))
                if not batch[0].done.done():
                    batch[0].done.set_exception(error)
                return
            for incoming in batch:
                if not incoming.done.done():
                    await self._take([incoming])

    async def _land(self, batch: list[Incoming]) -> None:
        now = self._clock()
        async with self._database.transaction() as db:
            turn = _Batch(db, self._secrets, self._memory, stamp(now))
            taken, held = await turn.gather(batch)
            rows = Rows(stamp(now))
            for incoming in taken:
                self._one(incoming, turn, rows, now)
            await rows.write(db)
            await posts.taken(db, [incoming.post for incoming in taken if incoming.post])
        self._memory.keep(turn.after)
        self._waiting.extendleft(reversed(held))
        for incoming in batch:
            if incoming not in held and not incoming.done.done():
                incoming.done.set_result(incoming.learner)
        for listener in self._listeners:
            listener(rows.learners)
        if rows.posted:
            await self.deliver_posts()

    def _one(self, incoming: Incoming, turn: "_Batch", rows: Rows, now: datetime) -> None:
        """One event of a batch: its step, and the rows that follow."""
        stored = turn.stored.get(incoming.learner)
        version = stored[0] if stored else 0
        channel = incoming.channel or (stored[1] if stored else "")
        try:
            learner = self._learner(incoming.learner, stored)
            world = World(now, _seed(incoming.learner, version), self._library)
            step = self._step(learner, incoming.event, world)
            language = step.learner.language if step.learner else learner.language
            bodies = [BODY.dump_json(self._wording.body(language, reply)).decode() for reply in step.replies]
            state = codec.dump(step.learner) if step.learner else ""
        except Exception:
            _log.exception("a step failed", source=incoming.source.split(":")[0])
            state = (stored and stored[2]) or codec.dump(self._learner(incoming.learner, stored))
            rows.apologise(incoming, version, channel, state, self._apology(), pushed=channel in PUSHED)
            return
        if incoming.heard and channel not in PUSHED:
            rows.heard = BODY.dump_json(Heard(text=incoming.heard)).decode()
        rows.add(incoming, version, channel, state, step, bodies, pushed=channel in PUSHED)
        turn.after[incoming.learner] = (version + 1, step.learner)

    def _learner(self, id: str, stored: tuple[int, str, str | None] | None) -> Learner:
        if stored is None:
            return Learner()
        return self._memory.recall(id) if stored[2] is None else codec.load(stored[2])

    def _apology(self) -> str:
        sorry = Say(_("Sorry, something went wrong on my side. Nothing is lost: write “continue”."))
        return BODY.dump_json(self._wording.body("fr", sorry)).decode()

    async def deliver_posts(self) -> None:
        """Events for other learners become turns of their own."""
        for key, event in await posts.waiting(self._database.reading):
            source = "post:" + ":".join(map(str, key[1:]))
            self.submit(Incoming(source, EVENT.validate_json(event), learner=key[0], post=key))


class _Batch:
    """Who is behind each event of a batch, and what is stored of them."""

    def __init__(self, db: Statements, secrets: Secrets, memory: "_Memory", now: str) -> None:
        self._db, self._secrets, self._memory, self._now = db, secrets, memory, now
        self.stored: dict[str, tuple[int, str, str | None]] = {}
        self.after: dict[str, tuple[int, Learner | None]] = {}  # version and learner that the batch leads to

    async def gather(self, batch: list[Incoming]) -> tuple[list[Incoming], list[Incoming]]:
        """Those to take now, and those that must wait as their learner is in this batch already."""
        await self._identify(batch)
        seen = await inbox.seen(self._db, [(one.learner, one.source) for one in batch])
        known = {one.learner: self._memory.version(one.learner) for one in batch}
        self.stored = await learners.load_changed(self._db, known)
        taken, held = {}, []
        for one in batch:
            if (one.learner, one.source) in seen or not self._known(one):
                continue
            if one.learner in taken:
                held.append(one)
            else:
                taken[one.learner] = one
        return list(taken.values()), held

    def _known(self, one: Incoming) -> bool:
        """A timer or a post for a learner who was erased meanwhile is nobody's."""
        return bool(one.learner) if one.who else one.learner in self.stored

    async def _identify(self, batch: list[Incoming]) -> None:
        keys = {id(one): (one.channel, self._secrets.identity(one.channel, one.who)) for one in batch if one.who}
        known = await identities.find(self._db, keys.values())
        new = []
        for one in batch:
            if not one.who:
                continue
            key = keys[id(one)]
            if key not in known and not _begins(one.event):
                one.learner = ""
                continue
            if key not in known:
                known[key] = random_secrets.token_hex(16)
                address = self._secrets.seal(one.address) if one.address else None
                new.append((*key, known[key], address, self._now))
            one.learner = known[key]
        await identities.add(self._db, new)


class _Memory:
    """Learners as this process stored them last, so that a state that is unchanged is not parsed again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[int, Learner]] = OrderedDict()

    def version(self, id: str) -> int:
        """0 for a learner who is not remembered."""
        return self._kept[id][0] if id in self._kept else 0

    def recall(self, id: str) -> Learner:
        return self._kept[id][1]

    def keep(self, stored: dict[str, tuple[int, Learner | None]]) -> None:
        """Those not met for longest are forgotten first; the erased, at once."""
        for id, (version, learner) in stored.items():
            self._kept.pop(id, None)
            if learner is not None:
                self._kept[id] = (version, learner)
        while len(self._kept) > _REMEMBERED:
            self._kept.popitem(last=False)


def _begins(event: Event) -> bool:
    """Whether a stranger who does this becomes a learner. Not by leaving, nor by a second press on the button that has
    just erased everything."""
    return not isinstance(event, Left) and not (isinstance(event, Chose) and event.option == "erase")


def _seed(learner: str, version: int) -> int:
    """The same turn taken again draws the same."""
    return int.from_bytes(hashlib.blake2b(f"{learner}:{version}".encode(), digest_size=8).digest(), "big")
