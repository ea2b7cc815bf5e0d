"""The standard normal distribution over arrays, without a further dependency."""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ROOT_TWO = math.sqrt(2.0)
_ROOT_TWO_PI = math.sqrt(2.0 * math.pi)


def density(z: Floats) -> Floats:
    """φ(z), elementwise; any shape."""
    return np.asarray(np.exp(-0.5 * z * z) / _ROOT_TWO_PI)


def cumulative(z: Floats) -> Floats:
    """Φ(z), elementwise; any shape. Absolute error below 1e-7 (Abramowitz and Stegun 1964, formula 7.1.26)."""
    x = np.abs(z) / _ROOT_TWO
    t = 1.0 / (1.0 + 0.3275911 * x)
    tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    upper = 0.5 * tail * np.exp(-x * x)
    return np.where(z >= 0, 1.0 - upper, upper)


def cumulative_one(z: float) -> float:
    """Φ(z) of one number, to the machine's precision."""
    return 0.5 * math.erfc(-z / _ROOT_TWO)


def density_one(z: float) -> float:
    """φ(z) of one number."""
    return math.exp(-0.5 * z * z) / _ROOT_TWO_PI
