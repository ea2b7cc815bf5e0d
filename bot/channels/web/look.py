"""Pages and lines as HTML."""

import secrets
from collections.abc import Callable, Mapping
from pathlib import Path

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from bot.channels.web.html import marked, plain
from bot.channels.web.lines import Line
from bot.channels.web.sentences import PAGE
from flows.wording import Words

STATIC = Path(__file__).with_name("static")


class Look:
    """The templates, filled in a language. Every sentence passes through `say`."""

    def __init__(self, say: Callable[[str, Words], str]) -> None:
        self._say = say
        self._templates = Environment(
            loader=PackageLoader("bot.channels.web"),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["fresh_key"] = lambda: secrets.token_urlsafe(12)

    def say(self, language: str, words: Words) -> str:
        return self._say(language, words)

    def page(self, name: str, language: str, words: Mapping[str, Words] | None = None, **values: object) -> str:
        """A whole page. `words` are its own sentences, beside those that every page has."""
        return self._render(name, language, own=self._all(language, words or {}), **values)

    def line(self, line: Line, language: str, csrf: str) -> str:
        """One line of the log, for the stream. Of an amendment, only the text: the message it changes is there."""
        if line.kind == "amendment":
            return self._marked(language)(line.text)
        return self._render("entry.html", language, line=line, csrf=csrf).strip()

    def _render(self, name: str, language: str, **values: object) -> str:
        return self._templates.get_template(name).render(
            words=self._all(language, PAGE),
            lang=html_language(language),
            dir=direction(language),
            marked=self._marked(language),
            plain=plain,
            **values,
        )

    def _marked(self, language: str) -> Callable[[str], Markup]:
        label = self._say(language, PAGE["code_block"])
        return lambda text: marked(text, label)

    def _all(self, language: str, words: Mapping[str, Words]) -> dict[str, str]:
        return {name: self._say(language, sentence) for name, sentence in words.items()}


def html_language(language: str) -> str:
    """`fr` for fr@tu: how one is addressed is not another language."""
    return language.partition("@")[0].replace("_", "-")


def direction(language: str) -> str:
    try:
        return Locale.parse(html_language(language), sep="-").text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"
