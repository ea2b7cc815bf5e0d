"""Refusals, by whose fault they are: the program's (a violation) or the circumstances' (a user left, a query aged)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer with ok=false."""

    code: int
    description: str
    retry_after: int | None = None


class Refused(Exception):
    """`violation` says that a correct program would never have met this refusal; `detail` is for the record only."""

    def __init__(self, refusal: Refusal, *, violation: bool, detail: str = "") -> None:
        super().__init__(refusal.description)
        self.refusal = refusal
        self.violation = violation
        self.detail = detail


def misuse(problem: str, detail: str = "", code: int = 400) -> Refused:
    """The program did something that no circumstance excuses. Where the official server has words for it, `problem` is
    exactly these, since programs may look at them."""
    description = f"Bad Request: {problem}" if code == 400 else problem
    return Refused(Refusal(code, description), violation=True, detail=detail)


def circumstance(code: int, description: str) -> Refused:
    """Something a correct program must expect to meet."""
    return Refused(Refusal(code, description), violation=False)
