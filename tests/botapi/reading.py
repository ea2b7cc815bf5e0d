"""From raw parameters to values of the documented types.

The official server ignores unknown parameters and takes a wrong type for zero or nothing; here both are refused,
because a parameter that does nothing is a mistake nobody would notice.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from . import keyboards
from .errors import misuse
from .values import Entity

T = TypeVar("T")
ENTITY_TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
    "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
    "custom_emoji", "date_time",
}  # fmt: skip
ENTITY_NEEDS = {
    "text_link": "url",
    "text_mention": "user_id",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}
ENTITY_FIELDS = {field.name for field in fields(Entity)} - {"user_id"} | {"user"}


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Parameter:
    """`read` raises a refusal, or ValueError with the type that was expected."""

    read: Callable[[Any], object]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Arguments:
    """Parameters that were read; absent ones are absent."""

    values: Mapping[str, object]

    def find(self, name: str, kind: type[T]) -> T | None:
        value = self.values.get(name)
        return value if isinstance(value, kind) else None

    def need(self, name: str, kind: type[T]) -> T:
        value = self.find(name, kind)
        if value is None:
            raise misuse(f"parameter {name!r} is required")
        return value


def read(raw: Mapping[str, Any], parameters: Mapping[str, Parameter]) -> Arguments:
    unknown = sorted(set(raw) - set(parameters))
    if unknown:
        raise misuse(f"unknown parameters: {', '.join(unknown)}")
    missing = sorted(name for name, parameter in parameters.items() if parameter.required and name not in raw)
    if missing:
        raise misuse(f"required parameters are missing: {', '.join(missing)}")
    return Arguments({name: _read_one(name, value, parameters[name]) for name, value in raw.items()})


def _read_one(name: str, value: Any, parameter: Parameter) -> object:
    try:
        return parameter.read(value)
    except ValueError as error:
        raise misuse(f"parameter {name!r} must be {error}, got {_short(value)}") from error


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def integer(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,18}", value):
        return int(value)
    raise ValueError("an Integer")


def string(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a String")
    try:
        value.encode()
    except UnicodeEncodeError as error:  # half of a surrogate pair: a text cut between two UTF-16 units
        raise ValueError("a String that can be encoded in UTF-8") from error
    return value


def boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise ValueError("a Boolean")


def chat(value: Any) -> int | str:
    """A number, or @name (which this server never finds)."""
    if isinstance(value, str) and value.startswith("@"):
        return value
    return integer(value)


def file(value: Any) -> Upload | str:
    if isinstance(value, Upload):
        return value
    if isinstance(value, str) and value:
        return value
    raise ValueError("a file, or the identifier of one")


def parsed(value: Any) -> Any:
    """Complex values come as JSON text in forms, as themselves in JSON bodies."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError as error:
        raise ValueError("a JSON-serialized value") from error


def json_object(value: Any) -> dict[str, Any]:
    found = parsed(value)
    if not isinstance(found, dict):
        raise ValueError("a JSON-serialized object")
    return found


def object_with(*names: str) -> Callable[[Any], dict[str, Any]]:
    """Reads an object that has no other fields than these."""

    def read_object(value: Any) -> dict[str, Any]:
        found = json_object(value)
        unknown = set(found) - set(names)
        if unknown:
            raise ValueError(f"an object without {', '.join(sorted(unknown))}")
        return found

    return read_object


def array(value: Any) -> list[Any]:
    found = parsed(value)
    if not isinstance(found, list):
        raise ValueError("a JSON-serialized array")
    return found


def strings(value: Any) -> tuple[str, ...]:
    return tuple(string(item) for item in array(value))


def keyboard(value: Any) -> keyboards.Keyboard | None:
    return keyboards.read(parsed(value))


def inline_keyboard(value: Any) -> keyboards.Keyboard | None:
    found = keyboards.read(parsed(value))
    if found is not None and not found.inline:
        raise misuse("inline keyboard expected")
    return found


def entities(value: Any) -> tuple[Entity, ...]:
    return tuple(_entity(item) for item in array(value))


def _entity(item: Any) -> Entity:
    if not isinstance(item, dict) or not set(item) <= ENTITY_FIELDS or item.get("type") not in ENTITY_TYPES:
        raise ValueError(f"an Array of MessageEntity ({_short(item)})")
    user = item.get("user")
    known = {name: value for name, value in item.items() if name != "user"}
    known["offset"], known["length"] = integer(item.get("offset")), integer(item.get("length"))
    entity = Entity(**known, user_id=user.get("id") if isinstance(user, dict) else None)
    needed = ENTITY_NEEDS.get(entity.type)
    if needed is not None and not getattr(entity, needed):
        raise ValueError(f"an Array of MessageEntity ({entity.type} needs {needed})")
    if entity.type == "text_link":
        keyboards.check_url(entity.url)
    return entity


def unsupported(_value: Any) -> object:
    """Documented, but not modelled here: better refused than wrongly accepted."""
    raise ValueError("left out: this server does not model it")
