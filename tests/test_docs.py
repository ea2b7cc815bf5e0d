"""The manual knows every command and every setting."""

from pathlib import Path

import pytest
import typer.main

from bot.cli import app
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "docs" / "commands.md").read_text("utf-8")


def commands(command: object, name: str = "declic") -> list[str]:
    """The names of all commands, groups opened."""
    inner = getattr(command, "commands", None)
    if inner is None:
        return [name]
    return [found for word, sub in inner.items() for found in commands(sub, f"{name} {word}")]


def test_commands_are_found() -> None:
    assert "declic content lint" in commands(typer.main.get_command(app))


@pytest.mark.parametrize("name", commands(typer.main.get_command(app)))
def test_the_manual_knows_the_command(name: str) -> None:
    assert f"`{name}" in MANUAL


@pytest.mark.parametrize("setting", sorted(Settings.model_fields))
def test_the_manual_knows_the_setting(setting: str) -> None:
    assert f"DECLIC_{setting.upper()}" in MANUAL


@pytest.mark.parametrize("name", ["README.md", "README.fr.md"])
def test_both_readmes_give_the_same_two_commands(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "pip install --quiet . && .venv/bin/declic\n" in text
    assert "pip install --quiet --editable '.[test]' && .venv/bin/python -m pytest\n" in text
