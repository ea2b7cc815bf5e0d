"""A house over a real SQLite file, with a clock that tests move."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.house import House
from bot.turn import StepFunction
from flows import dialogue
from tests.worlds import START, bank

KEY = "a secret key for tests only"


@dataclass
class Hands:
    """A clock's hands: each look is a moment later than the one before."""

    now: datetime = START
    looks: int = field(default=0)

    def __call__(self) -> datetime:
        self.looks += 1
        return self.now + timedelta(milliseconds=self.looks)


@asynccontextmanager
async def opened(folder: Path, step: StepFunction = dialogue.step, clock: Hands | None = None) -> AsyncIterator[House]:
    house = House(folder / "declic.db", KEY, bank(), step=step, clock=clock or Hands())
    await house.open()
    try:
        yield house
    finally:
        await house.close()
