"""What generators give, and how their values are set into words.

A value has no language (`12`, a date) or one form in each (`Both`), so that one seed means the same challenge in all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from content.schema import Language


@dataclass(frozen=True)
class Both:
    """One value in its French and its English form."""

    fr: str
    en: str


Value = str | int | Decimal | date | time | Both
Values = Mapping[str, Value]

_SLOT = re.compile(r"\{\{|\}\}|\{(\w+)(?::(\w+))?\}")
_LOCALES = {"fr": "fr_FR", "en": "en_GB"}


def fill(template: str, values: Values, language: Language) -> str:
    """Set values into `{name}` or `{name:form}`; `{{` and `}}` stand for braces. KeyError on an unknown name.

    Forms: `group` (thousands apart), `iso` and `short` for dates.
    """
    if "{" not in template and "}" not in template:
        return template

    def put(match: re.Match[str]) -> str:
        name = match[1]
        if name is None:
            return match[0][0]
        return show(values[name], language, match[2])

    return _SLOT.sub(put, template)


def slots(template: str) -> set[str]:
    """The names that a template asks for."""
    return {match[1] for match in _SLOT.finditer(template) if match[1]}


def show(value: Value, language: Language, form: str | None = None) -> str:
    match value:
        case str():
            return value
        case Both():
            return value.fr if language == "fr" else value.en
        case int() | Decimal():
            if form == "group" or isinstance(value, Decimal):
                return format_decimal(
                    value, locale=_LOCALES[language], group_separator=form == "group", decimal_quantization=False
                )
            return str(value)
        case date():
            if form == "iso":
                return value.isoformat()
            if form == "short":
                return value.strftime("%d/%m/%Y")
            first = "'1er' MMMM y" if language == "fr" and value.day == 1 else "d MMMM y"
            return format_date(value, first, locale=_LOCALES[language])
        case time():
            return value.strftime("%-H h %M" if language == "fr" else "%H:%M")
