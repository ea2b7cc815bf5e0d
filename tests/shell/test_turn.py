"""Turns: taken in batches, durable, once each, and one learner's failure is nobody else's."""

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path

from bot.body import Heard, Message
from bot.scheduler import tick
from bot.turn import Incoming
from flows import dialogue
from flows.learner import Learner
from flows.messages import Chose, Elapsed, Event, Post, Said, Say, Started, Timer
from flows.steps import Step
from flows.world import World
from tests.shell.houses import Hands, opened

WEB = "web"


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    """What is on the disk, read by another connection."""
    with sqlite3.connect(folder / "declic.db") as connection:
        return [tuple(row) for row in connection.execute(sql)]


async def test_a_turn_is_durable_when_its_future_is_done(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        learner = await house.take(WEB, "alice", "1", Started(language="en"), heard="")
        assert rows(tmp_path, "select id, version from learners") == [(learner, 1)]
        [entry] = await house.log(learner, WEB, 0)
        assert isinstance(entry.body, Message)
        assert entry.body.buttons[0][0].option == "start"


async def test_the_same_update_counts_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        first = await house.take(WEB, "alice", "1", Said(text="hello"))
        again = await house.take(WEB, "alice", "1", Said(text="hello"))
        both = await asyncio.gather(*(house.take(WEB, "alice", "2", Said(text="help")) for _twice in range(2)))
        assert {first, again, *both} == {first}
        assert rows(tmp_path, "select version from learners") == [(2,)]


async def test_a_crowd_shares_batches_and_each_keeps_their_order(tmp_path: Path) -> None:
    said: dict[str, list[str]] = {}

    def step(learner: Learner, event: Event, world: World) -> Step:
        assert isinstance(event, Said)
        who, word = event.text.split()
        said.setdefault(who, []).append(word)
        return Step(learner, (Say(word),))

    async with opened(tmp_path, step) as house:
        turns = [
            house.take(WEB, f"learner {who}", f"{who}:{n}", Said(text=f"{who} {n}"))
            for n in range(5)
            for who in range(40)
        ]
        await asyncio.gather(*turns)
    assert said == {str(who): ["0", "1", "2", "3", "4"] for who in range(40)}
    assert rows(tmp_path, "select count(*), min(version), max(version) from learners") == [(40, 5, 5)]


async def test_a_step_that_fails_is_apologised_for_and_the_others_land(tmp_path: Path) -> None:
    def step(learner: Learner, event: Event, world: World) -> Step:
        if isinstance(event, Said) and event.text == "boom":
            raise RuntimeError("a defect")
        return dialogue.step(learner, event, world)

    async with opened(tmp_path, step) as house:
        unlucky, lucky = await asyncio.gather(
            house.take(WEB, "bob", "1", Said(text="boom")), house.take(WEB, "alice", "1", Said(text="hello"))
        )
        [sorry] = await house.log(unlucky, WEB, 0)
        assert isinstance(sorry.body, Message)
        assert await house.log(lucky, WEB, 0)
        await house.take(WEB, "bob", "2", Said(text="hello"))
        assert len(await house.log(unlucky, WEB, sorry.at)) == 1


async def test_a_post_is_taken_as_the_recipients_own_turn_once(tmp_path: Path) -> None:
    heard: list[tuple[int, str]] = []

    def step(learner: Learner, event: Event, world: World) -> Step:
        assert isinstance(event, Said)
        heard.append((learner.number, event.text))
        known = learner.model_copy(update={"number": learner.number + 1})
        if event.text.startswith("tell "):
            return Step(known, posts=(Post(event.text[5:], Said(text="a message")), Post("nobody", Said(text="x"))))
        return Step(known, (Say(event.text),))

    async with opened(tmp_path, step) as house:
        bob = await house.take(WEB, "bob", "1", Said(text="hello"))
        await house.take(WEB, "alice", "1", Said(text=f"tell {bob}"))
        for _wait in range(100):
            if len(await house.log(bob, WEB, 0)) == 2:
                break
            await asyncio.sleep(0.02)
    assert heard == [(0, "hello"), (0, f"tell {bob}"), (1, "a message")]
    assert rows(tmp_path, "select count(*) from posts where learner != 'nobody'") == [(0,)]


async def test_posts_left_by_a_crash_are_taken_at_the_next_start(tmp_path: Path) -> None:
    def quiet(learner: Learner, event: Event, world: World) -> Step:
        return Step(learner, (Say("hm"),))

    async with opened(tmp_path, quiet) as house:
        bob = await house.take(WEB, "bob", "1", Said(text="hello"))
    with sqlite3.connect(tmp_path / "declic.db") as connection:
        connection.execute(
            "insert into posts values (?, 'alice', 1, 0, ?, '2026')", (bob, Said(text="late").model_dump_json())
        )
    async with opened(tmp_path, quiet) as house:
        for _wait in range(100):
            if len(await house.log(bob, WEB, 0)) == 2:
                break
            await asyncio.sleep(0.02)
        assert len(await house.log(bob, WEB, 0)) == 2
    assert rows(tmp_path, "select count(*) from posts") == [(0,)]


async def test_a_timer_comes_due_once_and_is_gone(tmp_path: Path) -> None:
    elapsed: list[str] = []

    def step(learner: Learner, event: Event, world: World) -> Step:
        if isinstance(event, Elapsed):
            elapsed.append(event.timer)
            return Step(learner, (Say("due"),))
        return Step(learner, timers=(Timer("nap", world.now + timedelta(hours=1)), Timer("other", None)))

    clock = Hands()
    async with opened(tmp_path, step, clock) as house:
        learner = await house.take(WEB, "alice", "1", Said(text="x"))
        assert await tick(house) == 0
        clock.now += timedelta(hours=2)
        assert await tick(house) == 1
        assert await tick(house) == 0
        assert len(await house.log(learner, WEB, 0)) == 1
    assert elapsed == ["nap"]
    assert rows(tmp_path, "select * from timers") == []


async def test_a_timer_that_a_flow_sets_again_while_it_elapses_stays(tmp_path: Path) -> None:
    def step(learner: Learner, event: Event, world: World) -> Step:
        return Step(learner, timers=(Timer("nap", world.now + timedelta(hours=1)),))

    clock = Hands()
    async with opened(tmp_path, step, clock) as house:
        await house.take(WEB, "alice", "1", Said(text="x"))
        for _hour in range(3):
            clock.now += timedelta(hours=2)
            assert await tick(house) == 1
    assert len(rows(tmp_path, "select * from timers")) == 1


async def test_what_the_learner_said_stands_in_the_log_before_the_answer(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        learner = await house.take(WEB, "alice", "1", Said(text="hello"), heard="hello")
        first, *rest = await house.log(learner, WEB, 0)
        assert first.body == Heard(text="hello")
        assert rest
        assert await house.log(learner, WEB, rest[-1].at) == []


async def test_a_reader_who_waits_is_told_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        learner = await house.take(WEB, "alice", "1", Said(text="hello"))
        last = (await house.log(learner, WEB, 0))[-1].at
        waiting = asyncio.create_task(house.news(learner, WEB, last, within=10))
        await asyncio.sleep(0.05)
        await house.take(WEB, "alice", "2", Said(text="help"))
        assert await asyncio.wait_for(waiting, 2)
        assert await house.news(learner, WEB, 10**9, within=0.01) == []


async def test_everything_of_a_learner_is_exported_and_then_erased_in_every_table(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        learner = await house.take(WEB, "alice", "0", Said(text="/continue"))
        texts = ["/continue", "/continue", "idk", "/report", "the picture is missing", "/continue", "/erase"]
        for at, text in enumerate(texts, 1):
            await house.take(WEB, "alice", str(at), Said(text=text), heard=text)
        await house.return_code(learner)
        exported = await house.export(learner)
        assert "the picture is missing" in exported
        assert '"outcome": "unknown"' in exported
        assert "alice" not in exported
        bodies = [entry.body for entry in await house.log(learner, WEB, 0)]
        number = [body.number for body in bodies if isinstance(body, Message)][-1]
        await house.take(WEB, "alice", "99", Chose(prompt=number, option="erase"), heard="Yes")
        assert await house.find(WEB, "alice") is None
    tables = [name for (name,) in rows(tmp_path, "select name from sqlite_master where type = 'table'")]
    assert {"learners", "responses", "log", "identities"} <= set(tables)
    for table in tables:
        assert not any(learner in row for row in rows(tmp_path, f"select * from {table}")), table


async def test_who_somebody_is_can_not_be_read_from_the_file(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        incoming = Incoming("telegram:1", Said(text="hello"), "telegram", "424242424242", "424242424242")
        await house.turns.submit(incoming)
    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"424242424242" not in raw


async def test_a_return_code_finds_its_learner_however_it_is_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as house:
        learner = await house.take(WEB, "alice", "1", Said(text="hello"))
        code = await house.return_code(learner)
        assert await house.return_code(learner) == code
        assert await house.find_by_code(f" {code.lower().replace('-', ' ')} ") == learner
        assert await house.find_by_code("WRONG-CODE2") is None
        await house.attach(learner, WEB, "another browser")
        assert await house.find(WEB, "another browser") == learner
        await house.detach(WEB, "another browser")
        assert await house.find(WEB, "another browser") is None
        assert await house.find(WEB, "alice") == learner
