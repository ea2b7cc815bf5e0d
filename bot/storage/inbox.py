"""Updates already taken: a repeated one is dropped."""

import json
from collections.abc import Iterable, Sequence

from bot.storage.database import Statements


async def seen(db: Statements, keys: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those (learner, source) that were taken before."""
    rows = await db.all(
        "select learner, source from inbox where (learner, source) in "
        "(select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?))",
        (json.dumps(list(keys)),),
    )
    return {(learner, source) for learner, source in rows}


async def add(db: Statements, rows: Sequence[tuple[str, str, str]]) -> None:
    """(learner, source, taken)."""
    await db.many("insert or ignore into inbox (learner, source, taken) values (?, ?, ?)", rows)


async def prune(db: Statements, before: str) -> int:
    return await db.run("delete from inbox where taken < ?", (before,))
