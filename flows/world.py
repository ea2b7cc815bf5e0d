"""What a step may look at: the time, a chance of its own, the challenges, and how people say things."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

from content.bank import Bank
from content.schema import ChoiceFamily, Language
from flows.adaptive.irt import ItemTable, authored
from flows.lexicon import Lexicon

DEFAULT_ZONE = "Europe/Paris"


@dataclass(frozen=True, eq=False)
class Library:
    """What does not change from turn to turn: the bank, the same items as the engine sees them, and phrase books."""

    bank: Bank
    table: ItemTable
    lexicons: Mapping[str, Lexicon]
    zones: frozenset[str]
    zone_of: Callable[[str], str | None]  # the time zone of a city, as people write it

    @staticmethod
    def of(
        bank: Bank, lexicons: Mapping[str, Lexicon], zones: frozenset[str], zone_of: Callable[[str], str | None]
    ) -> "Library":
        axis = {competence.code: at for at, competence in enumerate(bank.competences())}
        items = [
            authored(
                family.id,
                axis[family.competence],
                family.skill,
                family.level,
                len(family.fr.options) if isinstance(family, ChoiceFamily) else 0,
            )
            for family in bank.live()
        ]
        return Library(bank, ItemTable(items), lexicons, zones, zone_of)


@dataclass(frozen=True)
class World:
    now: datetime  # aware, UTC
    seed: int
    library: Library

    @property
    def bank(self) -> Bank:
        return self.library.bank

    @property
    def table(self) -> ItemTable:
        return self.library.table

    def rng(self, purpose: str) -> Random:
        """Chance of its own for each purpose; the same turn always draws the same."""
        return Random(f"{self.seed}:{purpose}")

    def local(self, zone: str | None) -> datetime:
        return self.now.astimezone(ZoneInfo(zone or DEFAULT_ZONE))

    @property
    def day(self) -> int:
        """Days since 1970, UTC."""
        return int(self.now.timestamp() // 86400)


def content_language(language: str) -> Language:
    """The language of challenges for a learner's language. Challenges are written in French and in English."""
    return "fr" if language.startswith("fr") else "en"


UTC = UTC
