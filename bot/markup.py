"""The three marks of a text, read once for all channels: `code`, ```a block of code``` and **strong**."""

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "code", "block", "strong"]
_MARKS = re.compile(r"```\n?(?P<block>.*?)\n?```|`(?P<code>[^`\n]+)`|\*\*(?P<strong>[^*\n]+)\*\*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    style: Style
    text: str


def runs(text: str) -> list[Run]:
    """A text as runs of one style each. A mark without its pair is plain text."""
    found: list[Run] = []
    end = 0
    for match in _MARKS.finditer(text):
        if match.start() > end:
            found.append(Run("plain", text[end : match.start()]))
        style: Style = "block" if match["block"] is not None else "code" if match["code"] else "strong"
        found.append(Run(style, match[style]))
        end = match.end()
    if end < len(text):
        found.append(Run("plain", text[end:]))
    return found


def bare(text: str) -> str:
    """The text without its marks."""
    return "".join(run.text for run in runs(text))
