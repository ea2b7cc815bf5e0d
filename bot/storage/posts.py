"""Events for other learners, until they are taken as those learners' own turns."""

from collections.abc import Sequence

from bot.storage.database import Statements

Key = tuple[str, str, int, int]


async def add(db: Statements, rows: Sequence[tuple[str, str, int, int, str, str]]) -> None:
    """(learner, sender, version, position, event, posted)."""
    await db.many(
        "insert into posts (learner, sender, version, position, event, posted) values (?, ?, ?, ?, ?, ?)", rows
    )


async def waiting(db: Statements, limit: int = 200) -> list[tuple[Key, str]]:
    rows = await db.all("select learner, sender, version, position, event from posts order by posted limit ?", (limit,))
    return [((learner, sender, version, position), event) for learner, sender, version, position, event in rows]


async def taken(db: Statements, keys: Sequence[Key]) -> None:
    await db.many("delete from posts where learner = ? and sender = ? and version = ? and position = ?", keys)
