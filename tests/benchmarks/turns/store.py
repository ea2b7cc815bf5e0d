"""Storage alone: what one answer writes, through our own functions, many learners a transaction."""

import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.body import BODY
from bot.storage import inbox, learners, outbox, responses
from bot.storage.database import Database, Statements, stamp
from bot.wording import Wording
from flows import codec
from tests.benchmarks.turns.sitting import AT_ONCE, Decided

_CHANNEL = "telegram"


@dataclass(frozen=True)
class Answer:
    """What is stored of one answer."""

    state: str
    family: str
    competence: str
    response: str
    replies: tuple[str, str]


def answers(decided: Sequence[Decided], wording: Wording) -> list[Answer]:
    """The answers among recorded turns, as they are stored."""
    found = []
    for one in decided:
        if one.step.learner is None or not one.step.responses:
            continue
        response, language = one.step.responses[0], one.step.learner.language
        amended, feedback = (BODY.dump_json(wording.body(language, reply)).decode() for reply in one.step.replies)
        state = codec.dump(one.step.learner)
        replies = (amended, feedback)
        found.append(Answer(state, response.family, response.competence, response.model_dump_json(), replies))
    return found


@asynccontextmanager
async def opened(path: Path, answers: Sequence[Answer]) -> AsyncIterator["Store"]:
    database = Database(path)
    await database.open()
    try:
        yield Store(database, answers)
    finally:
        await database.close()


class Store:
    """A database of its own, with learners whose answers come in one transaction after the other."""

    def __init__(self, database: Database, answers: Sequence[Answer]) -> None:
        self._database, self._answers = database, answers
        self._learners = [secrets.token_hex(16) for _ in range(AT_ONCE)]
        self._version = 0

    async def seconds(self, batches: int) -> float:
        """The time for so many batches, each with an answer of every learner. What was sent meanwhile is deleted."""
        spent = 0.0
        for _ in range(batches):
            began = time.perf_counter()
            async with self._database.transaction() as db:
                await self._batch(db)
            spent += time.perf_counter() - began
        async with self._database.transaction() as db:
            await db.run("delete from outbox")
        return spent

    async def _batch(self, db: Statements) -> None:
        now, version = stamp(datetime.now(UTC)), self._version + 1
        sources = [(learner, f"{_CHANNEL}:{version * AT_ONCE + at}") for at, learner in enumerate(self._learners)]
        assert not await inbox.seen(db, sources)
        known = dict.fromkeys(self._learners, self._version)  # remembered: their states are not read again
        assert all(found[0] == self._version for found in (await learners.load_changed(db, known)).values())
        told = [(learner, self._answer(version, at)) for at, learner in enumerate(self._learners)]
        await learners.save(db, [(learner, version, _CHANNEL, one.state, now, now) for learner, one in told])
        await inbox.add(db, [(learner, source, now) for learner, source in sources])
        await responses.add(
            db, [(learner, version, 0, now, one.family, one.competence, True, one.response) for learner, one in told]
        )
        await outbox.add(
            db,
            [
                (learner, version, at, _CHANNEL, outbox.REPLY, body, None, now)
                for learner, one in told
                for at, body in enumerate(one.replies)
            ],
        )
        self._version = version

    def _answer(self, version: int, at: int) -> Answer:
        return self._answers[(version * AT_ONCE + at) % len(self._answers)]
