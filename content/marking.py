"""Is this answer right? Typed answers are forgiven what is not the point, and nothing that makes another answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from rapidfuzz.distance import OSA

from content.reading import exact, plain, quantity, squeezed
from content.schema import Language, Unit
from content.variant import ChoiceKey, Key, NumberKey, ShownTrap, TextKey, Variant

Outcome = Literal["right", "wrong", "unit", "unreadable"]

LETTERS = "ABCDEFGH"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Mark:
    """What an answer is worth. `unit`: right kind of number, wrong unit; `unreadable`: not an answer at all."""

    outcome: Outcome
    said: str  # the answer as we understood it
    trap: str | None = None
    feedback: str | None = None

    @property
    def score(self) -> float:
        return 1.0 if self.outcome == "right" else 0.0


def mark(variant: Variant, text: str, units: Mapping[str, Unit]) -> Mark:
    """Mark an answer in words. For a choice: its letter, its number or its text."""
    match variant.key:
        case ChoiceKey() as key:
            at = read_choice(key, text)
            return Mark("unreadable", text) if at is None else mark_choice(key, at)
        case TextKey() as key:
            return _mark_text(key, text)
        case NumberKey() as key:
            return _mark_number(key, text, variant.language, units)


def mark_choice(key: ChoiceKey, at: int) -> Mark:
    """Mark the option at a position, counted from 0."""
    option = key.options[at]
    return Mark("right" if option.right else "wrong", LETTERS[at], option.trap, option.feedback)


def read_choice(key: ChoiceKey, text: str) -> int | None:
    """The position of the option that a text names: a letter, a number from 1, or the option's own words."""
    said = plain(text)
    letters = [letter.casefold() for letter in LETTERS[: len(key.options)]]
    if said in letters:
        return letters.index(said)
    texts = [plain(option.text) for option in key.options]
    if texts.count(said) == 1:
        return texts.index(said)
    if said.isdecimal() and said.isascii() and 1 <= int(said) <= len(texts):
        return int(said) - 1
    return None


def answer_shown(key: Key, language: Language, units: Mapping[str, Unit]) -> str:
    """The right answer, as feedback and blind-reading reports show it."""
    match key:
        case ChoiceKey():
            at = next(at for at, option in enumerate(key.options) if option.right)
            return f"{LETTERS[at]}. {key.options[at].text}"
        case TextKey():
            return key.accepts[0]
        case NumberKey():
            value = key.value.replace(".", ",") if language == "fr" else key.value
            unit = units[key.unit].fr[0] if key.unit and language == "fr" else units[key.unit].en[0] if key.unit else ""
            return f"{value}\u00a0{unit}" if unit else value


def _mark_text(key: TextKey, text: str) -> Mark:
    if not plain(text):
        return Mark("unreadable", text)
    fold = exact if key.exact else plain
    said = fold(text)
    if said in {fold(accepted) for accepted in key.accepts}:
        return Mark("right", text)
    trap = _trap(key.rejects, said, fold)
    if trap is not None:
        return Mark("wrong", text, trap.trap, trap.feedback)
    if not key.exact and squeezed(text) in {squeezed(accepted) for accepted in key.accepts}:
        return Mark("right", text)
    if not key.exact and any(_slip(said, plain(accepted), key.rejects) for accepted in key.accepts):
        return Mark("right", text)
    return Mark("wrong", text)


def _trap(traps: tuple[ShownTrap, ...], said: str, fold: type[str] | object) -> ShownTrap | None:
    assert callable(fold)
    return next((trap for trap in traps if fold(trap.text) == said), None)


def _slip(said: str, accepted: str, rejects: tuple[ShownTrap, ...]) -> bool:
    """A small typing slip: never in short words, in digits, or nearer to a wrong answer than to the right one."""
    if len(accepted) < 5 or _DIGIT.search(accepted) or _DIGIT.search(said):
        return False
    allowed = 1 if len(accepted) < 9 else 2
    distance = OSA.distance(said, accepted, score_cutoff=allowed)
    return distance <= allowed and all(OSA.distance(said, plain(reject.text)) > distance for reject in rejects)


def _mark_number(key: NumberKey, text: str, language: Language, units: Mapping[str, Unit]) -> Mark:
    said = quantity(text, language)
    if said is None or said.several or not said.readings:
        return Mark("unreadable", text)
    value, tolerance = Fraction(key.value), Fraction(key.tolerance)
    scale = _scale(key.unit, said.unit, language, units)
    if scale is None:
        return Mark("unit", text)
    if any(abs(Fraction(reading) * scale - value) <= tolerance for reading in said.readings):
        return Mark("right", text)
    for trap in key.traps:
        wrong = quantity(trap.text, language)
        if wrong and any(Fraction(reading) * scale in wrong.readings for reading in said.readings):
            return Mark("wrong", text, trap.trap, trap.feedback)
    if scale != 1:
        return Mark("unit", text)
    return Mark("wrong", text)


def _scale(expected: str | None, said: str, language: Language, units: Mapping[str, Unit]) -> Fraction | None:
    """By what to multiply a number said in a unit to have it in the expected one. None: not a unit that fits."""
    if not said:
        return Fraction(1)
    named = _unit_named(said, language, units)
    if expected is None:
        # A plain count ("4 photos"): the word after it is not a unit of ours.
        return None if named else Fraction(1)
    if named is None or named.dimension != units[expected].dimension:
        return None
    return Fraction(named.factor) / Fraction(units[expected].factor)


def _unit_named(said: str, language: Language, units: Mapping[str, Unit]) -> Unit | None:
    """The unit of that spelling: as written first (Mb is not MB), then without case, then by its first word alone
    ("kg a year")."""
    spellings = [(name, unit) for unit in units.values() for name in (unit.fr if language == "fr" else unit.en)]
    for text in dict.fromkeys((said, said.split()[0])):
        for fold in (str, plain):
            for name, unit in spellings:
                if fold(name) == fold(text):
                    return unit
    return None
