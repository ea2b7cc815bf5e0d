"""Every stored format that was ever written can still be read."""

from pathlib import Path

import pytest

from flows import codec
from flows.learner import FORMAT, Placing

FOLDER = Path(__file__).parent / "states"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_an_old_learner_is_read_and_written_in_the_current_format(path: Path) -> None:
    learner = codec.load(path.read_text("utf-8"))
    assert learner.format == FORMAT
    assert isinstance(learner.flow, Placing)
    assert codec.load(codec.dump(learner)) == learner


def test_there_is_a_sample_of_each_format() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} >= {str(number) for number in range(1, FORMAT + 1)}


def test_a_format_from_the_future_is_refused() -> None:
    with pytest.raises(ValueError, match="format 99"):
        codec.load('{"format": 99}')
