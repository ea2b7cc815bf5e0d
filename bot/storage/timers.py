"""Due times. A tick leases what is due; the turn that takes it deletes the row in its own transaction."""

from collections.abc import Sequence

from bot.storage.database import Statements


async def put(db: Statements, rows: Sequence[tuple[str, str, str]]) -> None:
    """(learner, name, due). The same name replaces."""
    await db.many(
        "insert into timers (learner, name, due) values (?, ?, ?) "
        "on conflict (learner, name) do update set due = excluded.due, leased = null",
        rows,
    )


async def cancel(db: Statements, rows: Sequence[tuple[str, str]]) -> None:
    """(learner, name)."""
    await db.many("delete from timers where learner = ? and name = ?", rows)


async def lease(db: Statements, now: str, until: str, limit: int) -> list[tuple[str, str, str]]:
    """(learner, name, due) of timers that are due and not leased, leased until then."""
    rows = await db.all(
        "update timers set leased = ? where (learner, name) in ("
        "select learner, name from timers where due <= ? and (leased is null or leased < ?) order by due limit ?"
        ") returning learner, name, due",
        (until, now, now, limit),
    )
    return [(learner, name, due) for learner, name, due in rows]
