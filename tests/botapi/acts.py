"""What a person does in a chat: each act changes the world and tells the bot by an update."""

import re
import struct
import time
import zlib

from . import images, payloads
from .chats import Attachment, Chat, Content, Person, Picture, Sticker, Text, Voice, with_body
from .formatting import Formatted, checked, utf16_length
from .keyboards import Keyboard
from .sending import MAX_TEXT
from .transcript import transcript
from .values import Entity
from .world import Press, World

# What Telegram finds by itself in a text; only these two, because programs look at them.
FOUND = re.compile(r"(?P<bot_command>(?<!\S)/[A-Za-z0-9_]{1,32}(@\w+)?)|(?P<url>https?://\S+)")


def say(world: World, person: Person, chat: Chat, text: str) -> int:
    assert 1 <= utf16_length(text) <= MAX_TEXT, "Telegram cuts longer messages into several"
    return send(world, person, chat, Text(checked(Formatted(text, _found(text)))))


def send(world: World, person: Person, chat: Chat, content: Content) -> int:
    _check_present(person)
    chat.started = True
    post = world.post(chat, person.id, content)
    world.updates.push("message", payloads.message(world, post))
    return post.message_id


def edit(world: World, person: Person, chat: Chat, message_id: int, text: str) -> None:
    _check_present(person)
    post = chat.posts.get(message_id)
    assert post is not None, f"no message {message_id} in {transcript(world, chat)}"
    assert post.author == person.id, "only one's own messages can be edited"
    new = world.change(post, with_body(post.content, checked(Formatted(text, _found(text)))), None)
    world.updates.push("edited_message", payloads.message(world, new))


def press(world: World, person: Person, chat: Chat, label: str) -> str:
    """The newest message that still has this button."""
    for post in reversed(chat.by(world.settings.bot_id)):
        for data in _data_under(post.keyboard, label):
            return press_data(world, person, chat, post.message_id, data)
    raise AssertionError(f"no button [{label}] to press in\n{transcript(world, chat)}")


def press_data(world: World, person: Person, chat: Chat, message_id: int, data: str) -> str:
    _check_present(person)
    query_id = str(4_000_000_000_000 + len(world.presses))
    pressed = world.presses[query_id] = Press(query_id, person.id, chat.id, world.settings.clock())
    world.updates.push("callback_query", payloads.callback_query(world, pressed, message_id, data))
    return query_id


def block(world: World, person: Person, *, blocked: bool) -> None:
    if person.blocked == blocked:
        return
    person.blocked = blocked
    before, after = ("member", "kicked") if blocked else ("kicked", "member")
    told = payloads.membership(world, person, int(time.time()), before=before, after=after)
    world.updates.push("my_chat_member", told)


def sticker(world: World, emoji: str) -> Content:
    return Sticker(world.store("stickers", "sticker.webp", b"RIFF\x04\0\0\0WEBP"), emoji)


def voice(world: World, duration: int) -> Content:
    return Voice(world.store("voice", "voice.ogg", b"OggS" + bytes(duration)), duration)


def picture(world: World, data: bytes, caption: str) -> Content:
    width, height = images.size(data)
    return Picture(world.store("photos", "photo.png", data), width, height, Formatted(caption, _found(caption)))


def attachment(world: World, name: str, data: bytes, caption: str) -> Content:
    return Attachment(world.store("documents", name, data), Formatted(caption, _found(caption)))


def small_png(width: int = 2, height: int = 2) -> bytes:
    """A real picture, grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return images.PNG_SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _data_under(keyboard: Keyboard | None, label: str) -> list[str]:
    rows = keyboard.rows if keyboard else ()
    return [button.data for row in rows for button in row if button.label == label and button.data is not None]


def _check_present(person: Person) -> None:
    assert not person.blocked, f"{person.first_name} has blocked the bot: unblock it first"
    assert not person.deactivated, f"{person.first_name} has no account any more"


def _found(text: str) -> tuple[Entity, ...]:
    return tuple(
        Entity(match.lastgroup or "", utf16_length(text[: match.start()]), utf16_length(match[0]))
        for match in FOUND.finditer(text)
    )
