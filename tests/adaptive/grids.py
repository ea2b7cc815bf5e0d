"""Numerical integration, independent of the engine."""

from collections.abc import Callable

import numpy as np


def posterior_moments(mean: float, variance: float, likelihood: Callable[[float], float]) -> tuple[float, float]:
    """Mean and variance of N(mean, variance) times a likelihood, on a fine grid."""
    sd = variance**0.5
    grid = np.linspace(mean - 9 * sd, mean + 9 * sd, 8001)
    weights = np.exp(-0.5 * (grid - mean) ** 2 / variance) * np.array([likelihood(float(t)) for t in grid])
    weights /= weights.sum()
    first = float((weights * grid).sum())
    return first, float((weights * (grid - first) ** 2).sum())
