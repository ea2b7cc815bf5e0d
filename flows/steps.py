"""All that one event leads to."""

from dataclasses import dataclass

from flows.learner import Learner
from flows.messages import Post, Reply, Report, Response, Timer


@dataclass(frozen=True, slots=True)
class Step:
    """Everything that one event leads to. Without a learner, all that is known of them is erased."""

    learner: Learner | None
    replies: tuple[Reply, ...] = ()
    timers: tuple[Timer, ...] = ()
    responses: tuple[Response, ...] = ()
    posts: tuple[Post, ...] = ()
    reports: tuple[Report, ...] = ()
