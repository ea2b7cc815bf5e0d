"""French as an editor sets it."""

import pytest

from content.typography import set_french

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Quoi ?", f"Quoi{NARROW}?"),
        ("Vite ! Ici ; là : oui", f"Vite{NARROW}! Ici{NARROW}; là{WIDE}: oui"),
        ("« oui »", f"«{WIDE}oui{WIDE}»"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("12 000 octets", f"12{NARROW}000 octets"),
        ("40 % de 3 Go", f"40{WIDE}% de 3{WIDE}Go"),
        ("le lien `http://a.example/?q=l'eau` ici", "le lien `http://a.example/?q=l'eau` ici"),
        ("l'{name} ?", f"l’{{name}}{NARROW}?"),
        ("https://a.example", "https://a.example"),
        ("à 12:30", "à 12:30"),
    ],
)
def test_spaces_that_must_not_break_and_apostrophes_that_curl(typed: str, set_: str) -> None:
    assert set_french(typed) == set_


@pytest.mark.parametrize("text", ["Quoi ?", "« a » : b ; c !", "l'{x} : `y` ?", "12 000 Mo"])
def test_setting_twice_changes_nothing_more(text: str) -> None:
    assert set_french(set_french(text)) == set_french(text)
