"""A real house behind a real uvicorn, that can be closed and opened again on the same address."""

import asyncio
import contextlib
import re
import shutil
import socket
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import httpx
import uvicorn
from playwright.async_api import Page
from starlette.applications import Starlette

from bot.body import Drawing
from bot.channels.web.app import WebSettings, create_app
from bot.drawing import draw
from bot.house import House
from bot.turn import StepFunction
from content.bank import Bank
from content.load import load
from flows.wording import Words

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")
SECRET = "a secret for tests, and for nothing else"
_CSRF = re.compile(r'name="csrf" value="([^"]+)"')


@cache
def bank() -> Bank:
    return load()


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass
class Site:
    database: Path
    step: StepFunction
    public_url: str | None = None
    port: int = 0
    house: House = field(init=False)
    app: Starlette = field(init=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def open(self) -> None:
        self.house = House(self.database, SECRET, bank(), self.step)
        await self.house.open()
        settings = WebSettings(SECRET, self.public_url, self.house.wording.say, self._draw, self.house.language_of)
        self.app = create_app(self.house, settings)
        config = uvicorn.Config(self.app, log_level="critical", access_log=False, timeout_graceful_shutdown=3)
        self._server = _Server(config)
        self._socket = socket.create_server(("127.0.0.1", self.port), backlog=64)
        self.port = self._socket.getsockname()[1]
        self._serving = asyncio.create_task(self._server.serve([self._socket]))
        while not self._server.started:  # noqa: ASYNC110 - uvicorn tells by a flag only
            await asyncio.sleep(0.01)

    async def close(self) -> None:
        self.app.state.closing.set()
        self._server.should_exit = True
        await self._serving
        self._socket.close()
        await self.house.close()

    def sentence(self, words: Words, language: str = "fr") -> str:
        return self.house.wording.say(language, words)

    async def learners(self) -> int:
        return int((await self.house.database.reading.all("select count(*) from learners"))[0][0])

    async def _draw(self, drawing: Drawing) -> bytes:
        return await draw(drawing, self.house.wording)


@dataclass
class Visitor:
    """A visitor by plain HTTP, with a cookie and the token of the page they see."""

    client: httpx.AsyncClient
    csrf: str

    @staticmethod
    async def come(site: Site) -> "Visitor":
        client = httpx.AsyncClient(base_url=site.url, headers={"Accept-Language": "fr"})
        return Visitor(client, csrf(await client.get("/")))

    async def post(self, path: str, headers: dict[str, str] | None = None, /, **form: str) -> httpx.Response:
        return await self.client.post(path, data={"csrf": self.csrf, **form}, headers=headers)

    async def begin(self) -> "Visitor":
        assert (await self.post("/start")).status_code == 303
        return self

    async def texts(self) -> str:
        return (await self.client.get("/")).text


def csrf(page: httpx.Response) -> str:
    found = _CSRF.search(page.text)
    assert found
    return found[1]


OpenSite = Callable[..., Awaitable[Site]]
Visit = Callable[..., Awaitable[Page]]
Come = Callable[..., Awaitable[Visitor]]
