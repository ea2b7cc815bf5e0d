"""What people say, word for word, and what they wish by it. The phrases stand beside each language's catalogue."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.reading import squeezed


@dataclass(frozen=True)
class Wish:
    """Something asked for, in words, by a command or by a button."""

    name: str
    arg: str = ""


@dataclass(frozen=True)
class Lexicon:
    """The phrase book of one language: commands, phrases and ordinals, all squeezed."""

    commands: Mapping[str, str]  # as typed, without the slash -> wish
    names: Mapping[str, str]  # wish -> the command to show
    phrases: Mapping[str, str]
    ordinals: Mapping[str, int]  # "ladeuxieme" -> 2

    def ordinal(self, text: str) -> int | None:
        return self.ordinals.get(squeezed(text))

    def phrase(self, text: str) -> Wish | None:
        """The wish a text expresses, when it is nothing else."""
        name = self.phrases.get(squeezed(text))
        return _parse(name) if name else None


_COMMAND = re.compile(r"^/(\w+)(?:@\w+)?(?:\s+(.*))?$", re.DOTALL)


def command(text: str, lexicons: Mapping[str, Lexicon]) -> Wish | None:
    """A command of any language, with its argument. A command nobody knows asks for help."""
    found = _COMMAND.match(text.strip())
    if not found:
        return None
    typed = found[1].casefold()
    name = next((book.commands[typed] for book in lexicons.values() if typed in book.commands), "help")
    return Wish(name, (found[2] or "").strip())


def button(option: str) -> Wish:
    """The wish of a button: /name argument."""
    return _parse(option.removeprefix("/"))


def _parse(text: str) -> Wish:
    name, _, arg = text.partition(" ")
    return Wish(name, arg)
