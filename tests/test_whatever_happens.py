"""Whatever people do, in whatever order: no exception, and a challenge is never more than three events away."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bot.wording import Wording
from flows.learner import Asking
from flows.messages import Chose, Edited, Elapsed, Left, Said, Sent, Started
from tests.transcript import Conversation
from tests.worlds import library

SEQUENCES = 10_000
SHARES = 4  # so that several processes take one each
WORDING = Wording.load()
PHRASES = sorted({phrase for book in library().lexicons.values() for phrase in book.phrases})
COMMANDS = sorted({f"/{name}" for book in library().lexicons.values() for name in book.commands})
WISHES = sorted({wish.partition(" ")[0] for book in library().lexicons.values() for wish in book.commands.values()})
ARGUMENTS = ["", " 1", " 1!", " any!", " 1.2", " 9.9", " 1.2 fichier", " en", " fr", " tu", " vous", " x y z", " ٣"]
ANSWERS = ["A", "b", "2", "the third", "14", "14 h", "4 GB", "8", "loop", "boucle", "skip", "Paris", "12 ans", "?"]

words = st.one_of(st.sampled_from(PHRASES), st.sampled_from(COMMANDS), st.sampled_from(ANSWERS), st.text(max_size=40))
options = st.one_of(
    st.sampled_from(["A", "B", "C", "Z", "unknown", "hint", "start", "place", "practise", "try", "erase", "keep"]),
    st.sampled_from(["skip", "adult", "key", "back", "Europe/Paris"]),
    st.builds(lambda wish, arg: f"/{wish}{arg}", st.sampled_from(WISHES), st.sampled_from(ARGUMENTS)),
    st.text(max_size=20),
)
sent = st.sampled_from(["sticker", "voice", "photo", "file", "video", "place", "contact", "other"])
seen = st.tuples(st.just("button"), st.integers(0, 2), st.integers(0, 7))  # as most people do: what is in sight
forged = st.tuples(st.just("forged"), st.integers(0, 3), options)
events: st.SearchStrategy[object] = st.one_of(
    seen,
    seen,
    seen,
    seen,
    words.map(lambda text: Said(text=text)),
    st.sampled_from(ANSWERS).map(lambda text: Said(text=text)),
    forged,
    sent.map(lambda what: Sent.model_validate({"what": what})),
    st.just(Edited(text="x")),
    st.just(Left()),
    st.builds(Started, payload=st.text(max_size=8), language=st.sampled_from(["fr", "en", "de", ""])),
    st.sampled_from([Elapsed(timer="sitting"), Elapsed(timer="nothing of ours")]),
    st.integers(1, 900_000),  # seconds that pass
)

# A conversation that has gone on for a while before anything odd happens.
begun = st.lists(
    st.sampled_from([("button", 0, 0), Said(text="/continue"), Said(text="idk"), Said(text="14")]), max_size=12
)


def play(conversation: Conversation, happening: object) -> None:
    match happening:
        case int() as seconds:
            conversation.now += timedelta(seconds=seconds)
        case ("button", int() as back, int() as place):
            if len(conversation.shown) > back:
                number, buttons = conversation.shown[-1 - back]
                conversation.take(Chose(prompt=number, option=buttons[place % len(buttons)].option))
        case ("forged", int() as back, str() as option):
            conversation.take(Chose(prompt=max(0, conversation.learner.number - back), option=option))
        case event:
            conversation.take(event)  # type: ignore[arg-type]


def reaches_a_challenge(conversation: Conversation) -> bool:
    """Within three events, by saying "continue"."""
    for _attempt in range(3):
        conversation.now += timedelta(seconds=5)
        conversation.take(Said(text="/continue"))
        if isinstance(conversation.learner.pending, Asking):
            return True
    return False


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.timeout(600)
def test_whatever_happens_a_challenge_is_never_more_than_three_events_away(share: int) -> None:
    @seed(share)
    @settings(max_examples=SEQUENCES // SHARES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(begun, st.lists(events, min_size=4, max_size=30))
    def whatever(before: list[object], after: list[object]) -> None:
        conversation = Conversation(WORDING)
        for happening in (*before, *after):
            play(conversation, happening)
        assert reaches_a_challenge(conversation)

    whatever()


def test_every_answer_leaves_one_response_for_each_prompt() -> None:
    @settings(max_examples=300, deadline=None, derandomize=True, database=None)
    @given(begun, st.lists(events, max_size=30))
    def whatever(before: list[object], after: list[object]) -> None:
        conversation = Conversation(WORDING)
        for happening in (*before, *after):
            play(conversation, happening)
        standing = [response.prompt for response in conversation.responses if not response.retracted]
        assert len(standing) == len(set(standing))

    whatever()
