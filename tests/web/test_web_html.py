"""Texts become HTML that shows exactly what was written."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.html import marked, plain
from bot.markup import bare


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Bonjour", "<p>Bonjour</p>"),
        ("une\ndeux", "<p>une<br>deux</p>"),
        ("une\n\ndeux", "<p>une</p><p>deux</p>"),
        ("un **mot** fort", "<p>un <strong>mot</strong> fort</p>"),
        ("la touche `<Ctrl>`", "<p>la touche <code>&lt;Ctrl&gt;</code></p>"),
        ("`2**3` et **quatre**", "<p><code>2**3</code> et <strong>quatre</strong></p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("https://example.org", "<p>https://example.org</p>"),
        ("** seul", "<p>** seul</p>"),
        ("", ""),
    ],
)
def test_a_text_becomes_html(text: str, html: str) -> None:
    assert marked(text, "Code") == html


def test_a_block_keeps_its_lines_and_can_be_reached_by_keyboard() -> None:
    block = '<pre tabindex="0" role="group" aria-label="&#34;Code&#34;"><code>a &lt; b\n  c</code></pre>'
    assert marked("Voici :\n```\na < b\n  c\n```\nFin.", '"Code"') == f"<p>Voici :</p>{block}<p>Fin.</p>"


def test_a_learners_own_words_have_no_marks() -> None:
    assert plain("**a** `b`\n<i>") == "<p>**a** `b`<br>&lt;i&gt;</p>"


@given(st.text(alphabet="ab<>&\"'`* \n/:."))
def test_nothing_is_lost_and_nothing_gets_through(text: str) -> None:
    html = str(marked(text, "Code"))
    shown = unescape(re.sub(r"</?(p|br|strong|code|pre)( [^>]*)?>", " ", html))
    assert shown.split() == re.sub(r"\s+", " ", shown).split()
    assert "".join(shown.split()) == "".join(bare(text).split())
