"""Our values as the Bot API's JSON objects."""

import json
from dataclasses import fields
from typing import Any

from .chats import Attachment, Chat, Content, File, Person, Picture, Post, Sticker, Text, Voice
from .formatting import Formatted
from .values import Entity
from .world import Press, World

Json = dict[str, Any]


def bot(world: World) -> Json:
    settings = world.settings
    return {
        "id": settings.bot_id,
        "is_bot": True,
        "first_name": settings.bot_name,
        "username": settings.bot_username,
    }


def user(person: Person) -> Json:
    found: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    if person.username:
        found["username"] = person.username
    if person.language_code:
        found["language_code"] = person.language_code
    return found


def chat(world: World, found: Chat) -> Json:
    if found.id < 0:
        # Identifiers of supergroups begin with -100 and have 13 digits.
        return {"id": found.id, "title": found.title, "type": "supergroup" if found.id < -(10**12) else "group"}
    person = user(world.people[found.id])
    names: Json = {name: person[name] for name in ("first_name", "username") if name in person}
    return {"id": found.id, "type": "private", **names}


def message(world: World, post: Post) -> Json:
    found: Json = {
        "message_id": post.message_id,
        "from": author(world, post.author),
        "chat": chat(world, world.chats[post.chat_id]),
        "date": post.date,
        **_content(post.content),
    }
    if post.edit_date is not None:
        found["edit_date"] = post.edit_date
    if post.keyboard is not None and post.keyboard.inline:
        found["reply_markup"] = json.loads(post.keyboard.raw)
    replied = world.chats[post.chat_id].posts.get(post.reply_to) if post.reply_to else None
    if replied is not None and replied.reply_to is None:  # "will not contain further reply_to_message fields"
        found["reply_to_message"] = message(world, replied)
    return found


def author(world: World, author_id: int) -> Json:
    return bot(world) if author_id == world.settings.bot_id else user(world.people[author_id])


def _content(content: Content) -> Json:
    match content:
        case Text(body=body):
            return {"text": body.text} | _entities("entities", body)
        case Picture(file=stored, width=width, height=height, body=body):
            size = file(stored) | {"width": width, "height": height}
            return {"photo": [size]} | _caption(body)
        case Attachment(file=stored, body=body):
            return {"document": file(stored) | {"file_name": stored.name, "mime_type": stored.mime_type}} | _caption(
                body
            )
        case Sticker(file=stored, emoji=emoji):
            shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            return {"sticker": file(stored) | shape | {"emoji": emoji}}
        case Voice(file=stored, duration=duration):
            return {"voice": file(stored) | {"duration": duration, "mime_type": stored.mime_type}}


def file(stored: File) -> Json:
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": len(stored.data)}


def _caption(body: Formatted) -> Json:
    return {"caption": body.text} | _entities("caption_entities", body) if body.text else {}


def _entities(name: str, body: Formatted) -> Json:
    return {name: [_entity(entity) for entity in body.entities]} if body.entities else {}


def _entity(entity: Entity) -> Json:
    found: Json = {field.name: getattr(entity, field.name) for field in fields(Entity)}
    user_id = found.pop("user_id")
    if user_id is not None:
        found["user"] = {"id": user_id, "is_bot": False, "first_name": ""}
    return {name: value for name, value in found.items() if value is not None}


def callback_query(world: World, press: Press, message_id: int, data: str) -> Json:
    """The message is told as it is now; one that is gone comes as inaccessible, with date 0."""
    found = world.chats[press.chat_id]
    post = found.posts.get(message_id)
    shown = message(world, post) if post else {"message_id": message_id, "chat": chat(world, found), "date": 0}
    return {
        "id": press.query_id,
        "from": user(world.people[press.person_id]),
        "message": shown,
        "chat_instance": str(7_000_000 + press.chat_id),
        "data": data,
    }


def membership(world: World, person: Person, date: int, *, before: str, after: str) -> Json:
    return {
        "chat": chat(world, world.chats[person.id]),
        "from": user(person),
        "date": date,
        "old_chat_member": _member(world, before),
        "new_chat_member": _member(world, after),
    }


def _member(world: World, status: str) -> Json:
    return {"status": status, "user": bot(world)} | ({"until_date": 0} if status == "kicked" else {})
