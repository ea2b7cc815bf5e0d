"""sendMessage, sendPhoto, sendDocument, sendChatAction."""

from typing import Any

from . import images, payloads
from .chats import Attachment, Chat, Content, File, Picture, Text
from .errors import misuse
from .formatting import Formatted, checked, utf16_length
from .keyboards import Keyboard
from .markup_text import parse
from .reading import Arguments, Upload
from .world import World

# All documented, but for the unit: "characters after entities parsing" are counted in UTF-16 code units here, as for
# entities, which is never laxer.
MAX_TEXT, MAX_CAPTION = 4096, 1024
MAX_PHOTO_BYTES, MAX_FILE_BYTES = 10 * 2**20, 50 * 2**20
MAX_PHOTO_SIDES, MAX_PHOTO_RATIO = 10_000, 20
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


def send_message(world: World, given: Arguments) -> Any:
    chat = _addressee(world, given)
    return _send(world, chat, Text(text_of(given)), given)


def send_photo(world: World, given: Arguments) -> Any:
    chat, body = _addressee(world, given), caption_of(given)
    file = _file(world, given, "photo")
    if len(file.data) > MAX_PHOTO_BYTES:
        raise misuse("PHOTO_SAVE_FILE_INVALID", f"{len(file.data)} of {MAX_PHOTO_BYTES} bytes")
    width, height = images.size(file.data)
    if width + height > MAX_PHOTO_SIDES or max(width, height) > MAX_PHOTO_RATIO * min(width, height):
        raise misuse("PHOTO_INVALID_DIMENSIONS", f"{width}x{height}")
    return _send(world, chat, Picture(file, width, height, body), given)


def send_document(world: World, given: Arguments) -> Any:
    chat, body = _addressee(world, given), caption_of(given)
    return _send(world, chat, Attachment(_file(world, given, "document"), body), given)


def send_chat_action(world: World, given: Arguments) -> Any:
    if given.need("action", str) not in ACTIONS:
        raise misuse("wrong parameter action in request")
    _addressee(world, given)
    return True


def text_of(given: Arguments) -> Formatted:
    text = given.need("text", str)
    if not text:
        raise misuse("message text is empty")
    found = _formatted(given, text, "entities")
    if not found.text:
        raise misuse("text must be non-empty")
    if utf16_length(found.text) > MAX_TEXT:
        raise misuse("message is too long", f"{utf16_length(found.text)} of {MAX_TEXT} UTF-16 code units")
    return found


def caption_of(given: Arguments) -> Formatted:
    found = _formatted(given, given.find("caption", str) or "", "caption_entities")
    if utf16_length(found.text) > MAX_CAPTION:
        raise misuse("message caption is too long", f"{utf16_length(found.text)} of {MAX_CAPTION} UTF-16 code units")
    return found


def _formatted(given: Arguments, text: str, name: str) -> Formatted:
    entities, mode = given.find(name, tuple), given.find("parse_mode", str)
    if mode and entities:
        raise misuse(f"{name} and parse_mode exclude each other")
    return checked(parse(text, mode) if mode else Formatted(text, entities or ()))


def _addressee(world: World, given: Arguments) -> Chat:
    return world.reachable(given.find("chat_id", int) or given.need("chat_id", str))


def _send(world: World, chat: Chat, content: Content, given: Arguments) -> Any:
    keyboard = given.find("reply_markup", Keyboard)
    post = world.post(chat, world.settings.bot_id, content, keyboard, _reply_to(chat, given))
    return payloads.message(world, post)


def _reply_to(chat: Chat, given: Arguments) -> int | None:
    reply = given.find("reply_parameters", dict)
    if reply is None:
        return None
    if reply.get("message_id") in chat.posts:
        return int(reply["message_id"])
    if reply.get("allow_sending_without_reply"):
        return None
    raise misuse("message to be replied not found")


def _file(world: World, given: Arguments, name: str) -> File:
    """A new file, or one that Telegram has already."""
    upload = given.find(name, Upload)
    if upload is None:
        known = world.files.get(given.need(name, str))
        if known is None:
            raise misuse("wrong file identifier/HTTP URL specified", "this server fetches no URL")
        return known
    if not upload.data:
        raise misuse("file must be non-empty")
    if len(upload.data) > MAX_FILE_BYTES:
        raise misuse("Request Entity Too Large", code=413)
    return world.store(f"{name}s", upload.name, upload.data)
