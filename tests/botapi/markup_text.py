"""parse_mode, lightly: enough to refuse what Telegram would refuse and to know what the user would read.

Known simplifications: attributes that hold ">" and exotic nestings in MarkdownV2 are not followed.
"""

import html
import re
from collections.abc import Callable

from .errors import misuse
from .formatting import Formatted, utf16_length
from .values import Entity

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
HTML_TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>[^>\s]*)(?P<rest>[^>]*)>|(?P<stray><)|(?P<text>[^<]+)")
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
ATTRIBUTE = re.compile(r"""([\w-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?""")

MARKDOWN_MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}
MARKDOWN_TOKEN = re.compile(
    r"\\(?P<escaped>.)|```(?:(?P<language>\w+)\n)?(?P<pre>.*?)```|`(?P<code>.*?)`"
    r"|!?\[(?P<label>(?:\\.|[^\]\\])*)\]\((?P<url>(?:\\.|[^)\\])*)\)|(?P<quote>^>)|(?P<mark>\|\||__|[*_~])|(?P<plain>.)",
    re.DOTALL | re.MULTILINE,
)
MARKDOWN_RESERVED = set("[]()>#+-=|{}.!`")

Open = tuple[str, int, dict[str, str]]


class _Page:
    """A text under construction."""

    def __init__(self) -> None:
        self.text = ""
        self.entities: list[Entity] = []

    @property
    def at(self) -> int:
        return utf16_length(self.text)

    def span(self, kind: str, begin: int, url: str | None = None, language: str | None = None) -> None:
        if self.at > begin:
            self.entities.append(Entity(kind, begin, self.at - begin, url=url, language=language))

    def formatted(self) -> Formatted:
        return Formatted(self.text, tuple(self.entities))


def parse(text: str, parse_mode: str) -> Formatted:
    parsers: dict[str, Callable[[str], Formatted]] = {"html": _html, "markdownv2": _markdown}
    parser = parsers.get(parse_mode.lower())
    if parser is None:
        raise misuse("unsupported parse_mode", f"{parse_mode!r}; this server knows HTML and MarkdownV2")
    return parser(text)


def _html(text: str) -> Formatted:
    page, opened = _Page(), list[Open]()
    for token in HTML_TOKEN.finditer(text):
        tag = (token["tag"] or "").lower()
        if token["stray"] or (token["text"] is None and not token["end"] and tag not in TAGS):
            raise misuse(f"can't parse entities: unsupported start tag {tag!r} at offset {token.start()}")
        if token["text"] is not None:
            page.text += ENTITY.sub(lambda found: html.unescape(found[0]), token["text"])
        elif token["end"]:
            _close(page, opened, tag)
        else:
            opened.append((tag, page.at, _attributes(token["rest"])))
    if opened:
        raise misuse(f"can't parse entities: can't find end tag corresponding to start tag {opened[-1][0]!r}")
    return page.formatted()


def _attributes(rest: str) -> dict[str, str]:
    return {found[1]: html.unescape(found[2] or found[3] or found[4] or "") for found in ATTRIBUTE.finditer(rest)}


def _close(page: _Page, opened: list[Open], tag: str) -> None:
    if not opened:
        raise misuse(f"can't parse entities: unexpected end tag {tag!r}")
    name, begin, attributes = opened.pop()
    if tag not in ("", name):
        raise misuse(f"can't parse entities: unmatched end tag, expected {name!r}, found {tag!r}")
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise misuse('can\'t parse entities: tag "span" must have class "tg-spoiler"')
    kind = "expandable_blockquote" if "expandable" in attributes else TAGS[name]
    page.span(kind, begin, url=attributes.get("href"), language=attributes.get("class") if name == "pre" else None)


def _markdown(text: str) -> Formatted:
    page, opened = _Page(), list[tuple[str, int]]()
    for token in MARKDOWN_TOKEN.finditer(text):
        begin = page.at
        if token["mark"]:
            _toggle(page, opened, token["mark"])
        elif token["label"] is not None:
            page.text += re.sub(r"\\(.)", r"\1", token["label"])
            page.span("text_link", begin, url=re.sub(r"\\(.)", r"\1", token["url"]))
        elif token["pre"] is not None or token["code"] is not None:
            page.text += re.sub(r"\\(.)", r"\1", token["pre"] or token["code"] or "")
            page.span("pre" if token["pre"] is not None else "code", begin, language=token["language"])
        elif token["plain"] in MARKDOWN_RESERVED:
            raise misuse(f"can't parse entities: character {token['plain']!r} is reserved and must be escaped")
        else:
            page.text += token["escaped"] or token["plain"] or ""
    if opened:
        raise misuse(f"can't parse entities: can't find end of {MARKDOWN_MARKS[opened[-1][0]]} entity")
    return page.formatted()


def _toggle(page: _Page, opened: list[tuple[str, int]], mark: str) -> None:
    if opened and opened[-1][0] == mark:
        page.span(MARKDOWN_MARKS[mark], opened.pop()[1])
    elif mark in {name for name, _ in opened}:
        raise misuse(f"can't parse entities: can't find end of {MARKDOWN_MARKS[opened[-1][0]]} entity")
    else:
        opened.append((mark, page.at))
