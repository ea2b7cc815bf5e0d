"""A placement finds the level: simulated learners whose answers follow the model."""

from random import Random

import numpy as np

from flows.adaptive.estimation import AXES, prior, update
from flows.adaptive.irt import D, Item, ItemTable
from flows.adaptive.normal import cumulative_one
from flows.adaptive.selection import most_informative


def test_forty_answers_tell_more_than_the_prior_and_cover_the_truth() -> None:
    rng, chance = np.random.default_rng(11), Random(11)
    items = ItemTable(
        [Item(f"{q}/{level}/{n}", q, "s", level, 1.2, -3 + (level - 1) * 6 / 7, 0.0, 0.0)
         for q in range(AXES) for level in range(1, 9) for n in range(2)]
    )  # fmt: skip
    start = prior()
    before, after, covered = [], [], []
    for _learner in range(40):
        truth = rng.multivariate_normal(np.zeros(AXES), start.cov)
        belief, left = start, np.arange(len(items))
        for _answer in range(40):
            at = most_informative(items, left, belief, chance)
            item = items.items[at]
            right = rng.random() < cumulative_one(item.a / D * (truth[item.competence] - item.b))
            belief, left = update(belief, item, bool(right)), left[left != at]
        error = belief.mean - truth
        before.append(truth**2)
        after.append(error**2)
        covered.append(np.abs(error) < 1.645 * np.sqrt(np.diagonal(belief.cov)))
    assert np.sqrt(np.mean(after)) < 0.6 * np.sqrt(np.mean(before))
    assert 0.85 < np.mean(covered) < 0.95
