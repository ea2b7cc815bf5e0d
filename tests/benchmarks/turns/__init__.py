"""How many durable turns a second, beside python-telegram-bot alone and beside our storage alone."""

import asyncio
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.wording import Wording
from content.load import load
from tests.benchmarks import Figure, at_least, percentile
from tests.benchmarks.turns import bare, store
from tests.benchmarks.turns.parts import parts
from tests.benchmarks.turns.sitting import AT_ONCE, Hall, Recording, Replay

QUICK = "5 rounds rather than 15"

SHARE = 0.5  # of the rate of python-telegram-bot alone
STORED = 8_000.0  # answers a second
_TURNS = 40  # of each learner in a round: about 19 challenges answered
_BATCHES = 60  # of answers stored in a round


@dataclass(frozen=True)
class _Round:
    """What took how many seconds."""

    alone: float
    turns: Replay
    stored: float


def measure(quick: bool) -> dict[str, Figure]:
    return asyncio.run(_measure(5 if quick else 15))


async def _measure(rounds: int) -> dict[str, Figure]:
    alone = await bare.application()
    with tempfile.TemporaryDirectory() as folder:
        hall, wording = Hall(Path(folder), load()), Wording.load()
        recording, decided = await hall.record(_TURNS)
        figures = parts(recording.updates, decided, wording)
        answers = store.answers(decided, wording)
        del decided  # thousands of values that the program would not hold
        async with store.opened(Path(folder) / "store.db", answers) as storage:
            # One after the other in each round, as a machine is not always equally fast; the first is to warm up.
            measured = [await _round(alone, hall, recording, storage) for _ in range(rounds + 1)][1:]
    return _figures(len(recording.updates), measured) | figures


async def _round(alone: bare.Bare, hall: Hall, recording: Recording, storage: store.Store) -> _Round:
    return _Round(
        await bare.seconds(alone, recording.updates), await hall.replay(recording), await storage.seconds(_BATCHES)
    )


def _figures(turns: int, rounds: list[_Round]) -> dict[str, Figure]:
    stored = statistics.median(_BATCHES * AT_ONCE / one.stored for one in rounds)
    return {
        "updates_alone": Figure(statistics.median(turns / one.alone for one in rounds), "/s"),
        "turns": Figure(statistics.median(turns / one.turns.seconds for one in rounds), "/s"),
        "ratio": at_least(statistics.median(one.alone / one.turns.seconds for one in rounds), SHARE, ""),
        "turn_p50": Figure(statistics.median(percentile(one.turns.waits, 50) * 1e3 for one in rounds), "ms"),
        "turn_p99": Figure(statistics.median(percentile(one.turns.waits, 99) * 1e3 for one in rounds), "ms"),
        "answers_stored": at_least(stored, STORED, "/s"),
        "part_storage": Figure(1e6 / stored, "µs", note="of an answer"),
    }
