"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage.

An edit that names no keyboard takes the keyboard away: undocumented, but so the real server does.
"""

from typing import Any

from . import payloads
from .chats import Content, Post, Text, body, with_body
from .errors import circumstance, misuse
from .formatting import Formatted
from .keyboards import Keyboard
from .reading import Arguments
from .sending import caption_of, text_of
from .world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


def edit_text(world: World, given: Arguments) -> Any:
    new, post = text_of(given), _post(world, given)
    if not isinstance(post.content, Text):
        raise misuse("there is no text in the message to edit")
    return _edit(world, post, with_body(post.content, new), given)


def edit_caption(world: World, given: Arguments) -> Any:
    new, post = caption_of(given), _post(world, given)
    if isinstance(post.content, Text):
        raise misuse("there is no caption in the message to edit")
    return _edit(world, post, with_body(post.content, new), given)


def edit_keyboard(world: World, given: Arguments) -> Any:
    post = _post(world, given)
    return _edit(world, post, post.content, given)


def delete(world: World, given: Arguments) -> Any:
    chat = world.chat(_chat_id(given))
    post = chat.posts.get(given.need("message_id", int))
    if post is None:
        raise misuse("message to delete not found")
    if chat.id < 0 and post.author != world.settings.bot_id:
        raise misuse("message can't be deleted")  # the bot is no administrator
    del chat.posts[post.message_id]
    return True


def _chat_id(given: Arguments) -> int | str:
    return given.find("chat_id", int) or given.need("chat_id", str)


def _post(world: World, given: Arguments) -> Post:
    if given.find("message_id", int) is None:
        raise misuse("message identifier is not specified")
    post = world.reachable(_chat_id(given)).posts.get(given.need("message_id", int))
    if post is None:
        raise misuse("message to edit not found")
    if post.author != world.settings.bot_id or (post.keyboard is not None and not post.keyboard.inline):
        raise misuse("message can't be edited")
    return post


def _edit(world: World, post: Post, content: Content, given: Arguments) -> Any:
    keyboard, key = given.find("reply_markup", Keyboard), (post.chat_id, post.message_id)
    if _same(body(content), body(post.content)) and keyboard == post.keyboard:
        if key in world.unheard:
            raise circumstance(400, f"Bad Request: {NOT_MODIFIED}")
        raise misuse(NOT_MODIFIED)
    world.unheard.discard(key)
    return payloads.message(world, world.change(post, content, keyboard))


def _same(one: Formatted, other: Formatted) -> bool:
    return one.text == other.text and set(one.entities) == set(other.entities)
