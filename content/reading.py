"""Reading what people type: text without the differences that do not count, numbers with their units."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from content.schema import Language

_EDGES = " \t\n.,;:!?…\"'`«»“”‘’()[]"
_SPACES = re.compile(r"\s+")
# "v37" holds a number, "CO2" does not.
_NUMBER = re.compile(r"(?<![^\W\d_]{2})(?:[-−+]?\d[\d\s.,'’]*\d|[-−+]?\d)")
_DATE = re.compile(r"^(?:le )?\d{1,2}(?:er|st|nd|rd|th)? [^\W\d]+ (\d{4})$", re.IGNORECASE)
_JOINS = re.compile(r"[\s'’\-‐‑]")
_IN_WORDS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    ),
    "en": (
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ),
}  # fmt: skip
_GROUPED = re.compile(r"^\d{1,3}(?:[.,\s'’]\d{3})+$")


def exact(text: str) -> str:
    """The text as typed, but for spaces around it and quotes or a full stop that only wrap it."""
    return unicodedata.normalize("NFC", text).strip().strip('`«»“”"').strip().removesuffix(".")


def plain(text: str) -> str:
    """Without case, accents, repeated spaces and punctuation at the edges. Other scripts keep their marks."""
    if text.isascii():
        return _SPACES.sub(" ", text.casefold()).strip(_EDGES)
    folded = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    kept = "".join(char for at, char in enumerate(folded) if not _is_accent(folded, at))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", kept)).strip(_EDGES)


def _is_accent(text: str, at: int) -> bool:
    """A combining mark on a Latin letter. Vowel signs of other scripts are letters to their readers."""
    if not unicodedata.combining(text[at]):
        return False
    base = at
    while base and unicodedata.combining(text[base]):
        base -= 1
    return "LATIN" in unicodedata.name(text[base], "")


_LARGE = ("cent", "cents", "mille", "million", "millions", "hundred", "thousand")


def squeezed(text: str) -> str:
    """Plain text without its spaces, hyphens and apostrophes: "j'en suis", "jen suis" and "j en suis" are one."""
    return _JOINS.sub("", plain(text))


@dataclass(frozen=True)
class Quantity:
    """A number as typed: its plausible readings ("1.200" may be 1.2 or 1200), and the words after it."""

    readings: tuple[Decimal, ...]
    unit: str
    several: bool  # other numbers stand beside it


def quantity(text: str, language: Language) -> Quantity | None:
    """The number in a text and its unit. None where there is no number."""
    text = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    text = _DATE.sub(r"\1", text)  # a date, where a year is asked
    found = list(_NUMBER.finditer(text))
    if not found:
        return _in_words(text, language)
    first = found[0]
    unit = text[first.end() :].strip(_EDGES) if len(found) == 1 else ""
    return Quantity(_readings(first[0], language), unit, several=len(found) > 1)


def _in_words(text: str, language: Language) -> Quantity | None:
    """A small number written out, alone or before its unit."""
    first, _, rest = plain(text).partition(" ")
    words = _IN_WORDS[language]
    if first not in words or rest.split(" ")[0] in (*words, *_LARGE):
        return None
    return Quantity((Decimal(words.index(first)),), rest, several=False)


def _readings(digits: str, language: Language) -> tuple[Decimal, ...]:
    sign = "-" if digits.startswith("-") else ""
    body = re.sub(r"[\s'’]", "", digits.lstrip("-+"))
    decimal_mark, group_mark = (",", ".") if language == "fr" else (".", ",")
    candidates = []
    if body.count(",") + body.count(".") <= 1:
        candidates.append(body.replace(",", "."))
    if _GROUPED.match(re.sub(r"[\s'’]", group_mark, digits.lstrip("-+"))):
        # 1,200 in English is a thousand and more; 1.200 in French as well, and also how many type 1,2 with zeros.
        grouped = body.replace(",", "").replace(".", "")
        candidates = [grouped] if (group_mark in body and language == "en") else [*candidates, grouped]
    elif body.count(decimal_mark) == 1 and group_mark in body:
        candidates.append(body.replace(group_mark, "").replace(decimal_mark, "."))
    readings = [_decimal(sign + candidate) for candidate in candidates]
    return tuple(dict.fromkeys(reading for reading in readings if reading is not None))


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
