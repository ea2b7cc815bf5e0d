"""The profile's picture: a real PNG, the same everywhere, whatever the words hold."""

import re
import struct
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from bot.fonts import fonts
from bot.pictures import PictureWords, profile_png
from flows.facts import Axis, ProfileFacts

CODES = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2")
FACTS = ProfileFacts(
    axes=tuple(Axis(code, level=3, low=1, high=5, measured=code < "3") for code in CODES),
    answered=9,
    on=date(2026, 11, 22),
)
WORDS = PictureWords(
    title="Votre profil",
    subtitle="22 novembre 2026 · 9 défis · niveaux provisoires",
    domains=(
        "Information et données",
        "Communication et collaboration",
        "Création de contenu",
        "Protection et sécurité",
        "Environnement numérique",
    ),
    level="niveau",
    measured="mesuré",
    inferred="estimé d’après le reste",
    range="niveaux possibles",
)


def with_first_axis(**changes: Any) -> ProfileFacts:
    first, *others = FACTS.axes
    return replace(FACTS, axes=(replace(first, **changes), *others))


def with_every_word(word: str) -> PictureWords:
    return PictureWords(word, word, (word,) * 5, word, word, word, word)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png.endswith(b"IEND\xaeB`\x82")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_it_is_a_card_for_a_phone() -> None:
    png = profile_png(FACTS, WORDS)
    assert size(png) == (1080, 1500)
    assert len(png) < 300_000


@pytest.mark.parametrize("level", [0, 8])
def test_the_ends_of_the_scale_are_drawn(level: int) -> None:
    axes = tuple(Axis(code, level, low=level, high=level, measured=True) for code in CODES)
    assert size(profile_png(replace(FACTS, axes=axes), WORDS)) == (1080, 1500)


@pytest.mark.parametrize("change", [{"level": 4}, {"low": 0}, {"high": 8}, {"measured": False}])
def test_every_fact_of_an_axis_shows(change: dict[str, Any]) -> None:
    assert profile_png(with_first_axis(**change), WORDS) != profile_png(FACTS, WORDS)


@pytest.mark.parametrize("word", ["title", "subtitle", "level", "measured", "inferred", "range"])
def test_every_word_shows(word: str) -> None:
    change: dict[str, Any] = {word: "autre"}
    assert profile_png(FACTS, replace(WORDS, **change)) != profile_png(FACTS, WORDS)


@pytest.mark.parametrize(
    "word",
    [
        '#$*_<>"\\`@~[]{}//',
        '#panic("read as code")',
        '"); panic("read as code',
        "ملفك الشخصي",
        "👩🏽‍💻",
        "",
        "deux\nlignes",
        "sans-fin-" * 60,
        "beaucoup de mots " * 30,
    ],
)
def test_odd_words_do_no_harm(word: str) -> None:
    assert size(profile_png(FACTS, with_every_word(word))) == (1080, 1500)


def test_a_domain_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        profile_png(FACTS, replace(WORDS, domains=WORDS.domains[:4]))


def test_threads_draw_what_one_would() -> None:
    facts = [with_first_axis(level=level) for level in range(1, 6)] * 2
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda each: profile_png(each, WORDS), facts))
    assert together == [profile_png(each, WORDS) for each in facts]


def test_the_fonts_are_those_of_the_wheel() -> None:
    wheel = Path(str(files("fontpkg_atkinson_hyperlegible")))
    assert fonts().families() == ["Atkinson Hyperlegible"]
    assert all(wheel in Path(font.path or "").parents for font in fonts().fonts())


def test_colours_of_words_stand_out_from_the_card() -> None:
    template = (files("bot") / "drawings" / "profile.typ").read_text(encoding="utf-8")
    rows = [re.findall(r"#[0-9a-f]{6}", line) for line in template.splitlines() if "map(rgb)" in line]
    (card, shade, _, *inks), hues = rows
    assert len(hues) == len(WORDS.domains)
    assert min(contrast(colour, ground) for colour in [*inks, *hues] for ground in (card, shade)) >= 4.5


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
