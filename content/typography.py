"""French as an editor sets it: no-break spaces where a line must not break, curly apostrophes. Code is left alone."""

import re

NARROW, WIDE = "\u202f", "\u00a0"
_CODE = re.compile(r"(```.*?```|`[^`]*`|\{[^{}]*\})", re.DOTALL)
_RULES = (
    (re.compile(r"[ \u00a0\u202f]+([;!?])"), NARROW + r"\1"),
    (re.compile(r"[ \u00a0\u202f]+(:)(?=\s|$|[«\"'`{\\])"), WIDE + r"\1"),
    (re.compile(r"«[ \u00a0\u202f]*"), "«" + WIDE),
    (re.compile(r"[ \u00a0\u202f]*»"), WIDE + "»"),
    (re.compile(r"(?<=\d)[ \u00a0]+(?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"(?<=\d)[ \u202f]+(?=(?:[kKMGT]?o|[kKMG]bit|%|€|h|min|s|kWh|Wh|kg|W|px|cm|ans|jours)\b|[%€])"), WIDE),
    (re.compile(r"(?<=\w)'(?=\w|[«`{])"), "’"),
)
_BEFORE_VALUE = re.compile(r"(\w)'$")


def set_french(text: str) -> str:
    """The text with the spaces and apostrophes of French setting; the same text again if set already."""
    parts = _CODE.split(text)
    for at in range(0, len(parts), 2):
        part = parts[at]
        for pattern, replacement in _RULES:
            part = pattern.sub(replacement, part)
        if at + 1 < len(parts):
            part = _BEFORE_VALUE.sub(r"\1’", part)
            part = re.sub(r"«[ \u202f]$", "«" + WIDE, part)
        if at:
            part = re.sub(r"^[ \u202f]([%€]|[KMGT]o\b)", WIDE + r"\1", part)
            part = re.sub(r"^[ \u00a0\u202f]*»", WIDE + "»", part)
        parts[at] = part
    return "".join(parts)
