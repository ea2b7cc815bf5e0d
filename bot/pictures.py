"""Pictures for the chat, drawn from facts. What they look like is in the templates beside, `drawings/`."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import typst

from bot.fonts import fonts
from flows.facts import Axis, ProfileFacts

_DRAWINGS = Path(__file__).with_name("drawings")
_PPI = 216  # three pixels a point: the templates count in the pixels of a phone 360 wide


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What a profile's picture says, already in the learner's language."""

    title: str
    subtitle: str  # its parts, between " · ", stay whole where lines break
    domains: tuple[str, ...]
    level: str
    measured: str
    inferred: str
    range: str


def profile_png(facts: ProfileFacts, words: PictureWords) -> bytes:
    """A card of 1080 by 1500 pixels. Takes some 50 ms and may run in any thread."""
    return _png("profile.typ", {"words": asdict(words), "domains": _domains(facts.axes, words.domains)})


def _domains(axes: Iterable[Axis], names: tuple[str, ...]) -> list[dict[str, Any]]:
    groups = [tuple(group) for _, group in groupby(axes, key=lambda axis: axis.code.partition(".")[0])]
    return [
        {"name": name, "codes": f"{group[0].code}–{group[-1].code}", "axes": [asdict(axis) for axis in group]}
        for name, group in zip(names, groups, strict=True)
    ]


def _png(drawing: str, values: dict[str, Any]) -> bytes:
    # Words travel as data, so that typst never reads them as markup.
    inputs = {"picture": json.dumps(values)}
    return typst.compile(_template(drawing), format="png", ppi=_PPI, font_paths=fonts(), sys_inputs=inputs)


@cache
def _template(name: str) -> bytes:
    return (_DRAWINGS / name).read_bytes()
