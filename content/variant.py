"""A family rendered for one serving: everything that was asked, and everything that is needed to mark it later.

A variant is stored with the prompt, so that a later change of content never touches a question that is pending.
"""

from typing import Annotated, Literal

from pydantic import Field

from content.schema import Language, Need, Strict


class ShownOption(Strict):
    text: str
    right: bool = False
    trap: str | None = None
    feedback: str | None = None


class ShownTrap(Strict):
    text: str
    trap: str | None = None
    feedback: str | None = None


class ChoiceKey(Strict):
    kind: Literal["choice"] = "choice"
    options: tuple[ShownOption, ...]


class TextKey(Strict):
    kind: Literal["text"] = "text"
    form: str
    exact: bool
    accepts: tuple[str, ...]
    rejects: tuple[ShownTrap, ...]


class NumberKey(Strict):
    kind: Literal["number"] = "number"
    form: str
    value: str  # a plain decimal number
    unit: str | None
    tolerance: str
    traps: tuple[ShownTrap, ...]


Key = Annotated[ChoiceKey | TextKey | NumberKey, Field(discriminator="kind")]


class Variant(Strict):
    family: str
    seed: int
    language: Language
    competence: str
    skill: str
    level: int
    stem: str
    key: Key
    hint: str
    explanation: str
    needs: tuple[Need, ...] = ()
    reviewed: str = "none"
