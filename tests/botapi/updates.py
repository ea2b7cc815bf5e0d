"""Updates wait here until the program confirms them: by a getUpdates with a greater offset, or by 200 to a webhook.

Not copied from the official server: it slows down short polling with an unchanged offset, and forgets after 24 hours.
"""

import asyncio
from typing import Any

from .errors import circumstance

FIRST_ID = 700_000_001  # "identifiers start from a certain positive number"
MAX_POLL_SECONDS = 50
MAX_LIMIT = 100
ALL_KINDS = {
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "guest_message", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot",
}  # fmt: skip
ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}

Update = dict[str, Any]


class Updates:
    """A queue with one reader: a new poll ends the one before, as Telegram does."""

    def __init__(self) -> None:
        self._next_id = FIRST_ID
        self._queue: list[Update] = []
        self._poll: asyncio.Future[None] | None = None
        self._arrived = asyncio.Event()
        self._closed = False
        self.allowed: tuple[str, ...] = ()

    @property
    def pending(self) -> int:
        return len(self._queue)

    def push(self, kind: str, payload: dict[str, Any]) -> None:
        """Kinds that the program did not ask for are dropped, and take no number."""
        wanted = set(self.allowed) or ALL_KINDS - ON_REQUEST
        if kind not in wanted:
            return
        self._queue.append({"update_id": self._next_id, kind: payload})
        self._next_id += 1
        self._arrived.set()
        self._wake()

    def close(self) -> None:
        """A waiting poll is answered, empty."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def confirm(self, offset: int) -> None:
        """Forget what comes before the offset; a negative one keeps that many from the end."""
        if offset < 0:
            self._queue = self._queue[offset:]
        else:
            self._queue = [update for update in self._queue if update["update_id"] >= offset]

    def drop(self) -> None:
        self._queue = []

    async def poll(self, offset: int, limit: int, seconds: int) -> list[Update]:
        self.confirm(offset)
        self.end_poll("terminated by other getUpdates request; make sure that only one bot instance is running")
        if not self._queue and seconds > 0 and not self._closed:
            await self._wait(min(seconds, MAX_POLL_SECONDS))
        return self._queue[:limit]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def end_poll(self, why: str) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(circumstance(409, f"Conflict: {why}"))

    async def first(self) -> Update:
        """The oldest unconfirmed update, as soon as there is one."""
        while not self._queue:
            self._arrived.clear()
            await self._arrived.wait()
        return self._queue[0]
