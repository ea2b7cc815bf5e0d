"""Learners: a version that rises by one with each turn, the channel spoken on last, and the state as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence

from bot.storage.database import Statements


async def load(db: Statements, ids: Iterable[str]) -> dict[str, tuple[int, str, str]]:
    """Version, channel and state of each learner that exists."""
    rows = await db.all(
        "select id, version, channel, state from learners where id in (select value from json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {id: (version, channel, state) for id, version, channel, state in rows}


async def load_changed(db: Statements, known: Mapping[str, int]) -> dict[str, tuple[int, str, str | None]]:
    """Like `load`, by the versions that are known already (0 for none): no state where it is still that version."""
    rows = await db.all(
        "select l.id, l.version, l.channel, case when l.version = k.value then null else l.state end "
        "from json_each(?) k join learners l on l.id = k.key",
        (json.dumps(known),),
    )
    return {id: (version, channel, state) for id, version, channel, state in rows}


async def save(db: Statements, rows: Sequence[tuple[str, int, str, str, str, str]]) -> None:
    """(id, version, channel, state, created, touched). The write lock is held: no other turn can have been between."""
    await db.many(
        "insert into learners (id, version, channel, state, created, touched) values (?, ?, ?, ?, ?, ?) "
        "on conflict (id) do update set version = excluded.version, channel = excluded.channel, "
        "state = excluded.state, touched = excluded.touched",
        rows,
    )
