"""`kill -9` at any moment: no answer is lost, none counts twice, and everybody gets what is due."""

import asyncio
import os
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from random import Random, SystemRandom

import pytest

from tests.botapi import serve
from tests.kills.siege import Figures, Siege

KILLS = 200
PROGRAMS = 2  # killed side by side


@pytest.mark.timeout(600)
async def test_the_program_may_be_killed_at_any_moment_and_no_answer_is_lost_or_counted_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("KILLS_SEED", SystemRandom().randrange(2**32)))
    begun = time.monotonic()
    try:
        found = await asyncio.gather(*(_besieged(tmp_path / str(at), Random(seed + at)) for at in range(PROGRAMS)))
    finally:
        with capsys.disabled():
            print(f"\nkills: seed {seed}, {time.monotonic() - begun:.0f} s")
    total: Counter[str] = Counter()
    for figures in found:
        total.update(asdict(figures))
    with capsys.disabled():
        print(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in total.items()))
    assert total["kills"] == KILLS
    assert total["responses"] == total["answered"] > KILLS
    assert total["silences"] == 0


async def _besieged(folder: Path, chance: Random) -> Figures:
    folder.mkdir()
    async with serve() as server:
        server.tolerate("message is not modified")  # an edit done, whose answer the program did not live to hear
        figures = await Siege(server, folder, chance).run(KILLS // PROGRAMS)
        assert server.violations == []
        assert "Traceback" not in (folder / "log.txt").read_text()
        return figures
