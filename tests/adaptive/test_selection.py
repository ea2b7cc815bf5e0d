"""Which item next: what the formula promises, computed the long way round."""

from random import Random

import numpy as np
import pytest

from flows.adaptive.estimation import AXES, prior, update
from flows.adaptive.irt import Item, ItemTable, predict_one
from flows.adaptive.selection import most_informative, nearest_to


def table(count: int = 60) -> ItemTable:
    rng = np.random.default_rng(3)
    return ItemTable(
        [
            Item(f"i{at}", at % AXES, "s", 1 + at % 8, 1.2, float(rng.normal(0, 1.5)), [0.0, 1 / 3][at % 2], 0.3)
            for at in range(count)
        ]
    )


def expected_fall(items: ItemTable, at: int) -> float:
    """The trace before, less its average after a right or a wrong answer."""
    belief, item = prior(), items.items[at]
    chance = predict_one(
        item, float(belief.mean[item.competence]), float(belief.cov[item.competence, item.competence])
    )[2]
    after = chance * np.trace(update(belief, item, True).cov) + (1 - chance) * np.trace(update(belief, item, False).cov)
    return float(np.trace(belief.cov) - after)


def test_the_item_chosen_is_among_the_five_of_its_competence_that_tell_most() -> None:
    items = table(160)
    everything = np.arange(len(items))
    falls = [expected_fall(items, at) for at in range(len(items))]
    best = int(np.argmax(falls))
    same = [at for at in range(len(items)) if items.competence[at] == items.competence[best]]
    top = sorted(same, key=lambda at: -falls[at])[:5]
    chosen = {most_informative(items, everything, prior(), Random(seed)) for seed in range(60)}
    assert chosen == set(top)


def test_only_allowed_items_are_asked() -> None:
    items = table()
    allowed = np.array([3, 17, 40])
    assert {most_informative(items, allowed, prior(), Random(seed)) for seed in range(30)} <= {3, 17, 40}


def test_practice_aims_at_the_chance_of_success_asked_for() -> None:
    items = table(400)
    chances = []
    for seed in range(20):
        item = items.items[nearest_to(0.775, items, np.arange(len(items)), prior(), Random(seed))]
        chances.append(predict_one(item, 0.0, float(prior().cov[0, 0]))[2])
    assert np.mean(chances) == pytest.approx(0.775, abs=0.03)
