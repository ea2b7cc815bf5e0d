"""Figures beside their goals: `python -m tests.benchmarks [NAME ...] [--quick] [--json]`.

A benchmark is a module (or a package) here with two names: `measure(quick)`, which gives its figures by name, and
`QUICK`, which says in words what a quick run does less of.
"""

from dataclasses import dataclass
from typing import Literal

Sense = Literal["at most", "at least"]


@dataclass(frozen=True)
class Figure:
    """One measured number. Without a value it could not be measured here, and `note` says why."""

    value: float | None
    unit: str
    goal: float | None = None
    sense: Sense = "at most"
    note: str = ""

    @property
    def met(self) -> bool | None:
        """None where there is no goal, or no value."""
        if self.value is None or self.goal is None:
            return None
        return self.value <= self.goal if self.sense == "at most" else self.value >= self.goal


def at_most(value: float, goal: float, unit: str) -> Figure:
    return Figure(value, unit, goal, "at most")


def at_least(value: float, goal: float, unit: str) -> Figure:
    return Figure(value, unit, goal, "at least")


def percentile(values: list[float], percent: float) -> float:
    """The value that this share of all does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]
