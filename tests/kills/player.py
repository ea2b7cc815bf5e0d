"""A learner who acts on the newest message in sight: answers, goes on, slips, presses twice, looks at the profile."""

import asyncio
from collections.abc import Awaitable
from random import Random

from tests.botapi import Message, User
from tests.telegram.people import number, offers, options, press

PATIENCE = 40.0  # seconds without any answer, while the program is killed every other second
_WAYS_ON = ("start", "place", "/continue", "/placement")
_LETTERS = frozenset("ABCDEFGH")


class Player:
    def __init__(self, user: User[Awaitable[Message]], chance: Random, awake: asyncio.Event) -> None:
        self.user, self._chance, self._awake = user, chance, awake
        self.updates = 0  # sent
        self.answered: set[int] = set()  # prompts
        self.silences = 0  # acts that were never answered

    async def play(self) -> None:
        await self._awake.wait()
        self._says("/start")
        read = 0
        while True:
            read = await self._news(read)
            await asyncio.sleep(self._chance.uniform(0.0, 0.2))
            await self._awake.wait()
            newest = [message for message in self.user.messages if message.buttons][-1]
            read = newest.message_id
            self._act(newest)

    async def _news(self, read: int) -> int:
        """Waits for something with buttons after what was read."""
        try:
            seen = await self.user.sees(lambda message: message.message_id > read and bool(message.buttons), PATIENCE)
        except AssertionError:
            self.silences += 1
            return 0
        return seen.message_id

    def _act(self, message: Message) -> None:
        if offers("unknown")(message):
            self.answered.add(number(message))
            self._answer(message)
        elif offers("/undo")(message) and self._now_and_then(0.1):
            self._press("/undo")
        elif self._now_and_then(0.03):
            self._says("/profil")
        elif ways := [option for option in _WAYS_ON if option in options(message)]:
            self._press(ways[0])
        else:
            self._says("continuer")

    def _answer(self, message: Message) -> None:
        letters = sorted(_LETTERS.intersection(options(message)))
        if self._now_and_then(0.1):
            self._says("je ne sais pas")
        elif not letters:
            self._says(str(self._chance.randrange(1, 100)))
        elif self._now_and_then(0.2):
            self._says(self._chance.choice(letters).lower())
        else:
            letter = self._chance.choice(letters)
            for _ in range(2 if self._now_and_then(0.1) else 1):
                self._press(letter)

    def _now_and_then(self, share: float) -> bool:
        return self._chance.random() < share

    def _press(self, option: str) -> None:
        press(self.user, option)
        self.updates += 1

    def _says(self, text: str) -> None:
        self.user.says(text)
        self.updates += 1
