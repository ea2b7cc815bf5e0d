"""The tutor inside the test: house, turns, sender, polling and the real client, over a real SQLite file."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.body import Drawing
from bot.channels.telegram.outbound import Telegram
from bot.channels.telegram.polling import Poller
from bot.drawing import draw
from bot.house import House
from bot.sender import Channel, Sender
from bot.turn import StepFunction
from flows import dialogue
from flows.learner import Learner
from flows.messages import Event, Said, Say
from flows.steps import Step
from flows.world import World
from tests.botapi import AsyncServer
from tests.telegram.stored import Stored
from tests.worlds import bank

KEY = "a secret key for tests only"
_NO_CERTIFICATES = {"verify": False, "trust_env": False}  # reading them takes 20 ms a client


@dataclass
class Tutor:
    house: House
    channel: Telegram
    bot: Bot

    @property
    def stored(self) -> Stored:
        return Stored(self.house.database.path, KEY)

    @asynccontextmanager
    async def speaking(self, channel: Channel | None = None) -> AsyncIterator[None]:
        """The sender at work."""
        sender = Sender(self.house.database, self.house.secrets, channel or self.channel, self.house.clock)
        self.house.turns.listen(sender.wake)
        sender.start()
        sender.wake(set())
        try:
            yield
        finally:
            await sender.stop()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """A poller at work; each new one begins where Telegram begins."""
        poller = Poller(self.bot, self.house)
        poller.start()
        try:
            yield
        finally:
            await poller.stop()


@asynccontextmanager
async def housed(server: AsyncServer, folder: Path, step: StepFunction = dialogue.step) -> AsyncIterator[Tutor]:
    """A tutor who neither listens nor speaks yet."""
    house = House(folder / "declic.db", KEY, bank(), step)

    async def picture(drawing: Drawing) -> bytes:
        return await draw(drawing, house.wording)

    async with _client(server) as bot:
        await house.open()
        try:
            yield Tutor(house, Telegram(bot, picture, house.export), bot)
        finally:
            await house.close()


@asynccontextmanager
async def tutoring(server: AsyncServer, folder: Path, step: StepFunction = dialogue.step) -> AsyncIterator[Tutor]:
    async with AsyncExitStack() as stack:
        tutor = await stack.enter_async_context(housed(server, folder, step))
        await stack.enter_async_context(tutor.speaking())
        await stack.enter_async_context(tutor.listening())
        yield tutor


@asynccontextmanager
async def _client(server: AsyncServer) -> AsyncIterator[Bot]:
    bot = Bot(
        server.token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
        request=HTTPXRequest(connection_pool_size=64, httpx_kwargs=_NO_CERTIFICATES),
        get_updates_request=HTTPXRequest(httpx_kwargs=_NO_CERTIFICATES),
    )
    async with bot:
        yield bot


def echo(learner: Learner, event: Event, _world: World) -> Step:
    """A tutor who says everything twice: what counts is what arrives, in which order."""
    said = event.text if isinstance(event, Said) else event.type
    return Step(learner, (Say(f"{said}.1"), Say(f"{said}.2")))
