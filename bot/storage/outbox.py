"""Replies still to be pushed: for each learner in order, deleted once sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.storage.database import Statements

REPLY, REMINDER, BROADCAST = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Waiting:
    learner: str
    version: int
    position: int
    priority: int
    body: str
    address: str  # encrypted
    attempts: int

    @property
    def key(self) -> tuple[str, int, int]:
        return self.learner, self.version, self.position


async def add(db: Statements, rows: Sequence[tuple[str, int, int, str, int, str, str | None, str]]) -> None:
    """(learner, version, position, channel, priority, body, address, ready)."""
    await db.many(
        "insert into outbox (learner, version, position, channel, priority, body, address, ready) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


async def waiting(db: Statements, channel: str, now: str, limit: int) -> list[Waiting]:
    """The first reply of each learner that may be sent now, replies before reminders before broadcasts."""
    rows = await db.all(
        "select o.learner, o.version, o.position, o.priority, o.body, "
        "coalesce(o.address, (select i.address from identities i where i.learner = o.learner "
        "and i.channel = o.channel order by i.created desc limit 1)), o.attempts "
        "from outbox o where o.channel = ? and o.ready <= ? and not exists ("
        "select 1 from outbox e where e.learner = o.learner and e.channel = o.channel "
        "and (e.version, e.position) < (o.version, o.position)) "
        "order by o.priority, o.ready limit ?",
        (channel, now, limit),
    )
    return [Waiting(*row) for row in rows]


async def sent(db: Statements, keys: Sequence[tuple[str, int, int]]) -> None:
    await db.many("delete from outbox where learner = ? and version = ? and position = ?", keys)


async def later(db: Statements, rows: Sequence[tuple[str, str, int, int]]) -> None:
    """(ready, learner, version, position): not before then."""
    await db.many(
        "update outbox set ready = ?, attempts = attempts + 1 where learner = ? and version = ? and position = ?", rows
    )


async def drop(db: Statements, learner: str, channel: str) -> None:
    """Nothing more for this learner on this channel."""
    await db.run("delete from outbox where learner = ? and channel = ?", (learner, channel))


async def next_ready(db: Statements, channel: str) -> str | None:
    row = await db.one("select min(ready) from outbox where channel = ?", (channel,))
    return row[0] if row else None
