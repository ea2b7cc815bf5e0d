"""What is said reaches its learner: in order, within the limits, whatever goes wrong on the way."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.body import Body
from bot.channels.telegram.polling import Poller
from bot.sender import Channel
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
from tests.telegram.tutor import Tutor, echo, housed, tutoring

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
        while not true():  # noqa: ASYNC110 - what is waited for tells nobody
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
    assert figures.busiest_second <= 30


async def test_a_network_of_uneven_speed_does_not_lead_beyond_the_limits(server: AsyncServer, tmp_path: Path) -> None:
    """Thirty messages that took long, and thirty more that did not: Telegram sees them closer than they were sent."""
    learners = [server.user(ALICE + at) for at in range(60)]
    server.fail("sendMessage", times=30, how=Slow(0.4))
    async with tutoring(server, tmp_path, echo):
        for learner in learners:
            learner.says("a")
        await until(lambda: all(len(learner.messages) == 2 for learner in learners), 30)
    assert server.figures().messages.refused == 0


async def test_one_learner_is_written_to_once_a_second_and_no_faster(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    server.fail("sendMessage", times=1, how=Slow(0.4))
    begun = time.monotonic()
    async with tutoring(server, tmp_path, echo):
        for said in ("a", "b", "c", "d"):
            alice.says(said)
        await until(lambda: len(alice.messages) == 8)
    assert texts(alice) == [f"{said}.{at}" for said in "abcd" for at in (1, 2)]
    assert time.monotonic() - begun >= 4.5  # three at once at most, then five more


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


# Trouble on the way


@pytest.mark.parametrize(
    ("how", "repeats"),
    [
        (BadGateway(), 0),
        (Reset(), 0),
        (Refuse(500, "Internal Server Error"), 0),
        (Refuse(429, "Too Many Requests: retry after 1", retry_after=1), 0),
        (DeliveredThenLost(), 2),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_nothing_is_lost_and_little_is_repeated_when_sending_fails(
    server: AsyncServer, alice: Person, tmp_path: Path, how: Fault, repeats: int
) -> None:
    server.fail("sendMessage", times=2, how=how, chat_id=ALICE)
    async with tutoring(server, tmp_path, echo) as tutor:
        alice.says("a")
        await until(lambda: "a.2" in texts(alice))
        await until(lambda: nothing_waits(tutor.stored))
    assert texts(alice) == ["a.1"] * (1 + repeats) + ["a.2"]


async def test_an_edit_and_a_picture_that_fail_come_all_the_same(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    for how in (BadGateway(), DeliveredThenLost()):
        server.fail("editMessageText", how=how)
        server.fail("sendPhoto", how=how)
    async with tutoring(server, tmp_path):
        alice.says("/positionnement")
        question = await alice.sees(is_challenge)
        press(alice, "unknown")
        closed = await alice.sees(lambda message: message.edited, within=10)
        await alice.sees(is_feedback, within=10)
        alice.says("/profil")
        await alice.sees(offers("/why"), within=20)
    assert (closed.message_id, closed.buttons) == (question.message_id, ())
    assert sum(message.photo is not None for message in alice.messages) == 2  # once lost, once repeated


async def test_a_chat_told_to_wait_does_not_hold_up_the_others(
    server: AsyncServer, alice: Person, bob: Person, tmp_path: Path
) -> None:
    server.fail("sendMessage", how=Refuse(429, "Too Many Requests: retry after 5", retry_after=5), chat_id=ALICE)
    async with tutoring(server, tmp_path, echo):
        begun = time.monotonic()
        alice.says("a")
        await until(lambda: bool(server.refusals))
        bob.says("b")
        await bob.sees("b.2", within=4)
        assert alice.messages == []
        await alice.sees("a.2", within=15)
        assert time.monotonic() - begun >= 5
    assert (texts(alice), texts(bob)) == (["a.1", "a.2"], ["b.1", "b.2"])


async def test_a_message_that_telegram_will_never_take_does_not_silence_us_for_ever(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    server.fail("sendMessage", times=3, how=Refuse(400, "Bad Request: something odd"), chat_id=ALICE)
    async with tutoring(server, tmp_path, echo):
        alice.says("a")
        await alice.sees("a.2", within=15)
    assert texts(alice) == ["a.2"]


async def test_telegram_out_of_reach_is_asked_again_until_it_is_back(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    for how in (
        BadGateway(),
        Reset(),
        DeliveredThenLost(),
        Refuse(409, "Conflict: terminated by other getUpdates request"),
    ):
        server.fail("getUpdates", how=how)
    alice.says("a")
    async with tutoring(server, tmp_path, echo):
        await alice.sees("a.2", within=20)
    assert texts(alice) == ["a.1", "a.2"]


# Who left


async def test_a_learner_who_blocks_us_is_left_in_peace_and_answered_when_they_come_back(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    async with tutoring(server, tmp_path) as tutor:
        alice.says("/positionnement")
        await alice.sees(is_challenge)
        assert tutor.stored.number("select count(*) from timers") == 1
        press(alice, "unknown")
        alice.blocks_bot()
        await until(lambda: any("blocked" in refusal for refusal in server.refusals))
        await until(lambda: nothing_waits(tutor.stored))
        assert tutor.stored.number("select count(*) from timers") == 0
        alice.unblocks_bot()
        alice.says("/start")
        await alice.sees(offers("/continue"))
        assert standing(tutor.stored.responses(ALICE)) == {1: 1}


async def test_nothing_is_kept_for_somebody_whose_account_is_gone(
    server: AsyncServer, alice: Person, bob: Person, tmp_path: Path
) -> None:
    async with tutoring(server, tmp_path) as tutor:
        alice.says("/positionnement")
        await alice.sees(is_challenge)
        press(alice, "unknown")
        alice.deletes_account()
        await until(lambda: any("deactivated" in refusal for refusal in server.refusals))
        await until(lambda: nothing_waits(tutor.stored))
        assert tutor.stored.number("select count(*) from timers") == 0
        bob.says("/start")
        await bob.sees(offers("start"))


async def test_a_stranger_who_leaves_leaves_no_trace(server: AsyncServer, alice: Person, tmp_path: Path) -> None:
    async with tutoring(server, tmp_path) as tutor:
        alice.blocks_bot()
        await until(lambda: server.pending_updates == 0)
        assert tutor.stored.number("select count(*) from learners") == 0
        assert tutor.stored.number("select count(*) from identities") == 0


async def test_erasing_twice_brings_nobody_back(server: AsyncServer, alice: Person, tmp_path: Path) -> None:
    """A second tap on the button, or the same update once more after a crash."""
    async with tutoring(server, tmp_path) as tutor:
        alice.says("/effacer")
        await alice.sees(offers("erase"))
        press(alice, "erase")
        press(alice, "erase")
        await alice.sees(lambda message: not message.buttons)
        await until(lambda: server.pending_updates == 0)
        await until(lambda: nothing_waits(tutor.stored))
        assert tutor.stored.number("select count(*) from learners") == 0
        assert tutor.stored.number("select count(*) from identities") == 0


async def test_an_answer_that_comes_late_keeps_nothing_of_somebody_erased_meanwhile(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    async with housed(server, tmp_path) as tutor:
        slow = SlowToAnswer(tutor.channel)
        async with tutor.speaking(slow), tutor.listening():
            alice.says("/effacer")
            await alice.sees(offers("erase"))
            press(alice, "erase")
            await until(lambda: tutor.stored.number("select count(*) from learners") == 0)
            slow.answered.set()
            await alice.sees(lambda message: not message.buttons)
            await until(lambda: nothing_waits(tutor.stored))
        assert tutor.stored.number("select count(*) from shown") == 0


class SlowToAnswer:
    """Telegram over a line where what we send arrives, and the answers wait."""

    name = "telegram"

    def __init__(self, channel: Channel) -> None:
        self._channel, self.answered = channel, asyncio.Event()

    async def send(self, address: str, learner: str, body: Body, message: str | None) -> str | None:
        shown = await self._channel.send(address, learner, body, message)
        await self.answered.wait()
        return shown


# What is stored, and when


@asynccontextmanager
async def refusing(tutor: Tutor) -> AsyncIterator[None]:
    """The database lets nobody write."""
    with closing(sqlite3.connect(tutor.house.database.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        yield
        other.execute("rollback")


async def test_an_update_that_could_not_be_stored_comes_again_and_counts_once(
    server: AsyncServer, alice: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.database._BUSY_MS", 100)
    async with tutoring(server, tmp_path) as tutor:
        alice.says("/positionnement")
        question = await alice.sees(is_challenge)
        await until(lambda: nothing_waits(tutor.stored))
        async with refusing(tutor):
            press(alice, "unknown")
            await asyncio.sleep(1)
            assert server.pending_updates == 1
            assert len(alice.messages) == 1
        await alice.sees(is_feedback, within=10)
        await until(lambda: server.pending_updates == 0)
        assert standing(tutor.stored.responses(ALICE)) == {number(question): 1}


async def test_the_same_update_counts_once_however_often_it_comes(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    async with housed(server, tmp_path) as tutor, tutor.speaking():

        async def took() -> None:
            await Poller(tutor.bot, tutor.house).take(await tutor.bot.get_updates(timeout=5))

        alice.says("/positionnement")
        await took()
        await alice.sees(is_challenge)
        press(alice, "unknown")
        await took()  # both updates, as nothing was confirmed
        await asyncio.gather(took(), took(), took())
        await alice.sees(is_feedback)
        await until(lambda: nothing_waits(tutor.stored))
        assert standing(tutor.stored.responses(ALICE)) == {1: 1}
    assert len(alice.messages) == 2


async def test_a_reply_marked_late_is_neither_lost_nor_does_it_hold_up_the_next(
    server: AsyncServer, alice: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message is out, and the database refuses to hear of it for a while."""
    monkeypatch.setattr("bot.storage.database._BUSY_MS", 100)
    async with housed(server, tmp_path, echo) as tutor:
        slow = SlowToAnswer(tutor.channel)
        async with tutor.speaking(slow), tutor.listening():
            alice.says("a")
            await alice.sees("a.1")
            async with refusing(tutor):
                slow.answered.set()
                await asyncio.sleep(1)
            await alice.sees("a.2", within=10)
            alice.says("b")
            await alice.sees("b.2", within=10)
    assert texts(alice) == ["a.1", "a.2", "b.1", "b.2"]


