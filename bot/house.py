"""The house: storage, turns and words put together, as every channel finds them."""

import asyncio
import secrets as random_secrets
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bot import phrasebooks, zones
from bot.body import BODY
from bot.conversation import Entry
from bot.secrets import Secrets
from bot.storage import account, identities, inbox, learners, log
from bot.storage.database import Database, stamp
from bot.turn import Clock, Incoming, StepFunction, Turns, utc_now
from bot.wording import Wording
from content.bank import Bank
from flows import codec, dialogue
from flows.messages import Event
from flows.world import Library

_CODE_LETTERS = "2346789BCDFGHJKMPQRTVWXY"  # none that look alike, no vowels: no words come out
_CODE_LENGTH = 10
_RETURN = "return"
_LOG_KEPT, _INBOX_KEPT = timedelta(days=90), timedelta(days=8)


class House:
    """One process's share of the tutor. Open it, speak to it by events, close it."""

    def __init__(
        self,
        database: Path,
        secret_key: str,
        bank: Bank,
        step: StepFunction = dialogue.step,
        clock: Clock = utc_now,
        wording: Wording | None = None,
    ) -> None:
        self.database = Database(database)
        self.secrets = Secrets(secret_key)
        self.wording = wording or Wording.load()
        self.library = Library.of(bank, phrasebooks.load(), zones.known(), zones.of_city)
        self.clock = clock
        self.turns = Turns(self.database, self.secrets, self.library, self.wording, step, clock)
        self._news: dict[str, list[asyncio.Event]] = {}

    async def open(self) -> None:
        await self.database.open()
        self.turns.listen(self._tell)
        self.turns.start()
        await self.turns.deliver_posts()

    async def close(self) -> None:
        await self.turns.stop()
        await self.database.close()

    # What a channel that is read from needs (bot.conversation)

    async def find(self, channel: str, who: str) -> str | None:
        key = (channel, self.secrets.identity(channel, who))
        return (await identities.find(self.database.reading, [key])).get(key)

    async def take(self, channel: str, who: str, key: str, event: Event, heard: str = "") -> str:
        incoming = Incoming(f"{channel}:{key}", event, channel, who, heard=heard)
        return await self.turns.submit(incoming)

    async def log(self, learner: str, channel: str, after: int, limit: int = 200) -> list[Entry]:
        if after:
            rows = await log.after(self.database.reading, learner, channel, after, limit)
        else:
            rows = await log.latest(self.database.reading, learner, channel, limit)
        return [Entry(at, BODY.validate_json(body)) for at, body in rows]

    async def news(self, learner: str, channel: str, after: int, within: float) -> list[Entry]:
        told = asyncio.Event()
        self._news.setdefault(learner, []).append(told)
        try:
            entries = await self.log(learner, channel, after)
            if not entries:
                with suppress(TimeoutError):
                    await asyncio.wait_for(told.wait(), within)
                entries = await self.log(learner, channel, after)
            return entries
        finally:
            self._news[learner].remove(told)
            if not self._news[learner]:
                del self._news[learner]

    async def language_of(self, learner: str) -> str | None:
        """The language a learner chose. None for a learner who is not there."""
        stored = (await learners.load(self.database.reading, [learner])).get(learner)
        return codec.load(stored[2]).language if stored else None

    async def export(self, learner: str) -> str:
        return await account.export(self.database.reading, learner)

    async def attach(self, learner: str, channel: str, who: str) -> None:
        row = (channel, self.secrets.identity(channel, who), learner, None, stamp(self.clock()))
        async with self.database.transaction() as db:
            await identities.add(db, [row])

    async def detach(self, channel: str, who: str) -> None:
        async with self.database.transaction() as db:
            await identities.remove(db, channel, self.secrets.identity(channel, who))

    async def return_code(self, learner: str) -> str:
        async with self.database.transaction() as db:
            sealed = await identities.address(db, learner, _RETURN)
            if sealed:
                return self.secrets.open(sealed)
            code = "".join(random_secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
            shown = f"{code[:5]}-{code[5:]}"
            hash = self.secrets.identity(_RETURN, code)
            await identities.add(db, [(_RETURN, hash, learner, self.secrets.seal(shown), stamp(self.clock()))])
            return shown

    async def find_by_code(self, code: str) -> str | None:
        typed = "".join(char for char in code.upper() if char.isalnum())
        return await self.find(_RETURN, typed)

    # Upkeep

    async def prune(self) -> None:
        """Forget what is kept no longer: updates of last week, conversations of last quarter."""
        now = self.clock()
        async with self.database.transaction() as db:
            await inbox.prune(db, stamp(now - _INBOX_KEPT))
            await log.prune(db, stamp(now - _LOG_KEPT))

    def _tell(self, learners: set[str]) -> None:
        for learner in learners & self._news.keys():
            for told in self._news[learner]:
                told.set()
