"""The server as a test holds it, in the test's own event loop or in a thread of its own."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .app import application
from .chats import Chat, Person
from .faults import Fault
from .hosting import HOST, listening
from .users import Access, Seen, User
from .values import Call, Figures, Group, Message
from .world import Profile, Settings, World

T = TypeVar("T")
DEFAULTS = Settings()
THREAD_PATIENCE = 10.0  # seconds, beyond what a call itself may take


class BotApi(Generic[Seen]):
    def __init__(self, world: World, access: Access[Seen], url: str) -> None:
        self._world, self._access = world, access
        self.url = url
        self.token = world.settings.token

    @property
    def violations(self) -> list[str]:
        """What a correct program would not have done. A test ends by asserting that it is empty."""
        return self._world.notebook.violations

    @property
    def refusals(self) -> list[str]:
        """Errors answered without fault of the program's: users who left, queries too old, armed faults."""
        return self._world.notebook.refusals

    @property
    def calls(self) -> list[Call]:
        return self._access.call(lambda: list(self._world.notebook.calls))

    @property
    def profile(self) -> Profile:
        """Commands and descriptions that the bot has set."""
        return self._world.profile

    @property
    def pending_updates(self) -> int:
        """Not yet confirmed."""
        return self._access.call(lambda: self._world.updates.pending)

    def figures(self) -> Figures:
        return self._access.call(self._world.notebook.figures)

    def tolerate(self, part: str) -> None:
        """From now on, violations that hold this text go to `refusals`: for a program that is killed and repeats."""
        self._world.notebook.tolerated.append(part)

    def fail(self, method: str, times: int = 1, *, how: Fault, chat_id: int | None = None) -> None:
        """Arms a fault for the next calls of this method, in all chats or in one."""
        self._access.call(lambda: self._world.faults.arm(method, times, how, chat_id))

    def user(
        self,
        user_id: int,
        *,
        language_code: str | None = None,
        first_name: str | None = None,
        username: str | None = None,
        started: bool = True,
    ) -> User[Seen]:
        """A person; asked again for the same id, the same person. `started`: has pressed Start once, long ago."""

        def meet() -> User[Seen]:
            name = first_name or f"User {user_id}"
            person = self._world.people.setdefault(user_id, Person(user_id, name, username, language_code))
            chat = self._world.chats.setdefault(user_id, Chat(user_id, person.first_name, started))
            return User(self._world, self._access, person, chat)

        assert user_id > 0, "groups have negative ids"
        return self._access.call(meet)

    def group(self, chat_id: int, title: str = "Group") -> Group:
        """A group with the bot in it; people speak there by `user.in_group(group)`."""
        assert chat_id < 0, "people have positive ids"
        chat = self._access.call(lambda: self._world.chats.setdefault(chat_id, Chat(chat_id, title)))
        return Group(chat.id, chat.title)

    def transcript(self, user: User[Seen]) -> str:
        return user.transcript()


AsyncServer = BotApi[Awaitable[Message]]
ThreadServer = BotApi[Message]


@dataclass(frozen=True, slots=True)
class _SameLoop:
    def call(self, act: Callable[[], T]) -> T:
        return act()

    def wait(self, coming: Coroutine[Any, Any, Message]) -> Awaitable[Message]:
        return coming


@dataclass(frozen=True, slots=True)
class _OtherThread:
    loop: asyncio.AbstractEventLoop

    def call(self, act: Callable[[], T]) -> T:
        async def acting() -> T:
            return act()

        return asyncio.run_coroutine_threadsafe(acting(), self.loop).result(THREAD_PATIENCE)

    def wait(self, coming: Coroutine[Any, Any, Message]) -> Message:
        return asyncio.run_coroutine_threadsafe(coming, self.loop).result()


@asynccontextmanager
async def _running(settings: Settings) -> AsyncIterator[tuple[World, str]]:
    world = World(settings)
    async with listening(application(world), settings.port) as port:
        try:
            yield world, f"http://{HOST}:{port}"
        finally:
            await world.close()


@asynccontextmanager
async def serve(settings: Settings = DEFAULTS) -> AsyncIterator[AsyncServer]:
    """In the running event loop: `await alice.sees(...)`."""
    async with _running(settings) as (world, url):
        yield BotApi(world, _SameLoop(), url)


@contextmanager
def serve_in_thread(settings: Settings = DEFAULTS) -> Iterator[ThreadServer]:
    """In a thread of its own: `alice.sees(...)` blocks. For programs started as another process."""
    started: Future[tuple[ThreadServer, Callable[[], object]]] = Future()
    thread = threading.Thread(target=_run, args=(settings, started), name="bot-api", daemon=True)
    thread.start()
    server, stop = started.result(THREAD_PATIENCE)
    try:
        yield server
    finally:
        stop()
        thread.join(THREAD_PATIENCE)


def _run(settings: Settings, started: Future[tuple[ThreadServer, Callable[[], object]]]) -> None:
    async def live() -> None:
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        async with _running(settings) as (world, url):
            server = BotApi(world, _OtherThread(loop), url)
            started.set_result((server, lambda: loop.call_soon_threadsafe(stop.set)))
            await stop.wait()

    try:
        asyncio.run(live())
    except BaseException as error:
        if started.done():
            raise
        started.set_exception(error)
