"""What is said reaches its learner: in order, within the limits, whatever goes wrong on the way."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.botapi import (
    AsyncServer,
    BadGateway,
    DeliveredThenLost,
    Fault,
    Message,
    Refuse,
    Reset,
    Slow,
    User,
    serve,
)
from tests.telegram.people import is_challenge, is_feedback, number, offers, press
from tests.telegram.stored import Stored, standing
from tests.telegram.tutor import echo, housed, tutoring

ALICE, BOB = 1001, 1002
Person = User[Awaitable[Message]]


@pytest.fixture
async def server() -> AsyncIterator[AsyncServer]:
    """Telegram, which the tutor never wrongs, whatever happens."""
    async with serve() as running:
        yield running
        assert running.violations == []


@pytest.fixture
def alice(server: AsyncServer) -> Person:
    return server.user(ALICE, language_code="fr", first_name="Alice")


@pytest.fixture
def bob(server: AsyncServer) -> Person:
    return server.user(BOB, language_code="fr", first_name="Bob")


async def until(true: Callable[[], bool], within: float = 20.0) -> None:
    async with asyncio.timeout(within):
        while not true():
            await asyncio.sleep(0.02)


def texts(person: Person) -> list[str]:
    return [message.text for message in person.messages]


def nothing_waits(stored: Stored) -> bool:
    return stored.number("select count(*) from outbox") == 0


# Order and limits


async def test_forty_learners_at_once_are_each_answered_in_order_within_the_limits(
    server: AsyncServer, tmp_path: Path
) -> None:
    learners = [server.user(ALICE + at) for at in range(40)]
    async with tutoring(server, tmp_path, echo):
        for learner in learners:
            for said in ("a", "b", "c"):
                learner.says(said)
        await until(lambda: all(len(learner.messages) == 6 for learner in learners), 30)
    assert [texts(learner) for learner in learners] == [["a.1", "a.2", "b.1", "b.2", "c.1", "c.2"]] * 40
    figures = server.figures().messages
    assert (figures.delivered, figures.refused) == (240, 0)
    assert 20 <= figures.busiest_second <= 30


async def test_a_network_of_uneven_speed_does_not_lead_beyond_the_limits(server: AsyncServer, tmp_path: Path) -> None:
    """Thirty messages that took long, and thirty more that did not: Telegram sees them closer than they were sent."""
    learners = [server.user(ALICE + at) for at in range(60)]
    server.fail("sendMessage", times=30, how=Slow(0.4))
    async with tutoring(server, tmp_path, echo):
        for learner in learners:
            learner.says("a")
        await until(lambda: all(len(learner.messages) == 2 for learner in learners), 30)
    assert server.figures().messages.refused == 0


async def test_one_learner_is_written_to_once_a_second_and_no_faster(server: AsyncServer, alice: Person, tmp_path: Path) -> None:
    server.fail("sendMessage", times=1, how=Slow(0.4))
    begun = time.monotonic()
    async with tutoring(server, tmp_path, echo):
        for said in ("a", "b", "c", "d"):
            alice.says(said)
        await until(lambda: len(alice.messages) == 8)
    assert texts(alice) == [f"{said}.{at}" for said in "abcd" for at in (1, 2)]
    assert 4.5 <= time.monotonic() - begun <= 9


async def test_a_tutor_who_starts_again_does_not_forget_that_a_chat_has_just_been_written_to(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    for _ in range(3):
        alice.says("a")
        alice.says("b")
        before = len(alice.messages)
        async with tutoring(server, tmp_path, echo):
            await until(lambda before=before: len(alice.messages) == before + 3)  # type: ignore[misc]
        await asyncio.sleep(1)  # as long as a start takes
