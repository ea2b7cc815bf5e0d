"""The program as an operator starts it: a process of its own, its own database, the test's Bot API."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.botapi import ThreadServer

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "bot", "run"]
_FOREIGN = ("DECLIC_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")  # what a machine may have set for itself


def environment(url: str, token: str, folder: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith(_FOREIGN)}
    return own | {
        "PYTHONPATH": str(ROOT),
        "PTB_TIMEDELTA": "true",
        "DECLIC_TELEGRAM_TOKEN": token,
        "DECLIC_TELEGRAM_API": url,
        "DECLIC_DATABASE": str(folder / "declic.db"),
        "DECLIC_PORT": "0",
    }


class Program:
    def __init__(self, server: ThreadServer, folder: Path) -> None:
        self.folder, self.database = folder, folder / "declic.db"
        self._environment = environment(server.url, server.token, folder)
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Returns once it listens."""
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                COMMAND, cwd=self.folder, env=self._environment, stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self._process.stdout is not None
        assert "Telegram" in self._process.stdout.readline(), self._log.read_text()

    def stop(self) -> None:
        """In order, as a service manager does."""
        assert self._end(signal.SIGTERM) == 0, self._log.read_text()

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    @property
    def running(self) -> bool:
        return self._process is not None

    @property
    def complaints(self) -> list[str]:
        """What it logged: a program in good order says nothing."""
        return self._log.read_text().splitlines()

    @property
    def _log(self) -> Path:
        return self.folder / "log.txt"

    def _end(self, by: signal.Signals) -> int:
        assert self._process is not None
        process, self._process = self._process, None
        with process:
            process.send_signal(by)
            return process.wait(20)


@contextmanager
def started(server: ThreadServer, folder: Path) -> Iterator[Program]:
    program = Program(server, folder)
    program.start()
    try:
        yield program
    finally:
        if program.running:
            program.stop()
