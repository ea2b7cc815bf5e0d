"""What people type, read with goodwill."""

from decimal import Decimal

import pytest

from content.reading import exact, plain, quantity
from content.schema import Language


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  La  Corbeille. ", "la corbeille"),
        ("« Écran »", "ecran"),
        ("aujourd’hui", "aujourd'hui"),
        ("ＡＢＣ", "abc"),
        ("سلة المحذوفات", "سلة المحذوفات"),
        ("हिन्दी", "हिन्दी"),
        ("`cp`", "cp"),
        ("!!!", ""),
    ],
)
def test_differences_that_do_not_count_are_dropped(typed: str, read: str) -> None:
    assert plain(typed) == read


def test_a_code_is_read_as_it_stands() -> None:
    assert exact(" `Rapport_2.PDF` ") == "Rapport_2.PDF"
    assert exact("Été") == "Été"


@pytest.mark.parametrize(
    ("typed", "language", "number", "unit"),
    [
        ("3,5 Mo", "fr", "3.5", "Mo"),
        ("3.5 MB", "en", "3.5", "MB"),
        ("1 200", "fr", "1200", ""),
        ("1\u202f200,5 €", "fr", "1200.5", "€"),
        ("1,200", "en", "1200", ""),
        ("1,234.5", "en", "1234.5", ""),
        ("environ 12 heures", "fr", "12", "heures"),
        ("-4", "fr", "-4", ""),
        ("−4", "fr", "-4", ""),
        ("26,3 kg CO2e", "fr", "26.3", "kg CO2e"),
        ("= 40", "en", "40", ""),
        ("douze", "fr", "12", ""),
        ("Four megabytes", "en", "4", "megabytes"),
        ("v37", "fr", "37", ""),
        ("1er janvier 2039", "fr", "2039", ""),
        ("1 January 2039", "en", "2039", ""),
    ],
)
def test_a_number_is_read_with_its_unit(typed: str, language: Language, number: str, unit: str) -> None:
    found = quantity(typed, language)
    assert found is not None
    assert Decimal(number) in found.readings
    assert found.unit == unit


def test_english_thousands_are_not_decimals() -> None:
    found = quantity("1,200", "en")
    assert found is not None
    assert found.readings == (Decimal(1200),)


@pytest.mark.parametrize("typed", ["", "quatre mille", "?", "kg", "beaucoup"])
def test_words_are_no_number(typed: str) -> None:
    assert quantity(typed, "fr") is None


def test_two_numbers_are_no_answer() -> None:
    found = quantity("entre 3 et 4", "fr")
    assert found is not None
    assert found.several
