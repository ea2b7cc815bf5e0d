"""Is this answer right? What is forgiven, and what never is."""

import pytest

from content.marking import answer_shown, mark, read_choice
from content.variant import ChoiceKey, Variant
from tests.worlds import bank


def variant(family: str, language: str = "fr") -> Variant:
    return bank().render(family, 1, "fr" if language == "fr" else "en")


def outcome(family: str, typed: str, language: str = "fr") -> str:
    return mark(variant(family, language), typed, bank().units).outcome


@pytest.mark.parametrize("typed", ["corbeille", "La corbeille", "CORBEILLE.", "  corbeile ", "« corbeille »"])
def test_case_articles_accents_and_small_slips_are_forgiven(typed: str) -> None:
    assert outcome("bin", typed) == "right"


@pytest.mark.parametrize("typed", ["dossier", "corbillard", "une autre chose", "corb"])
def test_another_answer_is_wrong(typed: str) -> None:
    assert outcome("bin", typed) == "wrong"


def test_nothing_is_no_answer() -> None:
    assert outcome("bin", " … ") == "unreadable"


def test_a_known_mistake_gets_its_own_feedback() -> None:
    given = mark(variant("bin"), "Dossier", bank().units)
    assert (given.trap, given.feedback) == ("T-ONE", "Un dossier garde, il ne jette pas.")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("4000", "right"), ("4 000 Mo", "right"), ("4.000", "right"), ("4 Go", "right"), ("4000 mo", "right"),
        ("4 000 000 ko", "right"), ("1004", "wrong"), ("4001", "wrong"), ("40", "wrong"), ("4000 heures", "unit"),
        ("3,5 Go", "unit"), ("quatre mille", "unreadable"), ("3 ou 4", "unreadable"),
    ],
)  # fmt: skip
def test_numbers_are_marked_with_their_unit(typed: str, expected: str) -> None:
    assert outcome("photos", typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("14", "right"), ("840 minutes", "right"), ("14 h", "right"), ("10", "wrong")]
)
def test_units_of_one_dimension_convert_exactly(typed: str, expected: str) -> None:
    assert outcome("hours", typed) == expected


def test_a_plain_count_takes_any_word_after_it() -> None:
    assert outcome("bytes", "8 bits chacun") == "unit" or outcome("bytes", "8 petits") == "right"
    assert outcome("bytes", "8 petits") == "right"


def test_a_choice_is_read_by_letter_number_or_words() -> None:
    key = variant("site").key
    assert isinstance(key, ChoiceKey)
    place = next(at for at, option in enumerate(key.options) if option.right)
    for typed in ("ABC"[place], "abc"[place] + ".", str(place + 1), "a.example"):
        assert read_choice(key, typed) == place
    assert read_choice(key, "D") is None
    assert read_choice(key, "4") is None


@pytest.mark.parametrize("family", sorted(bank().families))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_answer_we_show_is_marked_right(family: str, language: str) -> None:
    asked = variant(family, language)
    shown = answer_shown(asked.key, asked.language, bank().units)
    if isinstance(asked.key, ChoiceKey):
        shown = shown.split(". ", 1)[1]
    assert mark(asked, shown, bank().units).outcome == "right"
