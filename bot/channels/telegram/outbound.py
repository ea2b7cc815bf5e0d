"""Bodies as calls of the Bot API, within its limits, and its refusals as transport errors."""

from collections.abc import Awaitable, Callable

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    MessageEntity,
    error,
)

from bot.body import Amendment, Attachment, Body, Drawing, Heard, Message, Press
from bot.markup import bare, runs
from bot.sender import TransportError

TEXT, CAPTION = 4096, 1024  # UTF-16 code units, once marks are read
_ENTITIES = {"code": MessageEntity.CODE, "block": MessageEntity.PRE, "strong": MessageEntity.BOLD}
_FINAL = (
    "bot was blocked by the user",
    "user is deactivated",
    "chat not found",
    "bot was kicked",
    "bot can't initiate conversation",
)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Telegram:
    """A channel for the sender. `picture` draws, `export` makes the document of a learner."""

    name = "telegram"

    def __init__(
        self,
        bot: Bot,
        picture: Callable[[Drawing], Awaitable[bytes]],
        export: Callable[[str], Awaitable[str]],
    ) -> None:
        self._bot, self._picture, self._export = bot, picture, export

    async def send(self, address: str, learner: str, body: Body, message: str | None) -> str | None:
        try:
            return await self._sent(int(address), learner, body, message)
        except error.RetryAfter as refused:
            seconds = refused.retry_after
            wait = seconds if isinstance(seconds, int | float) else seconds.total_seconds()
            raise TransportError(str(refused), retry_after=float(wait)) from refused
        except (error.Forbidden, error.BadRequest) as refused:
            if isinstance(body, Amendment) and _harmless(refused):
                return None
            final = isinstance(refused, error.Forbidden) or any(known in str(refused).lower() for known in _FINAL)
            raise TransportError(str(refused), permanent=final, unfit=not final) from refused
        except error.TelegramError as refused:
            raise TransportError(type(refused).__name__) from refused

    async def _sent(self, chat: int, learner: str, body: Body, message: str | None) -> str | None:
        match body:
            case Message():
                text, entities = formatted(body.text, TEXT)
                shown = await self._bot.send_message(
                    chat,
                    text,
                    entities=entities,
                    reply_markup=_keyboard(body.number, body.buttons),
                    link_preview_options=_NO_PREVIEW,
                )
                return str(shown.message_id)
            case Amendment():
                text, entities = formatted(body.text, TEXT)
                await self._bot.edit_message_text(
                    text, chat, int(message or 0), entities=entities, link_preview_options=_NO_PREVIEW
                )
                return None
            case Drawing():
                await self._drawn(chat, body)
                return None
            case Attachment():
                file = InputFile((await self._export(learner)).encode(), filename="declic.json")
                caption, entities = formatted(body.caption, CAPTION)
                await self._bot.send_document(chat, file, caption=caption, caption_entities=entities)
                return None
            case Heard():
                return None

    async def _drawn(self, chat: int, body: Drawing) -> None:
        caption, entities = formatted(body.caption, CAPTION)
        await self._bot.send_photo(
            chat,
            await self._picture(body),
            caption=caption,
            caption_entities=entities,
            reply_markup=_keyboard(0, body.buttons),
        )


def _harmless(refused: error.TelegramError) -> bool:
    """An edit that has nothing left to do."""
    return any(known in str(refused).lower() for known in ("not modified", "to edit not found", "can't be edited"))


def formatted(text: str, most: int) -> tuple[str, list[MessageEntity]]:
    """A text without marks, and its entities by offsets in UTF-16 code units, as the Bot API counts."""
    said, entities, at = "", [], 0
    for run in runs(text):
        room = most - at
        part = _cut(run.text, room)
        length = _units(part)
        if run.style != "plain" and part.strip():
            entities.append(MessageEntity(_ENTITIES[run.style], at, length))
        said, at = said + part, at + length
        if part != run.text:
            break
    return said, entities


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, most: int) -> str:
    """The beginning of a text that fits, with an ellipsis where something is left out."""
    if _units(text) <= most:
        return text
    return text.encode("utf-16-le")[: 2 * max(0, most - 1)].decode("utf-16-le", "ignore") + "…" if most > 0 else ""


def _keyboard(number: int, rows: tuple[tuple[Press, ...], ...]) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(number, press) for press in row] for row in rows])


def _button(number: int, press: Press) -> InlineKeyboardButton:
    return InlineKeyboardButton(bare(press.label), callback_data=f"{number}:{press.option}")
