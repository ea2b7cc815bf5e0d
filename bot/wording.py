"""Sentences in the learner's language: catalogues compiled in memory from their .po files, replies turned to bodies."""

import gettext
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

import locales
from bot.body import Amendment, Attachment, Body, Drawing, Message, Press
from flows.messages import Amend, Document, Picture, Reply, Rows, Say
from flows.wording import Arg, Lines, Text, Words

CATALOGUES = Path(locales.__file__).parent
_BABEL = {"fr": "fr_FR", "en": "en_GB"}


class Wording:
    """All catalogues. One named `language@voice` holds what differs, and falls back to `language`."""

    def __init__(self, translations: dict[str, gettext.NullTranslations]) -> None:
        self._translations = translations

    @staticmethod
    def load(folder: Path = CATALOGUES) -> "Wording":
        found: dict[str, gettext.NullTranslations] = {}
        for path in sorted(folder.glob("*/LC_MESSAGES/declic.po"), key=lambda path: path.parent.parent.name):
            name = path.parent.parent.name
            found[name] = _compiled(path, name.split("@")[0])
            if "@" in name and name.split("@")[0] in found:
                found[name].add_fallback(found[name.split("@")[0]])
        return Wording(found)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._translations)

    def say(self, language: str, text: Text) -> str:
        """A sentence in a language; in English where it is not translated."""
        match text:
            case str():
                return text
            case Lines():
                return text.between.join(said for part in text.parts if (said := self.say(language, part)))
            case Words():
                book = self._translations.get(language) or self._translations.get(language[:2])
                return self._filled(language, text, book or gettext.NullTranslations())

    def _filled(self, language: str, words: Words, book: gettext.NullTranslations) -> str:
        found = book.ngettext(words.text, words.plural, words.count) if words.plural else book.gettext(words.text)
        if not words.args:
            return found
        return found.format_map({name: self._argument(language, value) for name, value in words.args.items()})

    def _argument(self, language: str, value: Arg) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, Words | Lines):
            return self.say(language, value)
        locale = _BABEL.get(language[:2], language[:2])
        if isinstance(value, date):
            first = "'1er' MMMM y" if language.startswith("fr") and value.day == 1 else "d MMMM y"
            return format_date(value, first, locale=locale)
        if isinstance(value, time):
            return value.strftime("%-H h %M" if language.startswith("fr") else "%H:%M")
        return _number(value, locale)

    def body(self, language: str, reply: Reply) -> Body:
        """A reply in words, ready to be stored."""
        match reply:
            case Say():
                text = self.say(language, reply.text)
                return Message(
                    text=text, buttons=self._rows(language, reply.buttons), number=reply.number, expects=reply.expects
                )
            case Amend():
                return Amendment(number=reply.number, text=self.say(language, reply.text))
            case Picture():
                caption, rows = self.say(language, reply.caption), self._rows(language, reply.buttons)
                return Drawing(facts=reply.facts, language=language, caption=caption, buttons=rows)
            case Document():
                return Attachment(name=reply.name, caption=self.say(language, reply.caption))

    def _rows(self, language: str, rows: Rows) -> tuple[tuple[Press, ...], ...]:
        return tuple(
            tuple(Press(label=self.say(language, button.label), option=button.option) for button in row) for row in rows
        )


@lru_cache(maxsize=1024)
def _number(value: int | Decimal, locale: str) -> str:
    """Babel reads its patterns anew for each number; ours are few and small."""
    return str(format_decimal(value, locale=locale))


def _compiled(path: Path, language: str) -> gettext.GNUTranslations:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def names(languages: Iterable[str]) -> list[str]:
    """Languages without their voices."""
    return sorted({language.split("@")[0] for language in languages})
