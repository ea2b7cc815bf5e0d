"""Texts with entities: lengths, bounds and trimming, in UTF-16 code units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .errors import misuse
from .values import Entity

# Documented in "Formatting options": these may hold each other; all others stand alone, but for the rules below.
NESTING = {"bold", "italic", "underline", "strikethrough", "spoiler"}
QUOTES = {"blockquote", "expandable_blockquote"}
CODE = {"pre", "code"}


@dataclass(frozen=True, slots=True)
class Formatted:
    text: str
    entities: tuple[Entity, ...] = ()


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def checked(formatted: Formatted) -> Formatted:
    """The same text as Telegram stores it: entities in bounds, outer spaces gone."""
    starts = _code_point_starts(formatted.text)
    for entity in formatted.entities:
        _check_bounds(entity, starts)
    _check_nesting(formatted.entities)
    return _trimmed(formatted)


def _code_point_starts(text: str) -> set[int]:
    starts, at = {0}, 0
    for character in text:
        at += 2 if ord(character) > 0xFFFF else 1
        starts.add(at)
    return starts


def _check_bounds(entity: Entity, starts: set[int]) -> None:
    begin, end, length = entity.offset, entity.offset + entity.length, max(starts)
    if begin < 0 or entity.length <= 0:
        raise misuse(f"entity with incorrect offset {begin} or length {entity.length}")
    if begin >= length:
        raise misuse(f"entity begins after the end of the text at UTF-16 offset {begin}")
    if end > length:
        raise misuse(f"entity beginning at UTF-16 offset {begin} ends after the end of the text at UTF-16 offset {end}")
    if begin not in starts or end not in starts:
        raise misuse(f"entity beginning at UTF-16 offset {begin} begins or ends in the middle of a character")


def _check_nesting(entities: Sequence[Entity]) -> None:
    """The official server repairs what breaks these documented rules; the user then sees something else than was
    meant, so it is refused here."""
    ordered = sorted(entities, key=lambda entity: (entity.offset, -entity.length))
    for index, outer in enumerate(ordered):
        for inner in ordered[index + 1 :]:
            if inner.offset < outer.offset + outer.length:
                _check_pair(outer, inner)


def _check_pair(outer: Entity, inner: Entity) -> None:
    place = f"{outer.type} at {outer.offset} and {inner.type} at {inner.offset}"
    if inner.offset + inner.length > outer.offset + outer.length:
        raise misuse(f"entities overlap: {place}")
    if not _may_hold(outer.type, inner.type):
        raise misuse(f"entities cannot be nested: {place}")


def _may_hold(outer: str, inner: str) -> bool:
    if CODE & {outer, inner}:
        return outer in QUOTES  # code may stand in a quotation, and holds nothing
    if outer in QUOTES and inner in QUOTES:
        return False
    return bool((NESTING | QUOTES) & {outer, inner})


def _trimmed(formatted: Formatted) -> Formatted:
    """Spaces and new lines go, at the end, and at the beginning as far as the first entity."""
    text = formatted.text.rstrip(" \n")
    leading = len(text) - len(text.lstrip(" \n"))
    if formatted.entities:
        leading = min(leading, *(entity.offset for entity in formatted.entities))
    text, length = text[leading:], utf16_length(text) - leading
    entities = (_cut(replace(entity, offset=entity.offset - leading), length) for entity in formatted.entities)
    return Formatted(text, tuple(entity for entity in entities if entity.length > 0))


def _cut(entity: Entity, length: int) -> Entity:
    return replace(entity, length=min(entity.length, length - entity.offset))
