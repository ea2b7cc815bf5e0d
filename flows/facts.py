"""What a picture shows, as plain facts."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Axis:
    """One competence on the picture: its range of levels, and whether any of its own challenges was answered."""

    code: str
    level: int
    low: int
    high: int
    measured: bool


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """The 16-axis picture of a profile."""

    axes: tuple[Axis, ...]
    answered: int
    on: date
