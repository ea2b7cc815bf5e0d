"""A chat as text, for the message of a failed test."""

import textwrap

from .chats import Attachment, Chat, Content, Picture, Post, Sticker, Text, Voice, body
from .keyboards import Keyboard
from .world import World


def transcript(world: World, chat: Chat) -> str:
    lines = [f"--- {chat.title} ({chat.id}) ---"]
    for post in chat.posts.values():
        lines += _lines(world, post)
    return "\n".join([*lines, "--- end ---"])


def _lines(world: World, post: Post) -> list[str]:
    person = world.people.get(post.author)
    name = "bot" if person is None else person.first_name
    edited = ", edited" if post.edit_date is not None else ""
    lines = [f"#{post.message_id} {name}{edited}:", textwrap.indent(_content(post.content), "    ")]
    return lines + _keyboard(post.keyboard)


def _content(content: Content) -> str:
    words = body(content).text
    match content:
        case Text():
            return words
        case Picture(file=file, width=width, height=height):
            return f"(picture {width}x{height}, {len(file.data)} bytes) {words}".rstrip()
        case Attachment(file=file):
            return f"(document {file.name}, {len(file.data)} bytes) {words}".rstrip()
        case Sticker(emoji=emoji):
            return f"(sticker {emoji})"
        case Voice(duration=duration):
            return f"(voice, {duration} s)"


def _keyboard(keyboard: Keyboard | None) -> list[str]:
    if keyboard is None:
        return []
    if not keyboard.inline:
        return [f"    (keyboard {keyboard.raw})"]
    return ["    " + " ".join(f"[{button.label}]" for button in row) for row in keyboard.rows]
