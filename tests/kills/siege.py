"""One program, its Bot API server and its learners, while it is killed again and again."""

import asyncio
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.markup import bare
from flows.learner import Asking, Prompt, Told
from tests.botapi import AsyncServer
from tests.botapi.updates import FIRST_ID
from tests.kills.player import Player
from tests.kills.record import copied, repeats, take_notes
from tests.telegram.people import is_challenge, number, offers
from tests.telegram.program import COMMAND, environment
from tests.telegram.stored import Stored

LEARNERS = 12
_IN_START = 0.15  # share of kills that do not wait until the program listens
_STARTING, _LISTENING = 1.2, 0.8  # seconds after which it is killed at the latest
_SAMPLED = 20  # kills after which conversations are looked at while nobody moves


@dataclass
class Figures:
    kills: int = 0
    updates: int = 0
    answered: int = 0
    responses: int = 0
    taken_back: int = 0
    messages: int = 0
    repeats: int = 0
    silences: int = 0


class Siege:
    def __init__(self, server: AsyncServer, folder: Path, chance: Random) -> None:
        self._server, self._folder, self._chance = server, folder, chance
        self._database = folder / "declic.db"
        self._awake = asyncio.Event()
        self.players = [
            Player(server.user(1001 + at, language_code="fr"), Random(chance.random()), self._awake)
            for at in range(LEARNERS)
        ]
        self.kills = 0

    @property
    def stored(self) -> Stored:
        return Stored(self._database)

    async def run(self, kills: int) -> Figures:
        async with self._program() as process:
            await _listens(process)
            take_notes(self._database)
        async with asyncio.TaskGroup() as group:
            playing = [group.create_task(player.play()) for player in self.players]
            self._awake.set()
            while self.kills < kills:
                await self._live_and_die()
                if self.kills % _SAMPLED == 0 or self.kills == kills:
                    await self._look_closely()
            for play in playing:
                play.cancel()
        return self._figures()

    async def _live_and_die(self) -> None:
        async with self._program() as process:
            if self._chance.random() < _IN_START:
                await asyncio.sleep(self._chance.uniform(0.0, _STARTING))
            else:
                await _listens(process)
                await asyncio.sleep(self._chance.uniform(0.0, _LISTENING))
        self.kills += 1
        self._confirmed_is_stored()

    @asynccontextmanager
    async def _program(self) -> AsyncIterator[asyncio.subprocess.Process]:
        """Alive inside, killed at the end."""
        with (self._folder / "log.txt").open("a") as log:
            process = await asyncio.create_subprocess_exec(
                *COMMAND,
                cwd=self._folder,
                env=environment(self._server.url, self._server.token, self._folder),
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        try:
            yield process
        finally:
            process.send_signal(signal.SIGKILL)
            await process.communicate()

    def _confirmed_is_stored(self) -> None:
        """What Telegram was told to forget is in the file that the kill left."""
        confirmed = sum(player.updates for player in self.players) - self._server.pending_updates
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            rows = copied(self._database, Path(folder)).rows("select source from inbox")
        taken = {source for (source,) in rows}
        lost = {f"telegram:{FIRST_ID + at}" for at in range(confirmed)} - taken
        assert not lost, f"confirmed to Telegram, and not stored: {sorted(lost)}"

    async def _look_closely(self) -> None:
        """Nobody moves until all is answered; then each learner has before them what is due, and nothing was lost."""
        self._awake.clear()
        async with self._program(), asyncio.timeout(60):
            while not self._all_is_said():  # noqa: ASYNC110 - the program tells nobody
                await asyncio.sleep(0.05)
        for player in self.players:
            repeats(self.stored, player.user.id, player.user.messages)
            self._has_what_is_due(player)
        self._awake.set()

    def _all_is_said(self) -> bool:
        return not self._server.pending_updates and not self.stored.number("select count(*) from outbox")

    def _has_what_is_due(self, player: Player) -> None:
        match self.stored.learner(player.user.id).pending:
            case Asking(prompt=prompt):
                _is_asked(player, prompt)
            case Told(prompt=prompt):
                self._is_told(player, prompt)
            case _:
                assert any(message.buttons for message in player.user.messages), player.user.transcript()

    def _is_told(self, player: Player, prompt: Prompt) -> None:
        """The question says what was answered and has no buttons left; after it comes why, with a way on."""
        user = player.user
        [(shown,)] = self.stored.rows(
            "select message from shown where learner = ? and number = ?", self.stored.id(user.id), prompt.number
        )
        [asked] = [message for message in user.messages if message.message_id == int(shown)]
        assert (asked.edited, asked.buttons) == (True, ()), user.transcript()
        after = [message for message in user.messages if message.message_id > asked.message_id]
        assert any(bare(prompt.variant.explanation) in message.text for message in after), user.transcript()
        assert any(offers("/continue")(message) for message in after), user.transcript()

    def _figures(self) -> Figures:
        figures = Figures(kills=self.kills)
        for player in self.players:
            responses = self.stored.responses(player.user.id)
            given = [response.prompt for response in responses if not response.retracted]
            back = [response.prompt for response in responses if response.retracted]
            assert sorted(given) == sorted(player.answered), "each prompt answered counts, and counts once"
            assert len(back) == len(set(back))
            figures.updates += player.updates
            figures.answered += len(player.answered)
            figures.responses += len(given)
            figures.taken_back += len(back)
            figures.messages += len(player.user.messages)
            figures.repeats += repeats(self.stored, player.user.id, player.user.messages)
            figures.silences += player.silences
        return figures


def _is_asked(player: Player, prompt: Prompt) -> None:
    """The question that waits can be answered."""
    shown = [message for message in player.user.messages if number(message) == prompt.number]
    assert any(is_challenge(message) for message in shown), player.user.transcript()
    assert bare(prompt.variant.stem) in shown[0].text, player.user.transcript()


async def _listens(process: asyncio.subprocess.Process) -> None:
    assert process.stdout is not None
    assert b"Telegram" in await process.stdout.readline()
