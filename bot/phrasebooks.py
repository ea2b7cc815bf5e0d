"""Reads the phrase book of each language: `locales/<language>/phrases.yaml`."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from bot.wording import CATALOGUES
from content.reading import squeezed
from flows.lexicon import Lexicon


class Phrasebook(BaseModel):
    """As it is written: for each wish, its commands (the first is the one shown) and what people say."""

    model_config = ConfigDict(extra="forbid")
    commands: dict[str, list[str]]
    phrases: dict[str, list[str]]
    ordinals: dict[int, list[str]]


def read(path: Path) -> Lexicon:
    book = Phrasebook.model_validate(yaml.safe_load(path.read_text("utf-8")))
    return Lexicon(
        commands={typed: wish for wish, all in book.commands.items() for typed in all},
        names={wish: all[0] for wish, all in book.commands.items()},
        phrases={squeezed(phrase): wish for wish, all in book.phrases.items() for phrase in all},
        ordinals={squeezed(phrase): place for place, all in book.ordinals.items() for phrase in all},
    )


def load() -> dict[str, Lexicon]:
    return {path.parent.name: read(path) for path in sorted(CATALOGUES.glob("*/phrases.yaml"))}
