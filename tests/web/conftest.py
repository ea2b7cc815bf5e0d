"""A real house on a temporary database, a real uvicorn, a real Chromium."""

import asyncio
import contextlib
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, async_playwright
from starlette.applications import Starlette

from bot.body import Drawing
from bot.channels.web.app import WebSettings, create_app
from bot.drawing import draw
from bot.house import House
from bot.turn import StepFunction
from content.bank import Bank
from content.load import load
from tests.web import showcase

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run")
SECRET = "a secret for tests, and for nothing else"


@cache
def bank() -> Bank:
    return load()


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass
class Site:
    """The house and its browser chat; can be closed and opened again on the same address."""

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
        config = uvicorn.Config(self.app, log_level="error", access_log=False, timeout_graceful_shutdown=3)
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

    async def _draw(self, drawing: Drawing) -> bytes:
        return await draw(drawing, self.house.wording)


OpenSite = Callable[..., Awaitable[Site]]


@pytest.fixture
async def open_site(tmp_path: Path) -> AsyncIterator[OpenSite]:
    sites: list[Site] = []

    async def opened(step: StepFunction = showcase.step, public_url: str | None = None) -> Site:
        site = Site(tmp_path / f"{len(sites)}.db", step, public_url)
        await site.open()
        sites.append(site)
        return site

    yield opened
    for site in sites:
        await site.close()


@pytest.fixture
async def site(open_site: OpenSite) -> Site:
    return await open_site()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install chromium to test the browser chat")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


Visit = Callable[..., Awaitable[Page]]


@pytest.fixture
async def visit(browser: Browser, site: Site) -> AsyncIterator[Visit]:
    """A new visitor's page, their own cookie. Whatever a page complains of, or asks of another site, fails the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    async def visited(at: Site = site, path: str = "/", **options: object) -> Page:
        shape = {"viewport": {"width": 360, "height": 740}, "locale": "fr-FR", **options}
        context = await browser.new_context(**shape)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", lambda request: request.url.startswith(at.url) or complaints.append(request.url))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        page = await context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
        await page.goto(at.url + path)
        return page

    yield visited
    for context in contexts:
        await context.close()
    assert complaints == []
