"""What is believed of a learner, and how an answer changes it.

One joint normal belief over the 16 abilities: an answer about one competence informs the others through the
covariance. The update matches the first two moments of the exact posterior, in closed form for the probit model
(Minka 2001, assumed-density filtering; guessing included).
"""

import base64
from dataclasses import dataclass
from functools import cache

import numpy as np

from flows.adaptive.irt import Item, predict_one
from flows.adaptive.normal import Floats

DOMAINS = (3, 4, 4, 3, 2)  # competences in each domain
AXES = sum(DOMAINS)
PRIOR_SD, WITHIN, ACROSS = 1.6, 0.65, 0.50
_LOWER = np.tril_indices(AXES)


@dataclass(frozen=True, eq=False)
class Belief:
    """N(mean, cov): `mean` (16,) and `cov` (16, 16), in logits."""

    mean: Floats
    cov: Floats

    def pack(self) -> str:
        """152 numbers of four bytes (16 means, 136 covariances), as text."""
        numbers = np.concatenate([self.mean, self.cov[_LOWER]]).astype("<f4")
        return base64.b64encode(numbers.tobytes()).decode("ascii")

    @staticmethod
    def unpack(text: str) -> "Belief":
        """The inverse of `pack`, to four-byte precision. ValueError when the text is not one."""
        numbers = np.frombuffer(base64.b64decode(text, validate=True), dtype="<f4").astype(np.float64)
        if numbers.shape != (AXES + len(_LOWER[0]),):
            raise ValueError("not a belief over 16 abilities")
        cov = np.zeros((AXES, AXES))
        cov[_LOWER] = numbers[AXES:]
        cov.T[_LOWER] = numbers[AXES:]
        return Belief(numbers[:AXES].copy(), cov)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Belief) and self.pack() == other.pack()

    def __hash__(self) -> int:
        return hash(self.pack())


@cache
def prior(sd: float = PRIOR_SD, within: float = WITHIN, across: float = ACROSS) -> Belief:
    """The belief before any answer. `sd` in logits, correlations within a domain and across domains."""
    domain = np.repeat(np.arange(len(DOMAINS)), DOMAINS)
    correlation = np.where(domain[:, None] == domain[None, :], within, across)
    np.fill_diagonal(correlation, 1.0)
    return Belief(np.zeros(AXES), _rounded(sd * sd * correlation))


def update(belief: Belief, item: Item, right: bool) -> Belief:
    """The belief after a right or a wrong answer."""
    return _moved(belief, item, *_moments(belief, item, right))


def update_unknown(belief: Belief, item: Item) -> Belief:
    """The belief after "I don't know": likelihood P^c·(1 − P)^(1 − c), what a guess would cost on average."""
    right, wrong = _moments(belief, item, True), _moments(belief, item, False)
    c = item.c
    return _moved(belief, item, c * right[0] + (1 - c) * wrong[0], c * right[1] + (1 - c) * wrong[1])


def _moments(belief: Belief, item: Item, right: bool) -> tuple[float, float]:
    """(g, h): how far along column q the mean moves, and how much of its outer product the covariance loses."""
    q = item.competence
    k, z, p, gain = predict_one(item, float(belief.mean[q]), float(belief.cov[q, q]))
    g = gain / p if right else -gain / (1.0 - p)
    return g, g * g + k * z * g


def _moved(belief: Belief, item: Item, g: float, h: float) -> Belief:
    column = belief.cov[item.competence]
    # Rounding in storage may leave a hair of asymmetry or a variance too small: keep it a covariance.
    cov = belief.cov - h * np.outer(column, column)
    np.fill_diagonal(cov, np.maximum(cov.diagonal(), 1e-4))
    return Belief(_rounded(belief.mean + g * column), _rounded(cov))


def _rounded(numbers: Floats) -> Floats:
    """To four bytes each, as they are stored: what is remembered is what will be read."""
    return numbers.astype(np.float32).astype(np.float64)
