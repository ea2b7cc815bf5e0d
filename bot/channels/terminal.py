"""The tutor in a terminal, or over a pipe: one line a turn, plain text."""

import asyncio
import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.body import Amendment, Attachment, Body, Drawing, Heard, Message, Press
from bot.conversation import Conversation
from bot.markup import bare
from content.reading import plain
from flows.messages import Chose, Event, Said, Started

CHANNEL = "terminal"


@dataclass
class Screen:
    """What is on the screen: the buttons that may be chosen now."""

    number: int = 0
    expects: str = ""
    buttons: list[Press] = field(default_factory=list)

    def show(self, body: Message | Drawing) -> list[str]:
        """The lines of a message, its buttons numbered; by label only where a number may be the answer."""
        text = body.text if isinstance(body, Message) else body.caption
        pressed = [press for row in body.buttons for press in row]
        if pressed:
            self.buttons = pressed
            self.number = body.number if isinstance(body, Message) else 0
            self.expects = body.expects if isinstance(body, Message) else ""
        if self.typed:
            labels = [f"[{bare(press.label)}]" for press in pressed]
        else:
            labels = [f"[{at}] {bare(press.label)}" for at, press in enumerate(pressed, 1)]
        return [bare(text), *(["  ".join(labels)] if labels else []), ""]

    @property
    def typed(self) -> bool:
        return self.expects in ("text", "number")

    def read(self, line: str) -> Event:
        """A line as an event: the number or the label of a button, or words."""
        said = line.strip()
        if not self.typed and said.isdecimal() and 1 <= int(said) <= len(self.buttons):
            return Chose(prompt=self.number, option=self.buttons[int(said) - 1].option)
        for press in self.buttons:
            if plain(said) == plain(bare(press.label)):
                return Chose(prompt=self.number, option=press.option)
        return Said(text=said)


class Terminal:
    def __init__(
        self, conversation: Conversation, who: str, language: str, farewell: str, print_line: Callable[[str], None]
    ) -> None:
        self._conversation, self._who, self._language = conversation, who, language
        self._farewell, self._print = farewell, print_line
        self._screen = Screen()
        self._cursor = 0

    async def run(self) -> None:
        """From the greeting to the end of the input."""
        learner = await self._conversation.find(CHANNEL, self._who)
        if learner:
            entries = await self._conversation.log(learner, CHANNEL, 0, limit=1)
            self._cursor = entries[-1].at if entries else 0
        await self._turn(Started(language=self._language))
        while (line := await asyncio.to_thread(self._read)) is not None:
            if line.strip():
                await self._turn(self._screen.read(line))

    def _read(self) -> str | None:
        if sys.stdin.isatty():
            self._print_prompt()
        line = sys.stdin.readline()
        return line if line else None

    def _print_prompt(self) -> None:
        sys.stdout.write("> ")
        sys.stdout.flush()

    async def _turn(self, event: Event) -> None:
        learner = await self._conversation.take(CHANNEL, self._who, uuid.uuid4().hex, event)
        for entry in await self._conversation.log(learner, CHANNEL, self._cursor):
            self._cursor = entry.at
            await self._show(learner, entry.body)
        if await self._conversation.find(CHANNEL, self._who) is None:
            self._cursor, self._screen = 0, Screen()
            self._print(f"{self._farewell}\n")

    async def _show(self, learner: str, body: Body) -> None:
        match body:
            case Message() | Drawing():
                for line in self._screen.show(body):
                    self._print(line)
            case Attachment():
                path = await asyncio.to_thread(_write, await self._conversation.export(learner))
                self._print(f"{bare(body.caption)} {path}\n")
            case Amendment() | Heard():
                pass  # what was typed stands above already


def _write(document: str) -> Path:
    path = Path("declic.json").resolve()
    path.write_text(document, "utf-8")
    return path
