"""Telegram's limits, kept by ourselves."""

from hypothesis import given
from hypothesis import strategies as st

from bot.limits import CHAT_BURST, GROUP, OVERALL, Limits


def send(limits: Limits, chats: list[str], steps: list[float]) -> list[tuple[float, str]]:
    """Everybody sends as soon as they may; the times at which they did."""
    now, sent = 0.0, []
    for chat, step in zip(chats, steps, strict=True):
        now += step
        wait = limits.wait(chat, now)
        now += wait
        assert limits.wait(chat, now) == 0.0 or limits.wait(chat, now) < 1e-9
        limits.count(chat, now)
        sent.append((now, chat))
    return sent


busy = st.lists(st.tuples(st.sampled_from(["1", "2", "3", "-9"]), st.floats(0, 0.5)), max_size=120)


@given(busy)
def test_no_second_ever_holds_more_than_thirty_in_all(chats: list[tuple[str, float]]) -> None:
    sent = send(Limits(), [chat for chat, _ in chats], [step for _, step in chats])
    times = [at for at, _ in sent]
    for start in times:
        assert sum(start <= at < start + 0.999 for at in times) <= OVERALL


@given(busy)
def test_a_private_chat_gets_one_a_second_after_a_short_burst(chats: list[tuple[str, float]]) -> None:
    sent = send(Limits(), [chat for chat, _ in chats], [step for _, step in chats])
    for who in ("1", "2", "3"):
        times = [at for at, chat in sent if chat == who]
        for first, start in enumerate(times):
            for last in range(first, len(times)):
                assert last - first + 1 <= CHAT_BURST + (times[last] - start) + 1e-6


@given(busy)
def test_a_group_gets_twenty_a_minute(chats: list[tuple[str, float]]) -> None:
    times = [at for at, chat in send(Limits(), [c for c, _ in chats], [s for _, s in chats]) if chat == "-9"]
    for start in times:
        assert sum(start <= at < start + 59.999 for at in times) <= GROUP


def test_a_refused_chat_waits_and_the_others_do_not() -> None:
    limits = Limits()
    limits.hold("1", until=10.0)
    assert limits.wait("1", 4.0) == 6.0
    assert limits.wait("2", 4.0) == 0.0
    limits.hold("", until=12.0)
    assert limits.wait("2", 4.0) == 8.0
