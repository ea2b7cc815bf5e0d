"""When a placement knows enough."""

import numpy as np

from flows.adaptive.estimation import Belief
from flows.adaptive.levels import within_one

ENOUGH = 0.90


def accuracy(belief: Belief, axes: tuple[int, ...]) -> float:
    """Mean predicted probability, over these competences, of telling a level within one of the true one."""
    at = list(axes)
    return within_one(belief.mean[at], np.diagonal(belief.cov)[at])


def enough(belief: Belief, axes: tuple[int, ...]) -> bool:
    return accuracy(belief, axes) >= ENOUGH
