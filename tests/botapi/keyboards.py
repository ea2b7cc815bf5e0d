"""Keyboards under a message.

Documented limits: callback_data of 1-64 bytes, exactly one action a button, copied text of 1-256 characters. Observed
by many, never documented: 100 buttons in all, 8 a row, about 10 kB of JSON. The official server silently drops what
comes after the 12th button of a row and any button without text; refused here, since the user would miss them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from .errors import misuse
from .values import Button

MAX_BUTTONS, MAX_ROW, MAX_JSON_BYTES = 100, 8, 10_000  # observed
MAX_REPLY_BUTTONS, MAX_REPLY_ROW = 300, 12  # observed, and in the official server's source
MAX_CALLBACK_BYTES, MAX_COPIED = 64, 256  # documented

ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
DECORATION = {"text", "icon_custom_emoji_id", "style"}
STYLES = {"danger", "success", "primary"}
REPLY_BUTTON = DECORATION | {
    "request_users", "request_chat", "request_managed_bot", "request_contact", "request_location", "request_poll",
    "web_app",
}  # fmt: skip
KEYS = {
    "inline_keyboard": {"inline_keyboard"},
    "keyboard": {
        "keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective",
    },
    "remove_keyboard": {"remove_keyboard", "selective"},
    "force_reply": {"force_reply", "input_field_placeholder", "selective"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keyboard:
    """`raw` is canonical JSON, so that two keyboards are equal when they look and act the same."""

    inline: bool
    rows: tuple[tuple[Button, ...], ...]
    links: tuple[tuple[str, str], ...]
    raw: str


def read(value: Any) -> Keyboard | None:
    """A keyboard, or None for an inline keyboard without buttons, which Telegram takes for none."""
    if not isinstance(value, Mapping):
        raise misuse("object expected as reply markup")
    if not value:  # so the client writes a keyboard without rows
        return None
    kind = next((kind for kind in KEYS if kind in value), None)
    if kind is None or not set(value) <= KEYS[kind]:
        raise misuse(f"reply markup with unexpected fields: {', '.join(sorted(value))}")
    raw = json.dumps(value, sort_keys=True, ensure_ascii=False)
    if len(raw.encode()) > MAX_JSON_BYTES:
        raise misuse("reply markup is too long", f"{len(raw.encode())} bytes")
    if kind == "inline_keyboard":
        return _inline(_rows(value[kind], MAX_ROW, MAX_BUTTONS), raw)
    if kind == "keyboard":
        _check_reply_keyboard(value[kind])
    return Keyboard(inline=False, rows=(), links=(), raw=raw)


def _inline(rows: list[list[Any]], raw: str) -> Keyboard | None:
    for row in rows:
        for button in row:
            _check_button(button)
    links = tuple((button["text"], button["url"]) for row in rows for button in row if "url" in button)
    buttons = tuple(tuple(Button(button["text"], button.get("callback_data")) for button in row) for row in rows)
    return Keyboard(inline=True, rows=buttons, links=links, raw=raw) if buttons else None


def _rows(value: Any, max_row: int, max_buttons: int) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise misuse("a keyboard must be an Array of Arrays")
    rows = [row for row in value if row]
    if any(len(row) > max_row for row in rows):
        raise misuse("reply markup is too long", f"more than {max_row} buttons in a row")
    if sum(map(len, rows)) > max_buttons:
        raise misuse("reply markup is too long", f"more than {max_buttons} buttons")
    return rows


def _check_button(button: Any) -> None:
    if not isinstance(button, Mapping):
        raise misuse("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    unknown = set(button) - DECORATION - ACTIONS
    if unknown:
        raise misuse(f"inline keyboard button with unknown fields: {', '.join(sorted(unknown))}")
    _check_decoration(button)
    actions = ACTIONS & set(button)
    if len(actions) != 1:
        raise misuse(
            f"an inline keyboard button needs exactly one action, found: {', '.join(sorted(actions)) or 'none'}"
        )
    if "callback_data" in actions:
        _check_callback_data(button["callback_data"])
    if "url" in actions:
        check_url(button["url"])
    if "copy_text" in actions:
        _check_copied(button["copy_text"])


def _check_decoration(button: Mapping[str, Any]) -> None:
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise misuse("keyboard button text must be non-empty")
    if "style" in button and button["style"] not in STYLES:
        raise misuse(f"invalid button style {button['style']!r}")


def _check_callback_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= MAX_CALLBACK_BYTES:
        raise misuse("BUTTON_DATA_INVALID", f"1-{MAX_CALLBACK_BYTES} bytes, got {data!r}")


def _check_copied(copied: Any) -> None:
    text = copied.get("text") if isinstance(copied, Mapping) else None
    if not isinstance(text, str) or not 1 <= len(text) <= MAX_COPIED:
        raise misuse("BUTTON_COPY_TEXT_INVALID", f"1-{MAX_COPIED} characters")


def check_url(url: Any) -> None:
    """The official server wants a dot in the host: a button to http://localhost is refused, 127.0.0.1 is not."""
    parts = urlsplit(url) if isinstance(url, str) else urlsplit("")
    if parts.scheme == "tg" or (parts.scheme in ("http", "https") and "." in (parts.hostname or "")):
        return
    raise misuse("BUTTON_URL_INVALID", f"wrong HTTP URL {url!r}")


def _check_reply_keyboard(value: Any) -> None:
    for row in _rows(value, MAX_REPLY_ROW, MAX_REPLY_BUTTONS):
        for button in row:
            fields = {"text": button} if isinstance(button, str) else button
            if not isinstance(fields, Mapping) or not set(fields) <= REPLY_BUTTON:
                raise misuse(f"can't parse keyboard button {button!r}")
            _check_decoration(fields)
