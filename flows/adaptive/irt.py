"""Items as the engine sees them, and how likely a learner is to answer them right.

Three-parameter model with the logistic approximated by the probit (Birnbaum 1968; D = 1.702, Camilli 1994).
Averaged over a normal belief N(m, v) of the ability and over the uncertainty τ² of the item:
P = c + (1 − c)·Φ(z) with z = k(m − b) and k = a / √(D² + a²(v + τ²)).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from flows.adaptive.normal import Floats, cumulative, cumulative_one, density, density_one

D = 1.702
LEVEL_ONE = -3.0  # difficulty of level 1, in logits
LEVEL_STEP = 6.0 / 7.0  # logits from a level to the next
AUTHORED_DISCRIMINATION = 1.2
AUTHORED_SPREAD = 0.4  # sd of an item's difficulty around its authored level
SKILL_SPREAD = 0.35  # sd of a skill's difficulty around its competence


def authored_difficulty(level: int) -> float:
    """Difficulty that a level stands for until answers say better. Level 1-8; logits."""
    return LEVEL_ONE + (level - 1) * LEVEL_STEP


@dataclass(frozen=True)
class Item:
    """One item family. `tau2` is the variance, in squared logits, of what is not known of its difficulty."""

    id: str
    competence: int  # axis 0-15
    skill: str
    level: int
    a: float
    b: float
    c: float
    tau2: float


def authored(id: str, competence: int, skill: str, level: int, options: int) -> Item:
    """An item of which only the author's level is known. `options`: how many there are to guess from, 0 if none."""
    tau2 = AUTHORED_SPREAD**2 + SKILL_SPREAD**2
    guessing = 1.0 / options if options else 0.0
    return Item(id, competence, skill, level, AUTHORED_DISCRIMINATION, authored_difficulty(level), guessing, tau2)


class ItemTable:
    """Items as columns, so that a choice among thousands is a few array operations."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = tuple(items)
        self.position = {item.id: at for at, item in enumerate(self.items)}
        self.competence: NDArray[np.intp] = np.array([item.competence for item in items], dtype=np.intp)
        self.level: NDArray[np.intp] = np.array([item.level for item in items], dtype=np.intp)
        rungs: dict[tuple[int, str, int], int] = {}
        self.rung: NDArray[np.intp] = np.array(
            [rungs.setdefault((item.competence, item.skill, item.level), len(rungs)) for item in items], dtype=np.intp
        )
        self.a = np.array([item.a for item in items], dtype=np.float64)
        self.b = np.array([item.b for item in items], dtype=np.float64)
        self.c = np.array([item.c for item in items], dtype=np.float64)
        self.tau2 = np.array([item.tau2 for item in items], dtype=np.float64)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, id: str) -> Item:
        return self.items[self.position[id]]


@dataclass(frozen=True)
class Prediction:
    """For each item: the slope k, the standard score z, P(right) and G = (1 − c)·k·φ(z). All of one shape (n,)."""

    z: Floats
    p: Floats
    gain: Floats


def predict(table: ItemTable, at: NDArray[np.intp], mean: Floats, cov: Floats) -> Prediction:
    """Predictions for the items at these positions. `mean` (16,), `cov` (16, 16)."""
    q, a, c = table.competence[at], table.a[at], table.c[at]
    k = a / np.sqrt(D * D + a * a * (cov.diagonal()[q] + table.tau2[at]))
    z = k * (mean[q] - table.b[at])
    return Prediction(z, c + (1.0 - c) * cumulative(z), (1.0 - c) * k * density(z))


def predict_one(item: Item, mean: float, variance: float) -> tuple[float, float, float, float]:
    """(k, z, P, G) of one item for a belief N(mean, variance) about its competence."""
    k = item.a / math.sqrt(D * D + item.a**2 * (variance + item.tau2))
    z = k * (mean - item.b)
    return k, z, item.c + (1.0 - item.c) * cumulative_one(z), (1.0 - item.c) * k * density_one(z)
