"""The embedded database: one file, one writer at a time, readers beside it.

Times are stored as text in UTC, `2026-11-23T07:00:00.000000+00:00`, so that they sort as they follow each other.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import aiosqlite

Row = tuple[Any, ...]
_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_MS = 10_000


class Statements:
    """A connection to write statements to: portable SQL with `?` for its values."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def all(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        return [tuple(row) for row in await self._connection.execute_fetchall(sql, values)]

    async def one(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        rows = await self.all(sql, values)
        return rows[0] if rows else None

    async def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """How many rows it changed."""
        return (await self._connection.execute(sql, values)).rowcount

    async def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        batch = list(rows)
        if batch:
            await self._connection.executemany(sql, batch)


class Database:
    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = asyncio.Lock()
        self._writer: aiosqlite.Connection | None = None
        self._reader: aiosqlite.Connection | None = None
        self.migrated: list[int] = []  # the migrations that opening it ran

    async def open(self) -> None:
        """Connect and bring the schema up to date."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._writer = await _connect(self.path)
            await self._migrate()
            self._reader = await _connect(self.path)
            await self._reader.execute("pragma query_only = on")
        except BaseException:
            await self.close()  # a connection left open keeps its thread, and the process, alive
            raise

    async def close(self) -> None:
        for connection in (self._reader, self._writer):
            if connection is not None:
                await connection.close()
        self._reader = self._writer = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Statements]:
        """One transaction: the write lock is taken before anything is read, and all lands or nothing does."""
        assert self._writer is not None, "open the database first"
        async with self._lock:
            try:
                await self._writer.execute("begin immediate")
                yield Statements(self._writer)
            except BaseException:
                await asyncio.shield(self._writer.rollback())
                raise
            await self._writer.commit()

    @property
    def reading(self) -> Statements:
        """Reads beside the writer, each seeing what was committed."""
        assert self._reader is not None, "open the database first"
        return Statements(self._reader)

    async def _migrate(self) -> None:
        async with self.transaction() as statements:
            await statements.run("create table if not exists migrations (number integer primary key, at text not null)")
            done = {number for (number,) in await statements.all("select number from migrations")}
            for path in sorted(_MIGRATIONS.glob("*.sql")):
                number = int(path.stem)
                if number in done:
                    continue
                for statement in _statements(path.read_text("utf-8")):
                    await statements.run(statement)
                await statements.run("insert into migrations values (?, datetime('now'))", (number,))
                self.migrated.append(number)


def _statements(script: str) -> list[str]:
    bare = re.sub(r"--[^\n]*", "", script)
    return [statement for part in bare.split(";") if (statement := part.strip())]


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, timeout=_BUSY_MS / 1000)
    try:
        for pragma in ("journal_mode = wal", "synchronous = full", "secure_delete = on", "temp_store = memory"):
            await connection.execute(f"pragma {pragma}")
    except BaseException:
        await connection.close()
        raise
    return connection


def stamp(at: datetime) -> str:
    """A time as it is stored."""
    return at.isoformat(timespec="microseconds")
