"""Three marks, read the same everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity

from bot.channels.telegram.outbound import TEXT, formatted
from bot.markup import Run, bare, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", [Run("plain", "plain")]),
        ("a `b` c", [Run("plain", "a "), Run("code", "b"), Run("plain", " c")]),
        ("**b**!", [Run("strong", "b"), Run("plain", "!")]),
        ("x\n```\n1 2\n3 4\n```\ny", [Run("plain", "x\n"), Run("block", "1 2\n3 4"), Run("plain", "\ny")]),
        ("a ` b and 2 ** 3", [Run("plain", "a ` b and 2 ** 3")]),
        ("`**not strong**`", [Run("code", "**not strong**")]),
    ],
)
def test_marks_are_read(text: str, expected: list[Run]) -> None:
    assert runs(text) == expected


@given(st.text(alphabet="ab`* \n🙂é", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(char for char in bare(text) if char not in "`*\n")
    assert kept == "".join(char for char in text if char not in "`*\n")


def test_entities_count_as_the_bot_api_does() -> None:
    text, entities = formatted("🙂 `code` et **fort**", TEXT)
    assert text == "🙂 code et fort"
    assert [(e.type, e.offset, e.length) for e in entities] == [(MessageEntity.CODE, 3, 4), (MessageEntity.BOLD, 11, 4)]


@given(st.text(alphabet="ab`* \n🙂", min_size=0, max_size=300), st.integers(1, 40))
def test_a_long_text_is_cut_within_its_limit_and_its_entities_with_it(text: str, most: int) -> None:
    shown, entities = formatted(text, most)
    units = len(shown.encode("utf-16-le")) // 2
    assert units <= most
    assert all(entity.offset + entity.length <= units for entity in entities)
