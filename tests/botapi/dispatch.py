"""One request to a method: read strictly, trouble it when a fault is armed, hold it to the limits, do it, note it."""

import asyncio
import contextlib
from collections.abc import Mapping
from inspect import isawaitable
from typing import Any

from . import faults
from .errors import Refusal, Refused
from .limits import Excess
from .methods import Method
from .reading import read
from .world import World


async def perform(world: World, name: str, method: Method, raw: Mapping[str, Any]) -> Any:
    """The result for the answer; raises a refusal, `CutLine` or `ProxyError`."""
    chat_id = _chat_id(raw)
    number = world.notebook.open(name, chat_id)
    where = name if chat_id is None else f"{name} to {chat_id}"
    try:
        result, fault = await _perform(world, name, method, raw, chat_id)
    except Refused as refused:
        world.notebook.refused(where, refused)
        world.notebook.close(number, refused.refusal.code, done=False, retry_after=refused.refusal.retry_after)
        raise
    except (CutLine, ProxyError) as error:
        world.notebook.close(number, error.status, done=False)
        raise
    lost = isinstance(fault, faults.DeliveredThenLost)
    world.notebook.close(number, None if lost else 200, done=True)
    if lost:
        _remember_unheard(world, method, chat_id, result)
        raise CutLine(reset=False)
    return result


class CutLine(Exception):
    """The connection ends here, without an answer."""

    status = None

    def __init__(self, *, reset: bool) -> None:
        super().__init__("cut")
        self.reset = reset


class ProxyError(Exception):
    """Not Telegram answers, but a proxy before it."""

    status = 502


async def _perform(
    world: World, name: str, method: Method, raw: Mapping[str, Any], chat_id: int | None
) -> tuple[Any, faults.Fault | None]:
    given = read(raw, method.parameters)
    fault = world.faults.take(name, chat_id)
    await _suffer(world, fault)
    if method.metered is not None and chat_id is not None:
        _check_limits(world, name, method.metered, chat_id)
    result = method.handle(world, given)
    if isawaitable(result):
        result = await result
    if method.metered is not None and chat_id is not None:
        world.meters[method.metered].count(chat_id, world.settings.clock())
    return result, fault


async def _suffer(world: World, fault: faults.Fault | None) -> None:
    """What a fault does before the work is done."""
    match fault:
        case faults.Refuse(code=code, description=description, retry_after=retry_after):
            raise Refused(Refusal(code, description, retry_after), violation=False)
        case faults.Reset():
            raise CutLine(reset=True)
        case faults.BadGateway():
            raise ProxyError
        case faults.Slow(seconds=seconds):
            with contextlib.suppress(TimeoutError):  # sleeps, but not beyond the end of the test
                await asyncio.wait_for(world.closing.wait(), seconds)
        case faults.DeliveredThenLost() | None:
            pass


def _check_limits(world: World, name: str, kind: str, chat_id: int) -> None:
    excess = world.meters[kind].excess(chat_id, world.settings.clock())
    if excess is None:
        return
    if world.settings.enforce:
        raise _too_many(kind, excess)
    world.notebook.violation(f"{name} to {chat_id}", f"too many {kind}: {excess.rule}")


def _too_many(kind: str, excess: Excess) -> Refused:
    """The real answer does not name the rule; the record should."""
    said = f"Too Many Requests: retry after {excess.retry_after}"
    return Refused(Refusal(429, said, excess.retry_after), violation=True, detail=f"too many {kind}: {excess.rule}")


def _chat_id(raw: Mapping[str, Any]) -> int | None:
    try:
        return int(raw["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _remember_unheard(world: World, method: Method, chat_id: int | None, result: Any) -> None:
    if method.metered == "edits" and chat_id is not None:
        world.unheard.add((chat_id, result["message_id"]))
