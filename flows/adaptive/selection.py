"""Which item next.

In placement: the item from which the sum of the 16 variances is expected to fall most. An answer lowers the
covariance by h·Σ_q·Σ_qᵀ, whose trace is h·‖Σ_q‖², and the expectation of h is G² / (P(1 − P)). Then one at random among
the five best of that competence, so that no item is met by everybody (randomesque: Kingsbury and Zara 1989).
In practice: the item whose chance of success is nearest to the one asked for.
"""

from random import Random

import numpy as np
from numpy.typing import NDArray

from flows.adaptive.estimation import Belief
from flows.adaptive.irt import ItemTable, predict

AMONG = 5


def most_informative(table: ItemTable, allowed: NDArray[np.intp], belief: Belief, rng: Random) -> int:
    """The position in the table of the item to ask next. `allowed` (n,) holds positions, at least one."""
    predicted = predict(table, allowed, belief.mean, belief.cov)
    spread = np.einsum("ij,ij->i", belief.cov, belief.cov)  # ‖Σ_q‖² for each q
    q = table.competence[allowed]
    fall = spread[q] * predicted.gain**2 / (predicted.p * (1.0 - predicted.p))
    same = np.flatnonzero(q == q[np.argmax(fall)])
    return int(allowed[_one_of_the_best(same, fall[same], rng)])


def nearest_to(success: float, table: ItemTable, allowed: NDArray[np.intp], belief: Belief, rng: Random) -> int:
    """The position of an item that will be answered right with about this probability."""
    predicted = predict(table, allowed, belief.mean, belief.cov)
    return int(allowed[_one_of_the_best(np.arange(len(allowed)), -np.abs(predicted.p - success), rng)])


def _one_of_the_best(positions: NDArray[np.intp], worth: NDArray[np.float64], rng: Random) -> int:
    best = np.argsort(-worth, kind="stable")[:AMONG]
    return int(positions[best[rng.randrange(len(best))]])
