"""What to work on next, and why."""

from dataclasses import dataclass

import numpy as np

from flows.adaptive.estimation import Belief
from flows.learner import Evidence


@dataclass(frozen=True)
class Advice:
    """An axis to work on, and the skills missed there, the latest first."""

    axis: int
    missed: tuple[str, ...]


def next_step(belief: Belief, evidence: dict[int, tuple[Evidence, ...]]) -> Advice:
    """Where challenges were missed and the level is low; without a miss, where least is known."""
    missed = {axis: _missed(answers) for axis, answers in evidence.items()}
    behind = [axis for axis, skills in missed.items() if skills]
    if behind:
        axis = min(behind, key=lambda at: (float(belief.mean[at]) - 0.3 * len(missed[at]), at))
        return Advice(axis, missed[axis])
    return Advice(int(np.argmax(np.diagonal(belief.cov))), ())


def _missed(answers: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Skills whose latest answer was not right."""
    latest: dict[str, str] = {}
    for answer in answers:
        latest.pop(answer.skill, None)
        latest[answer.skill] = answer.outcome
    return tuple(skill for skill, outcome in reversed(latest.items()) if outcome != "right")