async def test_a_refusal_marked_late_does_not_hold_up_the_next(
    server: AsyncServer, alice: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.database._BUSY_MS", 100)
    server.fail("sendMessage", how=Slow(0.5))
    server.fail("sendMessage", how=BadGateway())
    async with tutoring(server, tmp_path, echo) as tutor:
        alice.says("a")
        await until(lambda: server.pending_updates == 0)
        await until(lambda: tutor.stored.number("select count(*) from outbox") == 2)
        async with refusing(tutor):
            await asyncio.sleep(1.5)
        await alice.sees("a.2", within=10)
    assert texts(alice) == ["a.1", "a.2"]


async def test_what_was_said_before_a_stop_is_sent_after_the_next_start(
    server: AsyncServer, alice: Person, tmp_path: Path
) -> None:
    async with housed(server, tmp_path, echo) as tutor, tutor.listening():
        alice.says("a")
        await until(lambda: server.pending_updates == 0)
    assert alice.messages == []
    async with tutoring(server, tmp_path, echo):
        await alice.sees("a.2")
    assert texts(alice) == ["a.1", "a.2"]


async def test_a_stop_in_the_middle_of_sending_repeats_nothing(server: AsyncServer, tmp_path: Path) -> None:
    learners = [server.user(ALICE + at) for at in range(12)]
    server.fail("sendMessage", times=40, how=Slow(0.2))
    for learner in learners:
        learner.says("a")
    for wait in (0.1, 0.25, 0.4, 2.5):
        async with tutoring(server, tmp_path, echo):
            await asyncio.sleep(wait)
        await asyncio.sleep(1)
    async with tutoring(server, tmp_path, echo) as tutor:
        await until(lambda: nothing_waits(tutor.stored))
    assert [texts(learner) for learner in learners] == [["a.1", "a.2"]] * 12
