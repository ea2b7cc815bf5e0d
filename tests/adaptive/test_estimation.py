"""The update is the exact moment matching: checked against numerical integration and a brute-force grid."""

import math

import numpy as np
import pytest

from flows.adaptive.estimation import AXES, Belief, prior, update, update_unknown
from flows.adaptive.irt import D, Item, predict_one
from flows.adaptive.normal import cumulative, cumulative_one, density_one
from tests.adaptive.grids import posterior_moments

ITEMS = [
    Item("plain", 0, "s", 3, a=1.2, b=-0.4, c=0.0, tau2=0.0),
    Item("guessing", 0, "s", 5, a=0.9, b=0.8, c=1 / 3, tau2=0.0),
    Item("hard", 0, "s", 8, a=1.8, b=3.0, c=0.25, tau2=0.0),
]


def one_axis(mean: float, variance: float) -> Belief:
    cov = np.eye(AXES)
    cov[0, 0] = variance
    means = np.zeros(AXES)
    means[0] = mean
    return Belief(means, cov)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize(("mean", "variance"), [(0.0, 2.56), (1.1, 0.6), (-1.5, 1.0)])
def test_an_answer_moves_the_belief_as_numerical_integration_says(
    item: Item, right: bool, mean: float, variance: float
) -> None:
    expected_mean, expected_variance = posterior_moments(
        mean, variance, lambda t: likelihood(item, t) if right else 1 - likelihood(item, t)
    )
    after = update(one_axis(mean, variance), item, right)
    assert after.mean[0] == pytest.approx(expected_mean, abs=1e-6)
    assert after.cov[0, 0] == pytest.approx(expected_variance, abs=1e-6)


def likelihood(item: Item, ability: float) -> float:
    """The probit model itself."""
    return item.c + (1 - item.c) * cumulative_one(item.a / D * (ability - item.b))


def test_the_predicted_chance_is_the_average_over_the_belief() -> None:
    item = ITEMS[1]
    _, _, predicted, _ = predict_one(item, 0.3, 1.7)
    grid = np.linspace(-10, 10, 20_001)
    weights = np.exp(-0.5 * (grid - 0.3) ** 2 / 1.7)
    average = sum(w * likelihood(item, t) for w, t in zip(weights, grid, strict=True)) / weights.sum()
    assert predicted == pytest.approx(average, abs=1e-9)


def test_two_competences_move_together_as_a_brute_force_grid_says() -> None:
    variance, shared = 2.0, 1.2
    cov = np.eye(AXES)
    cov[:2, :2] = [[variance, shared], [shared, variance]]
    item = Item("grid", 0, "s", 4, a=1.3, b=0.2, c=0.2, tau2=0.0)
    after = update(Belief(np.zeros(AXES), cov), item, True)
    axis = np.linspace(-9, 9, 721)
    x, y = np.meshgrid(axis, axis, indexing="ij")
    inverse = np.linalg.inv(cov[:2, :2])
    weight = np.exp(-0.5 * (inverse[0, 0] * x * x + 2 * inverse[0, 1] * x * y + inverse[1, 1] * y * y))
    weight *= item.c + (1 - item.c) * cumulative(item.a / D * (x - item.b))
    weight /= weight.sum()
    mean_x, mean_y = (weight * x).sum(), (weight * y).sum()
    assert after.mean[:2] == pytest.approx([mean_x, mean_y], abs=1e-4)
    assert after.cov[1, 1] == pytest.approx((weight * (y - mean_y) ** 2).sum(), abs=1e-4)
    assert after.cov[0, 1] == pytest.approx((weight * (x - mean_x) * (y - mean_y)).sum(), abs=1e-4)


def test_an_answer_about_one_competence_informs_the_others_of_its_domain_most() -> None:
    after = update(prior(), ITEMS[0], True)
    assert after.mean[0] > after.mean[1] > after.mean[15] > 0
    assert after.cov[1, 1] < prior().cov[1, 1]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_not_knowing_costs_what_a_guess_would_cost_on_average(item: Item) -> None:
    start = prior()
    right, wrong, unknown = update(start, item, True), update(start, item, False), update_unknown(start, item)
    assert unknown.mean == pytest.approx(item.c * right.mean + (1 - item.c) * wrong.mean)


def test_what_is_not_known_of_an_item_softens_what_it_says() -> None:
    sure = Item("sure", 0, "s", 4, 1.2, 0.0, 0.0, tau2=0.0)
    unsure = Item("unsure", 0, "s", 4, 1.2, 0.0, 0.0, tau2=1.0)
    assert update(prior(), unsure, True).mean[0] < update(prior(), sure, True).mean[0]


def test_a_belief_takes_608_bytes_and_comes_back_to_four_byte_precision() -> None:
    belief = update(prior(), ITEMS[0], True)
    packed = belief.pack()
    assert len(packed) * 3 // 4 - packed.count("=") == 608
    again = Belief.unpack(packed)
    assert again == belief
    assert again.mean == pytest.approx(belief.mean, abs=1e-6)


def test_a_thousand_answers_leave_a_covariance() -> None:
    belief, rng = prior(), np.random.default_rng(7)
    for at in range(1000):
        item = Item("x", int(rng.integers(AXES)), "s", 4, 1.2, float(rng.normal(0, 2)), 0.2, 0.2)
        belief = (
            Belief.unpack(update(belief, item, bool(rng.integers(2))).pack()) if at % 3 else update(belief, item, True)
        )
        assert np.linalg.eigvalsh(belief.cov).min() > -1e-6
        assert np.isfinite(belief.mean).all()


def test_the_normal_distribution_agrees_with_the_exact_one() -> None:
    z = np.linspace(-6, 6, 2001)
    exact = np.array([0.5 * math.erfc(-x / math.sqrt(2)) for x in z])
    assert np.abs(cumulative(z) - exact).max() < 1e-7
    assert density_one(0.0) == pytest.approx(1 / math.sqrt(2 * math.pi))
