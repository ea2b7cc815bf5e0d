"""Answers: only ever added."""

from collections.abc import Sequence

from bot.storage.database import Statements


async def add(db: Statements, rows: Sequence[tuple[str, int, int, str, str, str, bool, str]]) -> None:
    """(learner, version, position, at, family, competence, counts, body)."""
    await db.many(
        "insert into responses (learner, version, position, at, family, competence, counts, body) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


async def of(db: Statements, learner: str) -> list[str]:
    """All responses of a learner, oldest first."""
    rows = await db.all("select body from responses where learner = ? order by version, position", (learner,))
    return [body for (body,) in rows]
