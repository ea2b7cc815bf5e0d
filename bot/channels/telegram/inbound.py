"""Telegram's updates as events."""

from dataclasses import dataclass
from typing import Literal

from telegram import CallbackQuery, ChatMember, Message, Update

from flows.messages import Chose, Edited, Event, Left, Said, Sent, Started

ALLOWED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
_What = Literal["sticker", "voice", "photo", "file", "video", "place", "contact", "other"]


@dataclass(frozen=True, slots=True)
class Inbound:
    """Who sent it, where to reply, and what it is."""

    source: str
    who: str
    chat: str
    event: Event
    callback: str = ""  # the query to answer, so that the button stops waiting


def read(update: Update) -> Inbound | None:
    """None for what is not ours to answer: groups, channels, other bots."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or user.is_bot or chat.type != "private":
        return None
    event = _event(update, user.language_code or "")
    if event is None:
        return None
    callback = update.callback_query.id if update.callback_query else ""
    return Inbound(f"telegram:{update.update_id}", str(user.id), str(chat.id), event, callback)


def _event(update: Update, language: str) -> Event | None:
    if update.callback_query:
        return _chose(update.callback_query)
    if update.edited_message:
        return Edited(text=(update.edited_message.text or "")[:4096])
    if update.message:
        return _message(update.message, language)
    if update.my_chat_member:
        status = update.my_chat_member.new_chat_member.status
        return Left() if status in (ChatMember.BANNED, ChatMember.LEFT) else None
    return None


def _chose(query: CallbackQuery) -> Event | None:
    """Callback data is `number:option`; anything else was forged, or is of another time."""
    number, _, option = (query.data or "").partition(":")
    return Chose(prompt=int(number) if number.isdecimal() and len(number) < 10 else 0, option=option)


def _message(message: Message, language: str) -> Event:
    if message.text is not None:
        command, _, payload = message.text.partition(" ")
        if command.split("@")[0] == "/start":
            return Started(payload=payload[:64], language=language)
        return Said(text=message.text)
    return Sent(what=_what(message))


def _what(message: Message) -> _What:
    kinds: tuple[tuple[_What, bool], ...] = (
        ("sticker", bool(message.sticker)),
        ("voice", bool(message.voice or message.audio)),
        ("photo", bool(message.photo)),
        ("video", bool(message.video or message.video_note or message.animation)),
        ("file", bool(message.document)),
        ("place", bool(message.location or message.venue)),
        ("contact", bool(message.contact)),
    )
    return next((name for name, there in kinds if there), "other")
