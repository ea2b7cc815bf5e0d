"""What a turn is made of: the time of each part alone, over the turns of a recorded sitting."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from telegram import Bot, Update

from bot.body import BODY, Body
from bot.channels.telegram import inbound
from bot.wording import Wording
from flows import codec, dialogue
from tests.benchmarks import Figure
from tests.benchmarks.turns.crowd import Raw
from tests.benchmarks.turns.sitting import Decided

_PASSES = 5
_T = TypeVar("_T")


def parts(updates: Sequence[Raw], decided: Sequence[Decided], wording: Wording) -> dict[str, Figure]:
    """Microseconds a turn. Parts taken alone find their data in the processor's caches: their sum is less than a
    turn."""
    bot = Bot("1:offline")
    states = [codec.dump(one.before) for one in decided]
    after = [one.step.learner for one in decided if one.step.learner]

    def parse(raw: Raw) -> object:
        return inbound.read(Update.de_json(raw, bot))

    def step(one: Decided) -> object:
        return dialogue.step(one.before, one.event, one.world)

    def words(one: Decided) -> list[Body]:
        assert one.step.learner
        return [wording.body(one.step.learner.language, reply) for reply in one.step.replies]

    def told(one: Decided) -> object:
        return [BODY.dump_json(body) for body in words(one)]

    return {
        "part_parse": _alone(parse, updates),
        "part_load": _alone(codec.load, states, "only for a learner who is not remembered"),
        "part_step": _alone(step, decided),
        "part_wording": _alone(told, decided),
        "part_dump": _alone(codec.dump, after),
    }


def _alone(work: Callable[[_T], object], values: Sequence[_T], note: str = "") -> Figure:
    times = []
    for _ in range(_PASSES):
        began = time.perf_counter()
        for value in values:
            work(value)
        times.append(time.perf_counter() - began)
    return Figure(statistics.median(times) / len(values) * 1e6, "µs", note=note)
