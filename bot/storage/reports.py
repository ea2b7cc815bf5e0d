"""Problems that learners report about challenges."""

from collections.abc import Sequence

from bot.storage.database import Statements


async def add(db: Statements, rows: Sequence[tuple[str, int, int, str, str, str]]) -> None:
    """(learner, version, position, at, family, body)."""
    await db.many("insert into reports (learner, version, position, at, family, body) values (?, ?, ?, ?, ?, ?)", rows)
