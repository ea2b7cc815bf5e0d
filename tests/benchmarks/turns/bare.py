"""What to compare with: python-telegram-bot alone, parsing updates and handing them to a handler that does nothing."""

import json
import time
from collections.abc import Sequence
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler
from telegram.request import BaseRequest, RequestData

from tests.benchmarks.turns.crowd import Raw

Bare = Application[Any, Any, Any, Any, Any, Any]


class Offline(BaseRequest):
    """No network: the only call is the `getMe` of the beginning."""

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: object, **_more: object
    ) -> tuple[int, bytes]:
        myself = {"id": 1, "is_bot": True, "first_name": "Nobody", "username": "nobody_bot"}
        return 200, json.dumps({"ok": True, "result": myself}).encode()


async def application() -> Bare:
    bot = Bot("1:offline", request=Offline(), get_updates_request=Offline())
    bare: Bare = ApplicationBuilder().bot(bot).updater(None).build()
    bare.add_handler(TypeHandler(Update, _nothing))
    await bare.initialize()
    return bare


async def _nothing(_update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    pass


async def seconds(bare: Bare, updates: Sequence[Raw]) -> float:
    """The time to parse and dispatch them all, one after the other."""
    began = time.perf_counter()
    for raw in updates:
        await bare.process_update(Update.de_json(raw, bare.bot))
    return time.perf_counter() - began
