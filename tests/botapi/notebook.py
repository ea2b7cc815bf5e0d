"""What the server notes about the program: every call, every violation, every refusal that circumstances explain."""

from collections.abc import Callable

from .errors import Refused
from .limits import busiest
from .values import Call, Figures, Tally

MESSAGES = {"sendMessage", "sendPhoto", "sendDocument"}
EDITS = {"editMessageText", "editMessageCaption", "editMessageReplyMarkup"}


class Notebook:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.refusals: list[str] = []
        self.tolerated: list[str] = []

    def open(self, method: str, chat_id: int | None) -> int:
        """A call begins; its number is for `close`."""
        self.calls.append(Call(self._clock(), method, chat_id, status=None, done=False))
        return len(self.calls) - 1

    def close(self, number: int, status: int | None, *, done: bool, retry_after: int | None = None) -> None:
        call = self.calls[number]
        self.calls[number] = Call(call.at, call.method, call.chat_id, status, done, retry_after)

    def violation(self, where: str, what: str) -> None:
        said = f"{where}: {what}"
        tolerated = any(part in said for part in self.tolerated)
        (self.refusals if tolerated else self.violations).append(said)

    def refused(self, where: str, refused: Refused) -> None:
        said = f"{refused.refusal.code} {refused.refusal.description}"
        if refused.detail:
            said += f" ({refused.detail})"
        if refused.violation:
            self.violation(where, said)
        else:
            self.refusals.append(f"{where}: {said}")

    def figures(self) -> Figures:
        return Figures(messages=self._tally(MESSAGES), edits=self._tally(EDITS))

    def _tally(self, methods: set[str]) -> Tally:
        calls = [call for call in self.calls if call.method in methods]
        delivered = [call.at for call in calls if call.done]
        return Tally(len(delivered), len(calls) - len(delivered), busiest(delivered))
