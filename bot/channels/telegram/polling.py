"""Our own polling: an update is confirmed to Telegram only once all it led to is durable."""

import asyncio
from contextlib import suppress

import structlog
from telegram import Bot, Update, error

from bot.channels.telegram import inbound
from bot.house import House
from bot.turn import Incoming

_LONG = 50  # seconds that a poll waits for news
_log = structlog.get_logger()


class Poller:
    def __init__(self, bot: Bot, house: House, long: int = _LONG) -> None:
        self._bot, self._house, self._long = bot, house, long
        self._offset: int | None = None
        self._task: asyncio.Task[None] | None = None
        self._answers: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="telegram polling")

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        for answer in self._answers:
            answer.cancel()

    async def _run(self) -> None:
        pause = 0.5
        while True:
            try:
                updates = await self._bot.get_updates(
                    offset=self._offset, timeout=self._long, limit=100, allowed_updates=inbound.ALLOWED
                )
                await self.take(updates)
                pause = 0.5
            except error.InvalidToken:
                _log.error("telegram: the token is refused; correct DECLIC_TELEGRAM_TOKEN")
                return
            except error.TelegramError as failed:
                _log.warning("telegram: polling", error=type(failed).__name__)
                await asyncio.sleep(pause)
                pause = min(2 * pause, 30.0)
            except Exception as failed:
                _log.error("telegram: updates not stored, taken again", error=repr(failed))
                await asyncio.sleep(pause)
                pause = min(2 * pause, 30.0)

    async def take(self, updates: "tuple[Update, ...] | list[Update]") -> None:
        """Take updates, and move on only when each is durable."""
        read = [found for update in updates if (found := inbound.read(update))]
        taken = [
            self._house.turns.submit(Incoming(one.source, one.event, "telegram", one.who, one.chat)) for one in read
        ]
        for one in read:
            if one.callback:
                self._answer(one.callback)
        await asyncio.gather(*taken)
        if updates:
            self._offset = updates[-1].update_id + 1

    def _answer(self, query: str) -> None:
        """The button stops waiting. Best effort: it expires within seconds and nothing depends on it."""

        async def answer() -> None:
            with suppress(error.TelegramError):
                await self._bot.answer_callback_query(query)

        task = asyncio.create_task(answer())
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)
