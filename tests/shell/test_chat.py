"""The terminal, over a pipe: the real command, one line a turn."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.body import Message, Press
from bot.channels.terminal import Screen
from flows.messages import Chose, Said


def chat(folder: Path, *lines: str, language: str = "en", who: str = "alice") -> str:
    """What `declic chat` prints for these lines."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--lang", language, "--as", who],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "DECLIC_DATABASE": str(folder / "declic.db"), "PYTHONPATH": str(Path(__file__).parents[2])},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_a_person_places_themself_stops_and_goes_on_where_they_were(tmp_path: Path) -> None:
    first = chat(tmp_path, "1", "1", *["i don't know", "continue"] * 6, "i don't know", "stop")
    assert "Challenge 1 of about 30" in first
    assert "Challenge 7 of about 30" in first
    assert "nothing is lost" in first
    second = chat(tmp_path, "continue", "continue", "my profile")
    assert "Welcome back!" in second
    assert "Challenge 8 of about 30" in second
    assert "after 7 challenges" in second
    assert second.count("or") > 3
    third = chat(tmp_path, "practise", "2", "3", "a hint", "i don't know", "lesson", "continue")
    assert "Practice, challenge 1" in third
    assert "A hint: " in third
    assert "An example" in third


def test_french_is_spoken_to_who_speaks_it(tmp_path: Path) -> None:
    said = chat(tmp_path, "commencer", "savoir où j'en suis", "je ne sais pas", language="fr")
    assert "Défi 1 sur 30 environ" in said
    assert "**" not in said


def test_two_people_of_one_machine_do_not_share_a_conversation(tmp_path: Path) -> None:
    chat(tmp_path, "1", "1", "i don't know", who="alice")
    assert "Welcome back" not in chat(tmp_path, who="bob")


def test_data_is_exported_to_a_file_and_erased_in_two_steps(tmp_path: Path) -> None:
    said = chat(tmp_path, "1", "1", "i don't know", "export", "erase everything", "yes, erase everything")
    assert "Everything is erased" in said
    exported = json.loads((tmp_path / "declic.json").read_text("utf-8"))
    assert exported["responses"][0]["body"]["outcome"] == "unknown"
    assert "Hello! I am Déclic" in chat(tmp_path)


def screen(expects: str) -> Screen:
    shown = Screen()
    rows = (
        (Press(label="A", option="A"), Press(label="B", option="B")),
        (Press(label="I don’t know", option="unknown"),),
    )
    shown.show(Message.model_validate({"text": "?", "buttons": rows, "number": 7, "expects": expects}))
    return shown


@pytest.mark.parametrize(
    ("line", "option"), [("1", "A"), ("2", "B"), ("3", "unknown"), ("b", "B"), ("I DON'T KNOW", "unknown")]
)
def test_a_button_is_chosen_by_number_or_label(line: str, option: str) -> None:
    assert screen("choice").read(line) == Chose(prompt=7, option=option)


def test_where_a_number_may_be_the_answer_a_button_is_chosen_by_label_only() -> None:
    assert screen("number").read("2") == Said(text="2")
    assert screen("number").read("i don’t know") == Chose(prompt=7, option="unknown")
    assert screen("choice").read("4") == Said(text="4")
