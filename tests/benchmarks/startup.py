"""How soon after its start the real program answers a message that was waiting for it, and what it then weighs."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import Figure, at_most
from tests.botapi import ThreadServer, serve_in_thread

QUICK = "5 starts on a fresh database and 5 on an existing one, rather than 11 each"

FIRST_MESSAGE = 1.5  # seconds
MEMORY = 150.0  # MB
_SETTLED = 3.0  # seconds after the first message
_PATIENCE = 30.0
_ROOT = Path(__file__).parents[2]


def measure(quick: bool) -> dict[str, Figure]:
    fresh, existing = [], []
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept.db"
        _start(kept, 1)  # reads the files once, and makes the existing database
        for at in range(2, 7 if quick else 13):
            fresh.append(_start(Path(folder) / f"{at}.db", at))
            existing.append(_start(kept, at))
        memory = _memory(kept, 13)
    return {
        "first_message_fresh": at_most(statistics.median(fresh), FIRST_MESSAGE, "s"),
        "first_message_existing": at_most(statistics.median(existing), FIRST_MESSAGE, "s"),
        "memory_at_rest": memory,
    }


def _start(database: Path, learner: int) -> float:
    """Seconds from the start of the process to its first message."""
    with serve_in_thread() as server, _running(database, server, learner) as (_, seconds):
        return seconds


def _memory(database: Path, learner: int) -> Figure:
    """What the process holds in memory once it has answered and has nothing more to do."""
    with serve_in_thread() as server, _running(database, server, learner) as (process, _):
        time.sleep(_SETTLED)
        status = Path(f"/proc/{process.pid}/status")
        if not status.exists():
            return Figure(None, "MB", MEMORY, note="this system has no /proc")
        resident = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
        return at_most(int(resident.split()[1]) / 1024, MEMORY, "MB")


@contextmanager
def _running(database: Path, server: ThreadServer, learner: int) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """The program, once it has answered a newcomer's message that waited; and the seconds that took."""
    newcomer = server.user(learner, language_code="fr")
    newcomer.says("/start")
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], cwd=_ROOT, env=_settings(database, server), stdout=subprocess.DEVNULL
    )
    try:
        newcomer.sees("Déclic", within=_PATIENCE)
        yield process, time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _settings(database: Path, server: ThreadServer) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DECLIC_")}
    return kept | {
        "DECLIC_DATABASE": str(database),
        "DECLIC_TELEGRAM_TOKEN": server.token,
        "DECLIC_TELEGRAM_API": server.url,
        "DECLIC_PORT": "0",
    }
