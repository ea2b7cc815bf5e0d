"""What the program decided to say, noted by the database itself in the same transactions, and what arrived of it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.body import BODY, Amendment, Drawing
from bot.body import Message as MessageBody
from bot.channels.telegram.outbound import CAPTION, TEXT, formatted
from tests.botapi import Message
from tests.telegram.stored import Stored

_NOTES = """
create table noted (learner text not null, version integer not null, position integer not null, body text not null);
create trigger noting after insert on outbox begin
    insert into noted values (new.learner, new.version, new.position, new.body);
end;
"""


def take_notes(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(_NOTES)


def copied(database: Path, folder: Path) -> Stored:
    """The file as a kill left it: reading the original would mend it before the program has to."""
    for suffix in (".db", ".db-wal"):
        source, target = database.with_suffix(suffix), folder / f"copy{suffix}"
        target.unlink(missing_ok=True)
        if source.exists():
            shutil.copy(source, target)
    (folder / "copy.db-shm").unlink(missing_ok=True)
    return Stored(folder / "copy.db", database.with_suffix(".key").read_text().strip())


def repeats(stored: Stored, user: int, arrived: list[Message]) -> int:
    """How many messages came more than once. AssertionError when one was lost, or came out of its order."""
    said = _said(stored, user)
    at, repeated = 0, 0
    for message in arrived:
        if at < len(said) and message.words in said[at]:
            at += 1
        else:
            assert at > 0, f"never said: {message.words!r}"
            assert message.words in said[at - 1], f"out of order, or never said: {message.words!r}"
            repeated += 1
    assert at == len(said), f"lost: {said[at:]}"
    return repeated


def _said(stored: Stored, user: int) -> list[set[str]]:
    """Each message in order, with all it may read by now: as it was sent, or as it was amended."""
    rows = stored.rows("select body from noted where learner = ? order by version, position", stored.id(user))
    bodies = [BODY.validate_json(body) for (body,) in rows]
    amended = {body.number: formatted(body.text, TEXT)[0] for body in bodies if isinstance(body, Amendment)}
    said = []
    for body in bodies:
        if isinstance(body, MessageBody):
            said.append({formatted(body.text, TEXT)[0], amended.get(body.number, "")} - {""})
        elif isinstance(body, Drawing):
            said.append({formatted(body.caption, CAPTION)[0]})
    return said
