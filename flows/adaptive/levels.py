"""From abilities to levels 0-8, told with their certainty.

Level L means: alone, would succeed at two in three level-L challenges whose answer is produced. With an authored
discrimination a, that ability is b_L + ln 2 / a. The cut points carry a version, so that a level can be re-read later.
"""

import math
from bisect import bisect_right
from dataclasses import dataclass

import numpy as np

from flows.adaptive.irt import AUTHORED_DISCRIMINATION, authored_difficulty
from flows.adaptive.normal import Floats, cumulative_one

CUTS_VERSION = 1
CUTS = tuple(authored_difficulty(level) + math.log(2.0) / AUTHORED_DISCRIMINATION for level in range(1, 9))
SEVERITY_SD = 0.5  # authors' severity, shared by all items of a competence, in logits
SOLID, LIKELY = 0.90, 0.70


@dataclass(frozen=True)
class Estimate:
    """A level and how sure it is. `low`-`high` is what we say: one level, two, or a range."""

    level: int
    low: int
    high: int
    within_one: float  # probability that the true level is at most one away


def level_of(ability: float) -> int:
    """The level 0-8 of an ability in logits."""
    return bisect_right(CUTS, ability)


def probabilities(mean: float, variance: float, severity: float = SEVERITY_SD) -> list[float]:
    """P(level = 0), …, P(level = 8) for an ability N(mean, variance), authors' severity included."""
    sd = math.sqrt(variance + severity**2)
    at_least = [1.0, *(cumulative_one((mean - cut) / sd) for cut in CUTS), 0.0]
    return [at_least[level] - at_least[level + 1] for level in range(9)]


def estimate(mean: float, variance: float) -> Estimate:
    """The level to tell, as narrow as honesty allows: one if likelier than not, two if 60 % sure, else a range."""
    chances = probabilities(mean, variance)
    level = max(range(9), key=chances.__getitem__)
    low, high = level, level
    for width, enough in ((1, 0.5), (2, 0.6), (3, 0.7), (4, 0.7), (5, 0.7), (9, 0.0)):
        starts = range(max(0, level - width + 1), min(level, 9 - width) + 1)
        low = max(starts, key=lambda start: sum(chances[start : start + width]))
        high = low + width - 1
        if sum(chances[low : high + 1]) >= enough:
            break
    return Estimate(level, low, high, sum(chances[max(0, level - 1) : level + 2]))


def within_one(mean: Floats, variance: Floats) -> float:
    """Mean predicted probability of being within one level, over competences (n,); severity left out, as no further
    answer can lower it."""
    chances = []
    for m, v in zip(mean.tolist(), variance.tolist(), strict=True):
        level, sd = level_of(m), math.sqrt(v)
        low = CUTS[level - 2] if level >= 2 else -math.inf
        high = CUTS[level + 1] if level <= 6 else math.inf
        chances.append(cumulative_one((high - m) / sd) - cumulative_one((low - m) / sd))
    return float(np.mean(chances))
