"""Sentences as values: a message and its arguments, translated outside, in the learner's language.

`_` and `n_` mark what the catalogues hold; English is the key. Arguments may be sentences themselves.
"""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Words:
    """One translatable sentence. `plural` and `count` where the number decides the form."""

    text: str
    args: "dict[str, Arg]" = field(default_factory=dict)
    plural: str | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Parts set one under the other, or joined by another mark."""

    parts: "tuple[Text, ...]"
    between: str = "\n"


Text = Words | Lines | str  # a plain string comes from the content or the learner, and is never translated
Arg = Words | Lines | str | int | Decimal | date | time


def _(text: str, **args: Arg) -> Words:
    """A sentence of the catalogues, with `{name}` for its arguments."""
    return Words(text, args)


def n_(one: str, many: str, count: int, **args: Arg) -> Words:
    """A sentence whose form follows a count, given to it as `{count}`."""
    return Words(one, {"count": count, **args}, many, count)


def lines(*parts: Text) -> Lines:
    return Lines(tuple(part for part in parts if part != ""))


def paragraphs(*parts: Text) -> Lines:
    return Lines(tuple(part for part in parts if part != ""), "\n\n")


def listed(*parts: Text) -> Lines:
    return Lines(parts, ", ")
