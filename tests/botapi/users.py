"""The user's side of a chat, for tests. The same class serves both modes: `access` runs each act in the server's event
loop, and `sees` gives an awaitable or, from another thread, the message itself."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, Protocol, TypeVar

from . import acts
from .chats import Chat, Content, Person, Post, seen
from .transcript import transcript
from .values import Group, Message, Notice
from .world import World

T = TypeVar("T")
Seen = TypeVar("Seen")
Seen_co = TypeVar("Seen_co", covariant=True)
Wanted = str | Callable[[Message], bool]


class Access(Protocol[Seen_co]):
    def call(self, act: Callable[[], T]) -> T: ...

    def wait(self, coming: Coroutine[Any, Any, Message]) -> Seen_co: ...


class User(Generic[Seen]):
    """A person in one chat: the private one with the bot, or a group (`in_group`)."""

    def __init__(self, world: World, access: Access[Seen], person: Person, chat: Chat) -> None:
        self._world, self._access, self._person, self._chat = world, access, person, chat

    @property
    def id(self) -> int:
        return self._person.id

    @property
    def chat_id(self) -> int:
        return self._chat.id

    @property
    def messages(self) -> list[Message]:
        """The bot's messages as they are now, oldest first."""
        return self._access.call(lambda: [seen(post) for post in self._chat.by(self._world.settings.bot_id)])

    @property
    def notices(self) -> list[Notice]:
        """Texts that answered this person's presses, oldest first."""
        return self._access.call(lambda: list(self._world.notices.get(self.id, [])))

    @property
    def unanswered(self) -> list[str]:
        """Presses that still show a waiting sign."""
        return self._access.call(
            lambda: [
                press.query_id
                for press in self._world.presses.values()
                if press.person_id == self.id and not press.answered
            ]
        )

    def in_group(self, group: Group) -> "User[Seen]":
        return User(self._world, self._access, self._person, self._world.chats[group.id])

    def says(self, text: str) -> int:
        """Gives the number of the message."""
        return self._access.call(lambda: acts.say(self._world, self._person, self._chat, text))

    def presses(self, label: str) -> str:
        """Presses the button on the newest message that has it; gives the callback query's id."""
        return self._access.call(lambda: acts.press(self._world, self._person, self._chat, label))

    def presses_data(self, message_id: int, data: str) -> str:
        """Presses a button that may never have been there."""
        return self._access.call(lambda: acts.press_data(self._world, self._person, self._chat, message_id, data))

    def sends_sticker(self, emoji: str = "🙂") -> int:
        return self._send(lambda: acts.sticker(self._world, emoji))

    def sends_voice(self, duration: int = 3) -> int:
        return self._send(lambda: acts.voice(self._world, duration))

    def sends_photo(self, data: bytes | None = None, caption: str = "") -> int:
        return self._send(lambda: acts.picture(self._world, data or acts.small_png(), caption))

    def sends_document(self, name: str, data: bytes, caption: str = "") -> int:
        return self._send(lambda: acts.attachment(self._world, name, data, caption))

    def edits(self, message_id: int, text: str) -> None:
        self._access.call(lambda: acts.edit(self._world, self._person, self._chat, message_id, text))

    def blocks_bot(self) -> None:
        self._access.call(lambda: acts.block(self._world, self._person, blocked=True))

    def unblocks_bot(self) -> None:
        self._access.call(lambda: acts.block(self._world, self._person, blocked=False))

    def deletes_account(self) -> None:
        """Telegram tells the bot nothing; the next message to this person is refused."""
        self._person.deactivated = True

    def sees(self, wanted: Wanted, within: float = 5.0) -> Seen:
        """The next message (new, or newly edited) that holds the words or satisfies the predicate.

        Reading goes on: what came before a message that was seen is not looked at again, so that the same words said
        earlier never answer for those to come. `messages` has them all.
        """
        return self._access.wait(look(self._world, self._person, self._chat, wanted, within))

    def transcript(self) -> str:
        return self._access.call(lambda: transcript(self._world, self._chat))

    def _send(self, content: Callable[[], Content]) -> int:
        return self._access.call(lambda: acts.send(self._world, self._person, self._chat, content()))


async def look(world: World, person: Person, chat: Chat, wanted: Wanted, within: float) -> Message:
    try:
        async with asyncio.timeout(within):
            while (post := _next(world, person, chat, wanted)) is None:
                await world.changed()
    except TimeoutError:
        raise AssertionError(_not_seen(world, chat, wanted, within)) from None
    chat.read[person.id] = post.revision
    return seen(post)


def _next(world: World, person: Person, chat: Chat, wanted: Wanted) -> Post | None:
    unread = [post for post in chat.by(world.settings.bot_id) if post.revision > chat.read.get(person.id, 0)]
    unread.sort(key=lambda post: post.revision)
    return next((post for post in unread if _holds(seen(post), wanted)), None)


def _holds(message: Message, wanted: Wanted) -> bool:
    return wanted in message.words if isinstance(wanted, str) else wanted(message)


def _not_seen(world: World, chat: Chat, wanted: Wanted, within: float) -> str:
    said = f"Not seen within {within:g} s: {wanted!r}"
    if any(_holds(seen(post), wanted) for post in chat.by(world.settings.bot_id)):
        said += "\n(An earlier message holds it, but what came before the last message seen is not looked at again.)"
    return f"{said}\n{transcript(world, chat)}"
