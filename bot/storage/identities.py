"""Who a learner is on a channel, by keyed hash. The address is kept encrypted, where sending needs one."""

import json
from collections.abc import Iterable, Sequence

from bot.storage.database import Statements


async def find(db: Statements, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Learners by (channel, hash)."""
    rows = await db.all(
        "select channel, hash, learner from identities where hash in (select value from json_each(?))",
        (json.dumps([hash for _, hash in keys]),),
    )
    return {(channel, hash): learner for channel, hash, learner in rows}


async def add(db: Statements, rows: Sequence[tuple[str, str, str, str | None, str]]) -> None:
    """(channel, hash, learner, address, created); one that is known already now leads to this learner."""
    await db.many(
        "insert into identities (channel, hash, learner, address, created) values (?, ?, ?, ?, ?) "
        "on conflict (channel, hash) do update set learner = excluded.learner, address = excluded.address",
        rows,
    )


async def remove(db: Statements, channel: str, hash: str) -> None:
    await db.run("delete from identities where channel = ? and hash = ?", (channel, hash))


async def address(db: Statements, learner: str, channel: str) -> str | None:
    """The newest encrypted address of a learner on a channel."""
    row = await db.one(
        "select address from identities where learner = ? and channel = ? order by created desc limit 1",
        (learner, channel),
    )
    return row[0] if row else None
