"""What a channel that is read from (browser, terminal) needs of the house."""

from dataclasses import dataclass
from typing import Protocol

from bot.body import Body
from flows.messages import Event


@dataclass(frozen=True)
class Entry:
    """One line of a learner's log. `at` is the cursor: it rises, and a reader asks for what comes after."""

    at: int
    body: Body


class Conversation(Protocol):
    async def find(self, channel: str, who: str) -> str | None:
        """The learner behind this identity of a channel, if there is one yet."""

    async def take(self, channel: str, who: str, key: str, event: Event, heard: str = "") -> str:
        """Take one event, durably, once for each key. Gives the learner; `heard` is shown in the log as their words."""

    async def log(self, learner: str, channel: str, after: int, limit: int = 200) -> list[Entry]:
        """What was said since the cursor, oldest first; with `after` = 0 the latest `limit` entries."""

    async def news(self, learner: str, channel: str, after: int, within: float) -> list[Entry]:
        """Like `log`, but waits up to `within` seconds for something to be there. Empty when nothing came."""

    async def export(self, learner: str) -> str:
        """Everything that is stored of a learner, as a JSON document."""

    async def attach(self, learner: str, channel: str, who: str) -> None:
        """A further identity for a learner: another browser."""

    async def detach(self, channel: str, who: str) -> None:
        """Forget an identity: this browser is somebody else's from now on."""

    async def return_code(self, learner: str) -> str:
        """The learner's code to come back from another browser, made at the first call and the same ever after."""

    async def find_by_code(self, code: str) -> str | None:
        """The learner of a return code, as typed (case, spaces and dashes forgiven)."""
