"""Whole turns, as Telegram brings them: from a raw update to its replies queued and everything on the disk.

A sitting is recorded once: newcomers up to their first challenge, the database kept as it then is, and the updates of
all that follows. Each replay takes the same updates on a copy of that database: a turn draws its chance from learner
and version, so that the same challenges come, and nothing but the turns is in the time. Memory begins empty.
"""

import asyncio
import gc
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from telegram import Bot, Update

from bot.body import BODY, Drawing, Message
from bot.channels.telegram import inbound
from bot.house import House
from bot.turn import Incoming, StepFunction
from bot.wording import Wording
from content.bank import Bank
from flows import dialogue
from flows.learner import Learner
from flows.messages import Event
from flows.steps import Step
from flows.world import World
from tests.benchmarks.turns.crowd import Person, Raw, newest

AT_ONCE = 64
_FIRST_STEPS = 3  # start, begin, find out where I stand: then the first challenge is there


@dataclass(frozen=True)
class Decided:
    """One turn as it was decided."""

    before: Learner
    event: Event
    world: World
    step: Step


@dataclass(frozen=True)
class Recording:
    database: Path  # as it was when the first challenge stood there
    scripts: list[list[Raw]]  # the updates of each person
    answers: int

    @property
    def updates(self) -> list[Raw]:
        """All of them, as they would arrive: the first of each person, the second of each, ..."""
        return [raw for together in zip(*self.scripts, strict=True) for raw in together]


@dataclass
class Replay:
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)  # seconds, of each turn, from its update in hand to the commit


class Hall:
    """Where sittings are held: the real bank, and database files of their own."""

    def __init__(self, folder: Path, bank: Bank) -> None:
        self._folder, self._bank, self._wording = folder, bank, Wording.load()
        self._bot = Bot("1:offline")

    async def record(self, turns: int) -> tuple[Recording, list[Decided]]:
        """So many turns of each of the newcomers, once they have their first challenge; and what was decided."""
        decided: list[Decided] = []

        def step(learner: Learner, event: Event, world: World) -> Step:
            found = dialogue.step(learner, event, world)
            decided.append(Decided(learner, event, world, found))
            return found

        database, people = self._folder / "first.db", [Person(number) for number in range(1, AT_ONCE + 1)]
        async with self._house("recording.db", step) as house:
            for _ in range(_FIRST_STEPS):
                await self._together(house, people)
            _copy(house.database.path, database)
            decided.clear()
            together = [await self._together(house, people) for _ in range(turns)]
        scripts = [list(script) for script in zip(*together, strict=True)]
        return Recording(database, scripts, sum(len(one.step.responses) for one in decided)), decided

    async def replay(self, recording: Recording) -> Replay:
        """All at once, each person waiting for their own replies only."""
        replay = Replay()
        _copy(recording.database, self._folder / "replay.db")
        async with self._house("replay.db") as house:
            gc.collect()
            began = time.perf_counter()
            await asyncio.gather(*(self._person(house, script, replay) for script in recording.scripts))
            replay.seconds = time.perf_counter() - began
            assert await house.database.reading.one("select count(*) from responses") == (recording.answers,)
        return replay

    @asynccontextmanager
    async def _house(self, name: str, step: StepFunction = dialogue.step) -> AsyncIterator[House]:
        house = House(self._folder / name, "a secret of the benchmarks", self._bank, step, wording=self._wording)
        await house.open()
        try:
            yield house
        finally:
            await house.close()

    async def _person(self, house: House, script: list[Raw], replay: Replay) -> None:
        for raw in script:
            began = time.perf_counter()
            await self._take(house, raw)
            replay.waits.append(time.perf_counter() - began)

    def _take(self, house: House, raw: Raw) -> "asyncio.Future[str]":
        """As bot.channels.telegram.polling does."""
        found = inbound.read(Update.de_json(raw, self._bot))
        assert found is not None
        return house.turns.submit(Incoming(found.source, found.event, "telegram", found.who, found.chat))

    async def _together(self, house: House, people: list[Person]) -> list[Raw]:
        """One act of each; then, in the sender's place, what waits for them is shown, and deleted."""
        acts = [person.act() for person in people]
        learners = await asyncio.gather(*(self._take(house, raw) for raw in acts))
        async with house.database.transaction() as db:
            rows = await db.all("select learner, body from outbox order by version, position")
            await db.run("delete from outbox")
        for person, learner in zip(people, learners, strict=True):
            said = [BODY.validate_json(body) for owner, body in rows if owner == learner]
            shown = newest([body for body in said if isinstance(body, Message | Drawing)])
            if shown:
                person.see(shown)
        return acts


def _copy(source: Path, target: Path) -> None:
    """A database as it is, whatever is left of an older one deleted."""
    for file in target.parent.glob(target.name + "*"):
        file.unlink()
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)
