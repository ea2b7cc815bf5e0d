"""The methods this server knows, with every parameter the Bot API (10.1) documents for them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

from . import answering, editing, profile, receiving, sending
from .reading import (
    Arguments,
    Parameter,
    array,
    boolean,
    chat,
    entities,
    file,
    inline_keyboard,
    integer,
    json_object,
    keyboard,
    object_with,
    string,
    strings,
    unsupported,
)
from .world import World

Handler = Callable[[World, Arguments], Any | Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Method:
    handle: Handler
    parameters: dict[str, Parameter]
    metered: Literal["messages", "edits"] | None = None


def _optional(read: Callable[[Any], object], *names: str) -> dict[str, Parameter]:
    return {name: Parameter(read) for name in names}


def _required(read: Callable[[Any], object], *names: str) -> dict[str, Parameter]:
    return {name: Parameter(read, required=True) for name in names}


ADDRESS = (
    _required(chat, "chat_id") | _optional(string, "business_connection_id") | _optional(integer, "message_thread_id")
)
REPLY = object_with(
    "message_id", "chat_id", "allow_sending_without_reply", "quote", "quote_parse_mode", "quote_entities",
    "quote_position", "checklist_task_id", "poll_option_id",
)  # fmt: skip
SEND = (
    ADDRESS
    | _optional(integer, "direct_messages_topic_id")
    | _optional(boolean, "disable_notification", "protect_content", "allow_paid_broadcast")
    | _optional(string, "message_effect_id", "parse_mode")
    | _optional(unsupported, "suggested_post_parameters")
    | _optional(REPLY, "reply_parameters")
    | _optional(keyboard, "reply_markup")
)
CAPTION = _optional(string, "caption") | _optional(entities, "caption_entities")
EDIT = (
    _optional(string, "business_connection_id")
    | _optional(chat, "chat_id")
    | _optional(integer, "message_id")
    | _optional(unsupported, "inline_message_id")
    | _optional(inline_keyboard, "reply_markup")
)
PREVIEW = _optional(
    object_with("is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"),
    "link_preview_options",
)
LANGUAGE = _optional(string, "language_code")
SCOPE = _optional(json_object, "scope") | LANGUAGE

METHODS = {
    "getMe": Method(profile.get_me, {}),
    "getUpdates": Method(
        receiving.get_updates, _optional(integer, "offset", "limit", "timeout") | _optional(strings, "allowed_updates")
    ),
    "setWebhook": Method(
        receiving.set_webhook,
        _required(string, "url")
        | _optional(unsupported, "certificate")
        | _optional(string, "ip_address", "secret_token")
        | _optional(integer, "max_connections")
        | _optional(strings, "allowed_updates")
        | _optional(boolean, "drop_pending_updates"),
    ),
    "deleteWebhook": Method(receiving.delete_webhook, _optional(boolean, "drop_pending_updates")),
    "getWebhookInfo": Method(receiving.get_webhook_info, {}),
    "sendMessage": Method(
        sending.send_message,
        SEND | PREVIEW | _required(string, "text") | _optional(entities, "entities"),
        "messages",
    ),
    "sendPhoto": Method(
        sending.send_photo,
        SEND | CAPTION | _required(file, "photo") | _optional(boolean, "show_caption_above_media", "has_spoiler"),
        "messages",
    ),
    "sendDocument": Method(
        sending.send_document,
        SEND
        | CAPTION
        | _required(file, "document")
        | _optional(file, "thumbnail")
        | _optional(boolean, "disable_content_type_detection"),
        "messages",
    ),
    "sendChatAction": Method(sending.send_chat_action, ADDRESS | _required(string, "action")),
    "editMessageText": Method(
        editing.edit_text,
        EDIT
        | PREVIEW
        | _optional(string, "text", "parse_mode")
        | _optional(entities, "entities")
        | _optional(unsupported, "rich_message"),
        "edits",
    ),
    "editMessageCaption": Method(
        editing.edit_caption,
        EDIT | CAPTION | _optional(string, "parse_mode") | _optional(boolean, "show_caption_above_media"),
        "edits",
    ),
    "editMessageReplyMarkup": Method(editing.edit_keyboard, EDIT, "edits"),
    "deleteMessage": Method(editing.delete, _required(chat, "chat_id") | _required(integer, "message_id")),
    "answerCallbackQuery": Method(
        answering.answer_callback_query,
        _required(string, "callback_query_id")
        | _optional(string, "text", "url")
        | _optional(boolean, "show_alert")
        | _optional(integer, "cache_time"),
    ),
    "setMyCommands": Method(profile.set_my_commands, _required(array, "commands") | SCOPE),
    "getMyCommands": Method(profile.get_my_commands, SCOPE),
    "setMyDescription": Method(profile.set_my_description, _optional(string, "description") | LANGUAGE),
    "setMyShortDescription": Method(
        profile.set_my_short_description, _optional(string, "short_description") | LANGUAGE
    ),
    "getFile": Method(profile.get_file, _required(string, "file_id")),
}
BY_LOWERCASE = {name.lower(): name for name in METHODS}  # "All methods in the Bot API are case-insensitive"
