"""A small world that never changes: ten challenges, one learner, a fixed clock."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bot import phrasebooks, zones
from content.bank import Bank
from content.load import load_from
from flows.world import Library, World

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BANK = Path(__file__).parent / "bank"


@cache
def bank() -> Bank:
    return load_from(BANK)


@cache
def library() -> Library:
    return Library.of(bank(), phrasebooks.load(), zones.known(), zones.of_city)


def world(now: datetime = START, seed: int = 1) -> World:
    return World(now, seed, library())
