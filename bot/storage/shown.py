"""Which message of a channel shows which prompt."""

import json
from collections.abc import Sequence

from bot.storage.database import Statements

KEPT = 50  # prompts of a learner whose messages are remembered


async def put(db: Statements, rows: Sequence[tuple[str, str, int, str]]) -> None:
    """(learner, channel, number, message)."""
    await db.many(
        "insert into shown (learner, channel, number, message) values (?, ?, ?, ?) "
        "on conflict (learner, channel, number) do update set message = excluded.message",
        rows,
    )
    await db.many(
        "delete from shown where learner = ? and channel = ? and number < ?",
        [(learner, channel, number - KEPT) for learner, channel, number, _ in rows],
    )


async def find(db: Statements, channel: str, prompts: Sequence[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Messages by (learner, number)."""
    rows = await db.all(
        "select learner, number, message from shown where channel = ? and (learner, number) in "
        "(select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?))",
        (channel, json.dumps(prompts)),
    )
    return {(learner, number): message for learner, number, message in rows}
