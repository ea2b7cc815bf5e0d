"""The database's file, read beside the program that writes it."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.secrets import Secrets
from flows import codec
from flows.learner import Asking, Learner, Prompt
from flows.messages import Response


@dataclass(frozen=True)
class Stored:
    path: Path
    secret_key: str = ""  # by default the one that the program made for itself

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)) as connection:
            return connection.execute(sql, values).fetchall()

    def number(self, sql: str, *values: Any) -> int:
        return int(self.rows(sql, *values)[0][0])

    def id(self, user: int) -> str:
        """The learner behind a user of Telegram."""
        key = self.secret_key or self.path.with_suffix(".key").read_text().strip()
        hash = Secrets(key).identity("telegram", str(user))
        [(learner,)] = self.rows("select learner from identities where hash = ?", hash)
        return str(learner)

    def learner(self, user: int) -> Learner:
        [(state,)] = self.rows("select state from learners where id = ?", self.id(user))
        return codec.load(state)

    def asked(self, user: int) -> Prompt:
        """The challenge that waits for its answer."""
        pending = self.learner(user).pending
        assert isinstance(pending, Asking), pending
        return pending.prompt

    def responses(self, user: int) -> list[Response]:
        rows = self.rows("select body from responses where learner = ? order by version, position", self.id(user))
        return [Response.model_validate_json(body) for (body,) in rows]

    def tables(self) -> dict[str, int]:
        """How many rows each table has."""
        names = [name for (name,) in self.rows("select name from sqlite_master where type = 'table'")]
        return {name: self.number(f"select count(*) from {name}") for name in names}

    def whole(self) -> str:
        """Every value of every row."""
        return "\n".join(str(row) for name in self.tables() for row in self.rows(f"select * from {name}"))


def standing(responses: list[Response]) -> Counter[int]:
    """For each prompt, its answers that were not taken back."""
    return Counter(response.prompt for response in responses if not response.retracted) - Counter(
        response.prompt for response in responses if response.retracted
    )
