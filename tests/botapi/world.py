"""The whole state of the server. One event loop touches it, and between two awaits nothing else happens."""

import asyncio
import mimetypes
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .chats import Chat, Content, File, Person, Post
from .errors import circumstance, misuse
from .faults import Faults
from .keyboards import Keyboard
from .limits import Limits, Meter
from .notebook import Notebook
from .updates import Updates
from .values import Notice
from .webhook import Webhook


@dataclass(frozen=True, slots=True)
class Settings:
    """`enforce` answers 429 beyond the limits; without it they are only recorded. A clock of the test's own makes
    limits and ages of queries exact. A fixed `port` lets a server come back where a client looks for it."""

    token: str = "123456789:token-of-the-local-test-server"
    enforce: bool = True
    limits: Limits = field(default_factory=Limits)
    query_lifetime: float = 15.0  # seconds; observed ("5-20"), documented nowhere
    clock: Callable[[], float] = time.monotonic
    port: int = 0
    bot_name: str = "Déclic"
    bot_username: str = "declic_test_bot"

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0])


@dataclass(slots=True)
class Press:
    """A callback query."""

    query_id: str
    person_id: int
    chat_id: int
    at: float
    answered: bool = False


@dataclass(slots=True)
class Profile:
    """What the bot says of itself, by language; commands also by scope (its JSON, keys in order)."""

    commands: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)


class World:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.notebook = Notebook(settings.clock)
        self.faults = Faults()
        self.meters = {"messages": Meter(settings.limits), "edits": Meter(settings.limits)}
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.presses: dict[str, Press] = {}
        self.notices: dict[int, list[Notice]] = {}
        self.profile = Profile()
        self.updates = Updates()
        self.webhook = Webhook(self.updates)
        self.closing = asyncio.Event()
        self.unheard: set[tuple[int, int]] = set()
        """Messages whose last edit was done but never answered: repeating it is no fault of the program's."""
        self._revision = 0
        self._changed = asyncio.Event()

    async def close(self) -> None:
        self.closing.set()
        self.updates.close()
        await self.webhook.close()

    def chat(self, chat_id: int | str) -> Chat:
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise misuse("chat not found")
        return chat

    def reachable(self, chat_id: int | str) -> Chat:
        """The chat, when the bot may write to it."""
        chat = self.chat(chat_id)
        person = self.people.get(chat.id)
        if person is not None and person.deactivated:
            raise circumstance(403, "Forbidden: user is deactivated")
        if person is not None and person.blocked:
            raise circumstance(403, "Forbidden: bot was blocked by the user")
        if not chat.started:
            raise misuse("Forbidden: bot can't initiate conversation with a user", code=403)
        return chat

    def post(
        self, chat: Chat, author: int, content: Content, keyboard: Keyboard | None = None, reply_to: int | None = None
    ) -> Post:
        message_id, now = chat.next_message_id(), int(time.time())
        post = Post(message_id, chat.id, author, now, content, keyboard, self._next_revision(), reply_to)
        chat.posts[message_id] = post
        self._announce()
        return post

    def change(self, post: Post, content: Content, keyboard: Keyboard | None) -> Post:
        edited = replace(
            post, content=content, keyboard=keyboard, edit_date=int(time.time()), revision=self._next_revision()
        )
        self.chats[post.chat_id].posts[post.message_id] = edited
        self._announce()
        return edited

    def store(self, folder: str, name: str, data: bytes) -> File:
        number = len(self.files)
        mime_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        path = f"{folder}/file_{number}{mimetypes.guess_extension(mime_type) or ''}"
        file = File(f"{folder}-file-{number}", f"unique-{number}", path, name, mime_type, data)
        self.files[file.file_id] = file
        return file

    async def changed(self) -> None:
        """Returns after the next message or edit."""
        await self._changed.wait()

    def _next_revision(self) -> int:
        self._revision += 1
        return self._revision

    def _announce(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
