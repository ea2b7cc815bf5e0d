"""The composition root: what `declic run` and `declic chat` are made of."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

import uvicorn
from telegram import Bot
from telegram.request import HTTPXRequest

from bot import settings as settings_module
from bot.body import Drawing
from bot.channels.telegram import profile
from bot.channels.telegram.outbound import Telegram
from bot.channels.telegram.polling import Poller
from bot.channels.web.app import create_app
from bot.channels.web.site import WebSettings
from bot.drawing import draw
from bot.house import House
from bot.scheduler import Scheduler
from bot.sender import Sender
from bot.settings import Settings, SettingsError
from content.load import load

_SAY_GOODBYE = 5  # seconds that open streams are given at the end


@asynccontextmanager
async def housed(settings: Settings) -> AsyncIterator[House]:
    """The house of these settings, open."""
    bank = load(*([settings.content] if settings.content else []))
    house = House(settings.database_path, settings_module.secret_key(settings), bank)
    await house.open()
    try:
        yield house
    finally:
        await house.close()


async def run(settings: Settings, announce: Callable[[str], None]) -> None:
    """Everything that is configured, until told to stop."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with housed(settings) as house, _scheduled(house), _telegram(settings, house, announce):
        await _serve(settings, house, announce, stop)


@asynccontextmanager
async def _scheduled(house: House) -> AsyncIterator[None]:
    scheduler = Scheduler(house)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.stop()


@asynccontextmanager
async def _telegram(settings: Settings, house: House, announce: Callable[[str], None]) -> AsyncIterator[None]:
    """Telegram, when there is a token."""
    if settings.telegram_token is None:
        yield
        return
    bot = client(settings.telegram_token.get_secret_value(), settings.telegram_api)

    async def picture(drawing: Drawing) -> bytes:
        return await draw(drawing, house.wording)

    sender = Sender(house.database, house.secrets, Telegram(bot, picture, house.export), house.clock)
    poller = Poller(bot, house)
    house.turns.listen(sender.wake)
    sender.start()
    sender.wake(set())
    poller.start()
    publishing = asyncio.create_task(profile.publish(bot, house.wording, dict(house.library.lexicons)))
    announce("Telegram: listening.")
    try:
        yield
    finally:
        publishing.cancel()
        await poller.stop()
        await sender.stop()
        with suppress(Exception):
            await bot.shutdown()


def client(token: str, api: str) -> Bot:
    """The Bot API's client, for any server that speaks it."""
    base = api.rstrip("/")
    return Bot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=HTTPXRequest(connection_pool_size=64, read_timeout=20),
        get_updates_request=HTTPXRequest(connection_pool_size=2, read_timeout=60),
    )


async def _serve(settings: Settings, house: House, announce: Callable[[str], None], stop: asyncio.Event) -> None:
    """The browser chat."""

    async def picture(drawing: Drawing) -> bytes:
        return await draw(drawing, house.wording)

    web = WebSettings(house.secrets.web_key, settings.public_url, house.wording.say, picture, house.language_of)
    app = create_app(house, web)
    with _listening(settings) as listener:
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=_SAY_GOODBYE,
            server_header=False,
        )
        server = _Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        stopping = asyncio.create_task(stop.wait())
        announce(f"Déclic: http://{settings.host}:{listener.getsockname()[1]}")
        await asyncio.wait([stopping, serving], return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        app.state.closing.set()
        server.should_exit = True
        await serving


def _listening(settings: Settings) -> socket.socket:
    """The open port. Connections wait there from now on, until the server takes them."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=512)
    except OSError as error:
        raise SettingsError(
            f"DECLIC_HOST, DECLIC_PORT: {settings.host}:{settings.port} cannot be listened on ({error.strerror}). "
            "Choose another port, or stop what uses it."
        ) from error


class _Server(uvicorn.Server):
    """Signals are ours to handle: streams are told to end first, and the house closes after the server."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
