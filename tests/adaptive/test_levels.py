"""Levels: what they mean, and how sure we say we are."""

import numpy as np
import pytest

from flows.adaptive.irt import AUTHORED_DISCRIMINATION, authored_difficulty
from flows.adaptive.levels import CUTS, estimate, level_of, probabilities, within_one


@pytest.mark.parametrize("level", range(1, 9))
def test_at_a_level_two_challenges_in_three_of_that_level_are_solved(level: int) -> None:
    chance = 1 / (1 + np.exp(-AUTHORED_DISCRIMINATION * (CUTS[level - 1] - authored_difficulty(level))))
    assert chance == pytest.approx(2 / 3)


@pytest.mark.parametrize(("ability", "level"), [(-9.0, 0), (CUTS[0], 1), (CUTS[3] + 0.1, 4), (9.0, 8)])
def test_an_ability_has_one_level(ability: float, level: int) -> None:
    assert level_of(ability) == level


@pytest.mark.parametrize(("mean", "variance"), [(-4.0, 2.0), (0.0, 0.05), (0.2, 1.0), (3.5, 0.5)])
def test_chances_add_up_and_what_is_told_is_within_them(mean: float, variance: float) -> None:
    chances = probabilities(mean, variance)
    told = estimate(mean, variance)
    assert sum(chances) == pytest.approx(1.0)
    assert told.low <= told.level <= told.high
    assert told.within_one == pytest.approx(sum(chances[max(0, told.level - 1) : told.level + 2]))


def test_little_is_known_at_first_and_more_later() -> None:
    wide, narrow = estimate(0.0, 2.56), estimate(0.0, 0.1)
    assert wide.high - wide.low > narrow.high - narrow.low
    assert wide.within_one < narrow.within_one


def test_the_stopping_rule_looks_at_all_competences() -> None:
    sure, unsure = (within_one(np.array([0.0]), np.array([variance])) for variance in (0.01, 4.0))
    assert within_one(np.array([0.0, 0.0]), np.array([0.01, 4.0])) == pytest.approx((sure + unsure) / 2)
