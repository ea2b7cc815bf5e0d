"""The installed bank: the lint is silent, and the lint itself sees what it should."""

import json
from pathlib import Path

import pytest

from content import blind
from content.errors import ContentError
from content.fix import fix
from content.lint import lint
from content.load import load, load_from, load_reviews, load_thresholds
from content.prose import impersonal_fault
from content.stats import stats
from tests.worlds import BANK, bank

FAMILY = (BANK / "items" / "site.yaml").read_text("utf-8")


def test_the_bank_has_no_fault() -> None:
    assert [str(fault) for fault in lint(load(), load_thresholds(), load_reviews(), seeds=200)] == []


def test_the_first_bank_is_there() -> None:
    counted = stats(load())
    assert counted.families >= 48
    assert 2 * counted.generated >= counted.families
    assert 2 * counted.kinds["choice"] <= counted.families
    for competence in load().competences():
        levels = [level for level in range(1, 9) if counted.cells[f"{competence.code}/{level}"]]
        assert len(levels) >= 3
        assert any(code == competence.code for code, _skill in load().lessons)


def written(tmp_path: Path, text: str, name: str = "site.yaml") -> Path:
    (tmp_path / "items").mkdir(exist_ok=True)
    (tmp_path / "items" / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("level: 2", "level: 9"), "site.yaml:4: level"),
        (("skill: url", "skil: url"), "site.yaml:3: skil"),
        (("status: live", "status: maybe"), "site.yaml:6: status"),
        (("kind: choice", "kind: riddle"), "site.yaml"),
        (("en:\n", "de:\n"), "en: Field required"),
        (("id: site", "id: [site"), "not valid YAML"),
    ],
)
def test_content_that_cannot_be_used_says_where_and_what(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    with pytest.raises(ContentError) as caught:
        load_from(written(tmp_path, FAMILY.replace(*change)))
    assert said in str(caught.value)


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    written(tmp_path, FAMILY.replace("level: 2", "level: 9"))
    written(tmp_path, FAMILY.replace("status: live", "status: maybe"), "other.yaml")
    with pytest.raises(ContentError) as caught:
        load_from(tmp_path)
    assert len(caught.value.faults) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("skill: url", "skill: nothing"), "there is no skill nothing"),
        (('a.example"}', 'https"}'), "two options say the same"),
        (("key: true, ", ""), "exactly one option is the key"),
        (("trap: T-ONE", "trap: T-NINE"), "not in the register"),
        (("Quel est le site", "Quel est ton site"), "speaks to the learner"),
        (("Which is the site", "Which is your site"), "speaks to the learner"),
        (("{key: true", "{key: true"), "nobody has read it blind"),
        (("Chercher le premier", "Chercher {le} premier"), "is not a value of the generator"),
        (("C’est la page.", "C'est la page."), "French spaces and apostrophes"),
        (("Quel est le site", "mot " * 60 + "quel est le site"), "words"),
    ],
)
def test_the_lint_sees_it(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    assert change[0] in FAMILY
    (written(tmp_path, FAMILY.replace(*change)) / "misconceptions").mkdir()
    (tmp_path / "misconceptions" / "all.yaml").write_text((BANK / "misconceptions" / "all.yaml").read_text("utf-8"))
    faults = lint(load_from(tmp_path), load_thresholds(), (), seeds=20)
    assert any(said in str(fault) for fault in faults), faults


def test_the_fixer_sets_french_and_leaves_english_alone(tmp_path: Path) -> None:
    path = written(tmp_path, FAMILY.replace("C’est la page.", "C'est la page !").replace("That is", "That's"))
    file = path / "items" / "site.yaml"
    assert fix(file)
    text = file.read_text("utf-8")
    assert "C’est la page\u202f!" in text
    assert "That's" in text
    assert not fix(file)


@pytest.mark.parametrize(
    ("text", "language", "fault"),
    [
        ("Cliquez ici", "fr", "Cliquez"), ("Il va chez lui, assez vite", "fr", None), ("« Cliquez ici »", "fr", None),
        ("Prendre rendez-vous", "fr", None), ("Quel ton convient ?", "fr", None), ("Ton compte", "fr", "Ton"),
        ("Click on your name", "en", "your"), ("“Your parcel”", "en", None), ("`you`", "en", None),
    ],
)  # fmt: skip
def test_words_that_speak_to_the_learner_are_found(text: str, language: str, fault: str | None) -> None:
    assert impersonal_fault(text, "fr" if language == "fr" else "en") == fault


def test_a_blind_reader_sees_no_key_and_is_marked_by_it() -> None:
    asked = blind.ask(bank(), "en", seed=3, variants=2)
    assert {one.family for one in asked} == set(bank().families)
    shown = json.dumps([one.model_dump() for one in asked])
    assert "explanation" not in shown
    assert "The bin" not in shown
    answers = [blind.Answered(ask=one.ask, answer="14" if one.family == "hours" else "zebra") for one in asked]
    agreement = blind.check(bank(), answers)
    assert agreement.asked == len(asked)
    assert agreement.agreed == 1
    assert all(one.key for one in agreement.disagreed)


def test_a_variant_is_the_same_challenge_in_both_languages_and_again() -> None:
    installed = load()
    for family in installed.live():
        for seed in (1, 2, 3):
            french, english = (installed.render(family.id, seed, language) for language in ("fr", "en"))
            assert installed.render(family.id, seed, "fr") == french
            if french.key.kind == "choice" and english.key.kind == "choice":
                assert [o.right for o in french.key.options] == [o.right for o in english.key.options]
