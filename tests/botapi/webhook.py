"""The webhook: updates go out one by one, in order, each repeated until the program answers 2xx.

The official server keeps one order a chat and posts for several chats at a time; here one bad update holds up all,
which is the harsher case. Plain http is accepted, as by a local Bot API server.
"""

import asyncio
import contextlib
import re
import time
from dataclasses import dataclass

import httpx

from .errors import misuse
from .updates import Update, Updates

HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 2.0  # Telegram begins at a second; tests should not wait for it
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Hook:
    url: str
    secret: str | None
    max_connections: int


@dataclass(frozen=True, slots=True)
class Trouble:
    date: int
    message: str


def checked(hook: Hook) -> Hook:
    if not re.match(r"https?://[^/]+", hook.url):
        raise misuse("invalid webhook URL specified")
    if hook.secret is not None and not SECRET.fullmatch(hook.secret):
        raise misuse("secret token contains unallowed characters or is not 1-256 characters long")
    if not 1 <= hook.max_connections <= 100:
        raise misuse("max_connections must be 1-100")
    return hook


class Webhook:
    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._delivery: asyncio.Task[None] | None = None
        self.hook: Hook | None = None
        self.trouble: Trouble | None = None

    def set(self, hook: Hook) -> None:
        self.clear()
        self._updates.end_poll("terminated by setWebhook request")
        self.hook = hook
        self._delivery = asyncio.get_running_loop().create_task(self._deliver(hook))

    def clear(self) -> None:
        if self._delivery is not None:
            self._delivery.cancel()
        self.hook = self.trouble = self._delivery = None

    async def close(self) -> None:
        delivery = self._delivery
        self.clear()
        if delivery is not None:
            with contextlib.suppress(asyncio.CancelledError):
                await delivery

    async def _deliver(self, hook: Hook) -> None:
        async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
            while True:
                update = await self._updates.first()
                pause = FIRST_PAUSE
                while not await self._taken(client, hook, update):
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)
                self._updates.confirm(update["update_id"] + 1)

    async def _taken(self, client: httpx.AsyncClient, hook: Hook, update: Update) -> bool:
        headers = {HEADER: hook.secret} if hook.secret is not None else {}
        try:
            response = await client.post(hook.url, json=update, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return self._failed(f"Connection failed: {error!r}")
        if response.is_success:
            return True
        return self._failed(f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}")

    def _failed(self, message: str) -> bool:
        self.trouble = Trouble(int(time.time()), message)
        return False
