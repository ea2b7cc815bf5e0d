"""Texts as safe HTML: escaped first, marks after, and no address ever becomes a link."""

import re

from markupsafe import Markup, escape

from bot.markup import Run, runs

_BLANK = re.compile(r"\n[ \t]*\n\s*")


def marked(text: str, block_label: str) -> Markup:
    """Paragraphs, line breaks and marks. `block_label` names a block of code to those who reach it by keyboard."""
    out: list[Markup] = []
    paragraph = Markup("")
    for run in runs(text):
        if run.style == "block":
            out += [_paragraph(paragraph), _block(run.text, block_label)]
            paragraph = Markup("")
            continue
        first, *rest = _BLANK.split(run.text) if run.style == "plain" else [run.text]
        paragraph += _inline(Run(run.style, first))
        for part in rest:
            out.append(_paragraph(paragraph))
            paragraph = escape(part)
    return Markup("").join([*out, _paragraph(paragraph)])


def plain(text: str) -> Markup:
    """A learner's own words: line breaks only, nothing in them is a mark."""
    return Markup("").join(_paragraph(escape(part)) for part in _BLANK.split(text))


def _inline(run: Run) -> Markup:
    match run.style:
        case "code":
            return Markup("<code>{}</code>").format(run.text)
        case "strong":
            return Markup("<strong>{}</strong>").format(run.text)
        case _:
            return escape(run.text)


def _paragraph(inside: Markup) -> Markup:
    bare = inside.strip()
    return Markup("<p>{}</p>").format(Markup("<br>").join(bare.split("\n"))) if bare else Markup("")


def _block(code: str, label: str) -> Markup:
    return Markup('<pre tabindex="0" role="group" aria-label="{}"><code>{}</code></pre>').format(label, code)
