"""getMe, the bot's commands and descriptions, and files."""

import json
import re
from typing import Any

from . import payloads
from .errors import misuse
from .reading import Arguments
from .world import World

MAX_COMMANDS, MAX_COMMAND_DESCRIPTION, MAX_DESCRIPTION, MAX_SHORT_DESCRIPTION = 100, 256, 512, 120  # documented
MAX_DOWNLOAD_BYTES = 20 * 2**20  # documented: "bots can download files of up to 20MB in size"
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
SCOPES = {
    "default": set[str](),
    "all_private_chats": set[str](),
    "all_group_chats": set[str](),
    "all_chat_administrators": set[str](),
    "chat": {"chat_id"},
    "chat_administrators": {"chat_id"},
    "chat_member": {"chat_id", "user_id"},
}


def get_me(world: World, _given: Arguments) -> Any:
    """Privacy mode is off, so that groups tell the bot everything."""
    no = (
        "supports_inline_queries", "can_connect_to_business", "has_main_web_app", "supports_guest_queries",
        "has_topics_enabled", "allows_users_to_create_topics", "can_manage_bots", "supports_join_request_queries",
    )  # fmt: skip
    return (
        payloads.bot(world) | {"can_join_groups": True, "can_read_all_group_messages": True} | dict.fromkeys(no, False)
    )


def set_my_commands(world: World, given: Arguments) -> Any:
    commands = tuple(_command(item) for item in given.need("commands", list))
    if len(commands) > MAX_COMMANDS:
        raise misuse("BOT_COMMANDS_TOO_MUCH", f"{len(commands)} of {MAX_COMMANDS}")
    if len({name for name, _ in commands}) < len(commands):
        raise misuse("the same command is set twice")
    world.profile.commands[_scope(given), _language(given)] = commands
    return True


def get_my_commands(world: World, given: Arguments) -> Any:
    commands = world.profile.commands.get((_scope(given), _language(given)), ())
    return [{"command": name, "description": description} for name, description in commands]


def set_my_description(world: World, given: Arguments) -> Any:
    world.profile.descriptions[_language(given)] = _at_most(given.find("description", str) or "", MAX_DESCRIPTION)
    return True


def set_my_short_description(world: World, given: Arguments) -> Any:
    said = _at_most(given.find("short_description", str) or "", MAX_SHORT_DESCRIPTION)
    world.profile.short_descriptions[_language(given)] = said
    return True


def get_file(world: World, given: Arguments) -> Any:
    file = world.files.get(given.need("file_id", str))
    if file is None:
        raise misuse("invalid file_id")
    if len(file.data) > MAX_DOWNLOAD_BYTES:
        raise misuse("file is too big")
    return payloads.file(file) | {"file_path": file.path}


def _command(item: Any) -> tuple[str, str]:
    if not isinstance(item, dict) or set(item) != {"command", "description"}:
        raise misuse(f"can't parse BotCommand {item!r}")
    name, description = item["command"], item["description"]
    if not isinstance(name, str) or not COMMAND.fullmatch(name):
        raise misuse("BOT_COMMAND_INVALID", repr(name))
    if not isinstance(description, str) or not description.strip() or len(description) > MAX_COMMAND_DESCRIPTION:
        raise misuse("BOT_COMMAND_DESCRIPTION_INVALID", f"1-{MAX_COMMAND_DESCRIPTION} characters, for {name!r}")
    return name, description


def _scope(given: Arguments) -> str:
    scope = given.find("scope", dict) or {"type": "default"}
    needs = SCOPES.get(scope.get("type", ""))
    if needs is None or set(scope) - {"type"} != needs:
        raise misuse(f"can't parse BotCommandScope {scope!r}")
    return json.dumps(scope, sort_keys=True)


def _language(given: Arguments) -> str:
    language = given.find("language_code", str) or ""
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise misuse("invalid language code specified")
    return language


def _at_most(text: str, characters: int) -> str:
    if len(text) > characters:
        raise misuse("description is too long", f"{len(text)} of {characters} characters")
    return text
