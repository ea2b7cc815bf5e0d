"""Both sides of a conversation, for the channels that are read from. The cursor is version × 1000 + position."""

from collections.abc import Sequence

from bot.storage.database import Statements

STRIDE = 1000


async def add(db: Statements, rows: Sequence[tuple[str, int, int, str, str, str]]) -> None:
    """(learner, version, position, channel, body, said)."""
    await db.many("insert into log (learner, version, position, channel, body, said) values (?, ?, ?, ?, ?, ?)", rows)


async def after(db: Statements, learner: str, channel: str, at: int, limit: int) -> list[tuple[int, str]]:
    """(cursor, body) of what came after a cursor, oldest first."""
    rows = await db.all(
        f"select version * {STRIDE} + position, body from log where learner = ? and channel = ? "
        "and (version, position) > (?, ?) order by version, position limit ?",
        (learner, channel, at // STRIDE, at % STRIDE, limit),
    )
    return [(cursor, body) for cursor, body in rows]


async def latest(db: Statements, learner: str, channel: str, limit: int) -> list[tuple[int, str]]:
    """(cursor, body) of the latest entries, oldest first."""
    rows = await db.all(
        f"select version * {STRIDE} + position, body from log where learner = ? and channel = ? "
        "order by version desc, position desc limit ?",
        (learner, channel, limit),
    )
    return [(cursor, body) for cursor, body in reversed(rows)]


async def prune(db: Statements, before: str) -> int:
    return await db.run("delete from log where said < ?", (before,))
