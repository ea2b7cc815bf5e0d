"""A learner as text and back. Stored formats carry a number, with one upgrade function for each old one."""

import json
from collections.abc import Callable
from typing import Any

from flows.learner import FORMAT, Learner

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
_CURRENT = f'{{"format":{FORMAT},'


def dump(learner: Learner) -> str:
    return learner.model_dump_json()


def load(text: str) -> Learner:
    """ValueError when the text is no learner of a known format."""
    if text.startswith(_CURRENT):
        return Learner.model_validate_json(text)
    stored = json.loads(text)
    while stored.get("format") != FORMAT:
        if stored.get("format") not in UPGRADES:
            raise ValueError(f"a learner of format {stored.get('format')}, and this version knows up to {FORMAT}")
        stored = UPGRADES[stored["format"]](stored)
    return Learner.model_validate(stored)
