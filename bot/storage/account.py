"""All that is stored of one learner: read whole, or erased whole."""

import json
from typing import Any

from bot.storage.database import Statements

# Every table that knows a learner, and what of it a person can read.
_READABLE = {
    "learners": "version, state, created, touched",
    "identities": "channel, created",
    "responses": "at, body",
    "timers": "name, due",
    "outbox": "channel, body, ready",
    "log": "channel, body, said",
    "posts": "event, posted",
    "reports": "at, body",
}
TABLES = (*_READABLE, "inbox", "shown")


async def export(db: Statements, learner: str) -> str:
    """Everything, as one JSON document that a person can read."""
    whole: dict[str, Any] = {"learner": learner}
    for table, columns in _READABLE.items():
        names = columns.split(", ")
        key = "id" if table == "learners" else "learner"
        rows = await db.all(f"select {columns} from {table} where {key} = ?", (learner,))
        whole[table] = [{name: _opened(name, value) for name, value in zip(names, row, strict=True)} for row in rows]
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _opened(name: str, value: Any) -> Any:
    return json.loads(value) if name in ("state", "body", "event") else value


async def erase(db: Statements, learner: str) -> None:
    """Every row, in every table."""
    for table in TABLES:
        key = "id" if table == "learners" else "learner"
        await db.run(f"delete from {table} where {key} = ?", (learner,))
