"""Long journeys, read as conversations."""

import os
from pathlib import Path

import pytest

from bot.wording import Wording
from tests.transcript import play

FOLDER = Path(__file__).parent / "transcripts"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(path: Path) -> None:
    written = path.read_text("utf-8")
    played = play(written, Wording.load())
    if os.environ.get("REWRITE"):
        path.write_text(played, "utf-8")
        return
    assert played == written
