"""Sentences: complete in each language, plural where they must be, and none hidden in the code."""

import gettext
import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from bot import phrasebooks
from bot.wording import Wording
from content.reading import squeezed
from flows.wording import Words, _, lines, n_, paragraphs
from locales import catalogues
from tests.transcript import Conversation
from tests.worlds import bank

WORDING = Wording.load()


def test_no_translation_is_missing_or_broken() -> None:
    assert catalogues.faults() == []


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('msgid "Continue"\nmsgstr ""', "not translated"),
        ('msgid "Challenge {number}"\nmsgstr "Défi {nombre}"', "arguments differ"),
        ('msgid "A sentence nobody says."\nmsgstr "Une phrase."', "no longer used"),
        ('msgid "Help"\nmsgstr "De l\'aide ?"', "French spaces"),
        ('msgid "Help"\nmsgstr "**Aide"', "without its pair"),
    ],
)
def test_the_check_sees_what_is_broken(tmp_path: Path, broken: str, said: str) -> None:
    path = tmp_path / "declic.po"
    path.write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{broken}\n', "utf-8")
    marked = {message.id: message for message in catalogues.template() if message.id}
    assert any(said in fault for fault in catalogues._faults("fr", catalogues.read("fr", path), marked))


def test_tu_says_what_differs_and_vous_the_rest() -> None:
    formal = WORDING.say("fr", _("Under 15"))
    assert WORDING.say("fr@tu", _("Under 15")) == formal
    asked = _("What would you like to practise?")
    assert WORDING.say("fr@tu", asked) != WORDING.say("fr", asked)


@pytest.mark.parametrize(("count", "form"), [(0, "défi"), (1, "défi"), (2, "défis"), (21, "défis")])
def test_plurals_follow_the_language(count: int, form: str) -> None:
    said = WORDING.say("fr", n_("You have answered {count} challenge.", "You have answered {count} challenges.", count))
    assert re.search(rf"\b{form}\b", said)


def test_numbers_are_written_as_the_language_does() -> None:
    assert WORDING.say("en", Words("{n}", {"n": Decimal("1234.5")})) == "1,234.5"
    assert WORDING.say("fr", Words("{n}", {"n": Decimal("1234.5")})) == "1\u202f234,5"


def test_empty_parts_leave_no_gap() -> None:
    assert WORDING.say("en", paragraphs("", lines("a", ""), "b")) == "a\n\nb"


EVERYTHING = """\
> /start|> /continue|> /continue|> xyz|> (voice)|> /hint|> idk|> /report|> /undo|> /menu|> /profile|> /why|> /why 1
> /why 1.2|> /practice|> /practice 1.2|> /hint|> idk|> /lesson|> /settings|> /language|> /age|> /zone|> nowhere|> /data
> /privacy|> /export|> /help|> hello|> are you a bot|> i'm lost|> easier|> /stop|> (press) 1:A|> /erase\
""".replace("\n", "|").split("|")


class Pseudo(gettext.NullTranslations):
    """Every letter of a sentence becomes ⁂; its arguments stay as they are."""

    def gettext(self, message: str) -> str:
        return "".join(
            part if part.startswith("{") else re.sub(r"[^\W\d_]", "⁂", part) for part in re.split(r"(\{\w+\})", message)
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def test_nothing_that_the_tutor_says_is_hard_coded() -> None:
    """In a language of asterisks, all letters left come from the content, or are names and letters of options."""
    allowed = content_words() | {
        "français",
        "english",
        "paris",
        "london",
        "guadeloupe",
        "la",
        "réunion",
        "europe",
        "sitting",
    }
    conversation = Conversation(Wording({"en": Pseudo()}), device="en")
    said: list[str] = []
    for line in EVERYTHING:
        said += conversation.do(line)
    left = {word for line in said for word in re.findall(r"[^\W\d_⁂]{2,}", line.casefold()) if not line.startswith("(")}
    assert left - allowed == set()


def content_words() -> set[str]:
    texts = [str(family.model_dump()) for family in bank().families.values()]
    texts += [str(lesson.model_dump()) for lesson in bank().lessons.values()]
    texts += [str(bank().framework.model_dump())]
    return {word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text.casefold())}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_at_least_sixty_phrases_are_understood_and_none_means_two_things(language: str) -> None:
    book = phrasebooks.load()[language]
    assert len(book.phrases) >= 60
    written = catalogues.HERE / language / "phrases.yaml"
    read = yaml.safe_load(written.read_text("utf-8"))
    meant: dict[str, set[str]] = {}
    for wish, phrases in read["phrases"].items():
        for phrase in phrases:
            meant.setdefault(squeezed(phrase), set()).add(wish)
    assert {phrase: wishes for phrase, wishes in meant.items() if len(wishes) > 1} == {}
