"""Whole conversations: the program in a process of its own, the real client, HTTP."""

import itertools
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.markup import bare
from content.variant import ChoiceKey
from flows.learner import Prompt
from tests.botapi import Message, Settings, ThreadServer, User, serve_in_thread
from tests.botapi.images import size
from tests.telegram.people import answer, is_challenge, is_feedback, number, offers, options, press
from tests.telegram.program import Program, started
from tests.telegram.stored import Stored, standing

IDS = itertools.count(1001)
PATIENCE = 15.0  # seconds: a chat is written to once a second, and the machine may be busy
Person = User[Message]


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadServer]:
    with serve_in_thread(Settings(query_lifetime=60)) as running:
        yield running


@pytest.fixture(scope="module")
def program(server: ThreadServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with started(server, tmp_path_factory.mktemp("program")) as running:
        yield running


@pytest.fixture
def stored(program: Program) -> Stored:
    return Stored(program.database)


@pytest.fixture
def alice(server: ThreadServer, program: Program) -> Iterator[Person]:
    """A new learner each time. Whatever happens to her, the program breaks no rule and logs no trouble."""
    yield server.user(next(IDS), language_code="fr", first_name="Alice")
    assert server.violations == []
    assert program.complaints == []


class Seat:
    """A learner who is asked a challenge, and what is stored of it."""

    def __init__(self, user: Person, stored: Stored) -> None:
        self.user, self._stored = user, stored

    def begin(self) -> Message:
        """The first challenge of a placement, asked for at once."""
        self.user.says("/positionnement")
        return self.sees(is_challenge)

    def sees(self, wanted: object) -> Message:
        assert callable(wanted)
        return self.user.sees(wanted, within=PATIENCE)

    @property
    def asked(self) -> Prompt:
        return self._stored.asked(self.user.id)

    @property
    def outcomes(self) -> list[str]:
        return [response.outcome for response in self._stored.responses(self.user.id)]


@pytest.fixture
def seat(alice: Person, stored: Stored) -> Seat:
    return Seat(alice, stored)


# The first minute


@pytest.mark.parametrize(("device", "spoken", "other"), [("fr", "fr", "en"), ("en", "en", "fr"), ("de", "en", "fr")])
def test_the_first_words_are_in_the_language_of_the_device(
    server: ThreadServer, program: Program, stored: Stored, device: str, spoken: str, other: str
) -> None:
    learner = server.user(next(IDS), language_code=device)
    learner.says("/start")
    hello = learner.sees(offers("start"), within=PATIENCE)
    assert f"/language {other}" in options(hello)
    assert stored.learner(learner.id).language == spoken
    assert server.violations == []
    assert program.complaints == []


def test_three_presses_lead_to_the_first_challenge(seat: Seat) -> None:
    seat.user.says("/start")
    assert seat.sees(offers("start")).text.startswith("Bonjour")
    press(seat.user, "start")
    seat.sees(offers("place", "practise", "try"))
    press(seat.user, "place")
    challenge = seat.sees(is_challenge)
    assert number(challenge) == seat.asked.number
    assert seat.asked.variant.language == "fr"
    assert seat.user.unanswered == []


def test_commands_are_published_for_each_language_in_private_chats(server: ThreadServer, program: Program) -> None:
    private = '{"type": "all_private_chats"}'
    published = {language: dict(commands) for (_, language), commands in server.profile.commands.items()}
    assert set(server.profile.commands) == {(private, ""), (private, "fr")}
    assert {"continuer", "profil", "donnees", "confidentialite", "aide", "stop"} <= set(published["fr"])
    assert {"continue", "profile", "data", "privacy", "help", "stop"} <= set(published[""])
    assert set(server.profile.descriptions) == set(server.profile.short_descriptions) == {"", "fr"}
    assert program.complaints == []
    assert server.violations == []


# Challenges


def test_a_placement_goes_on_by_buttons_by_words_and_by_i_do_not_know(seat: Seat) -> None:
    seat.begin()
    first = seat.asked
    answer(seat.user, first, right=True)
    told = seat.sees(is_feedback)
    assert "/undo" not in options(told)  # nothing to take back from a right answer
    press(seat.user, "/continue")
    seat.sees(is_challenge)
    second = seat.asked
    seat.user.says("b" if isinstance(second.variant.key, ChoiceKey) else "987654321")
    seat.sees(is_feedback)
    press(seat.user, "/continue")
    seat.sees(is_challenge)
    seat.user.says("Je ne sais pas")
    seat.sees(is_feedback)
    assert seat.outcomes[::2] == ["right", "unknown"]
    assert len(seat.outcomes) == 3
    assert len({first.variant.family, second.variant.family}) == 2


def test_an_answered_question_says_what_was_answered_and_has_no_buttons_left(seat: Seat) -> None:
    asked = seat.begin()
    press(seat.user, "unknown")
    closed = seat.sees(lambda message: message.edited and message.message_id == asked.message_id)
    assert closed.buttons == ()
    assert closed.text.partition("\n\n")[0] in asked.text
    feedback = seat.sees(is_feedback)
    assert feedback.message_id > asked.message_id
    assert seat.outcomes == ["unknown"]


def test_a_button_pressed_twice_counts_once(seat: Seat) -> None:
    seat.begin()
    press(seat.user, "unknown")
    press(seat.user, "unknown")
    seat.sees(is_feedback)
    seat.sees(offers("/continue"))  # "that answer is already noted"
    assert seat.outcomes == ["unknown"]
    assert seat.user.unanswered == []


@pytest.mark.parametrize("data", ["1:start", "999:A", "1:Z", "no number at all", "٣:A", "1:/nonsense"])
def test_an_old_or_forged_button_is_answered_and_counts_for_nothing(seat: Seat, data: str) -> None:
    challenge = seat.begin()
    query = seat.user.presses_data(challenge.message_id, data)
    seat.sees(lambda message: bool(message.buttons))
    assert seat.outcomes == []
    assert seat.asked.number == number(challenge)
    assert query not in seat.user.unanswered


def test_what_is_no_answer_leads_back_to_the_question(seat: Seat) -> None:
    """A sticker, a voice, a photo, a file, an earlier message changed."""
    first = seat.user.says("/positionnement")
    question = seat.sees(is_challenge)
    seat.user.sends_sticker()
    seat.sees(is_challenge)
    seat.user.sends_voice()
    seat.sees(is_challenge)
    seat.user.sends_photo()
    seat.sees(is_challenge)
    seat.user.sends_document("devoir.pdf", b"%PDF-1.7")
    seat.sees(is_challenge)
    seat.user.edits(first, "A")
    assert number(seat.sees(is_challenge)) == number(question)
    assert seat.outcomes == []


def test_stopping_loses_nothing(seat: Seat) -> None:
    question = seat.begin()
    seat.user.says("/stop")
    seat.sees(offers("/continue", "/profile"))
    time.sleep(2)  # sooner, it is the second half of a double press
    seat.user.says("continuer")
    assert number(seat.sees(is_challenge)) == number(question)


def test_the_age_band_is_asked_once_there_is_something_to_keep(seat: Seat, stored: Stored) -> None:
    seat.begin()
    press(seat.user, "unknown")
    seat.sees(is_feedback)
    seat.user.says("/stop")
    seat.sees(offers("under15", "15to17", "adult", "skip"))
    press(seat.user, "15to17")
    seat.sees(offers("/continue"))
    assert stored.learner(seat.user.id).age == "15to17"


# The profile


def test_the_profile_is_a_picture_and_the_same_facts_in_words(seat: Seat) -> None:
    seat.begin()
    press(seat.user, "unknown")
    seat.sees(is_feedback)
    seat.user.says("/profil")
    picture = seat.sees(lambda message: message.photo is not None)
    assert picture.photo is not None
    width, height = size(picture.photo)
    assert width >= 720
    assert height >= 720
    assert len(picture.caption.encode("utf-16-le")) // 2 <= 1024
    codes = [f"{domain}.{at}" for domain, most in enumerate((3, 4, 4, 3, 2), 1) for at in range(1, most + 1)]
    assert [code for code in codes if code not in picture.caption] == []
    assert "/why" in options(seat.sees(offers("/continue")))


# Practice


def test_practice_gives_one_hint_and_lets_a_slip_be_taken_back(seat: Seat, stored: Stored) -> None:
    seat.user.says("/entrainement")
    seat.sees(offers("/practice any!"))
    press(seat.user, "/practice any!")
    assert "hint" in options(seat.sees(is_challenge))
    press(seat.user, "hint")
    hinted = seat.sees(is_challenge)
    assert "hint" not in options(hinted)
    assert bare(seat.asked.variant.hint) in hinted.text
    first = seat.asked
    answer(seat.user, first, right=False)
    seat.sees(offers("/undo"))
    press(seat.user, "/undo")
    seat.sees(is_challenge)
    again = seat.asked
    assert (again.variant, again.number) == (first.variant, first.number + 1)
    answer(seat.user, again, right=True)
    seat.sees(is_feedback)
    responses = stored.responses(seat.user.id)
    assert standing(responses) == {again.number: 1}
    assert [response.counts for response in responses] == [False, False, False]
    assert [response.retracted for response in responses] == [False, True, False]


def test_the_lesson_on_what_was_missed_is_one_press_away(seat: Seat, stored: Stored) -> None:
    seat.begin()
    variant = seat.asked.variant
    about = f"{variant.competence} {variant.skill}"
    press(seat.user, "unknown")
    assert f"/lesson {about}" in options(seat.sees(is_feedback))
    press(seat.user, f"/lesson {about}")
    lesson = seat.sees(offers(f"/practice {variant.competence}", "/continue"))
    assert "bold" in {entity.type for entity in lesson.entities}
    assert list(stored.learner(seat.user.id).lessons) == [about]


def test_a_problem_is_reported_in_two_presses_and_the_challenge_goes_on(seat: Seat, stored: Stored) -> None:
    question = seat.begin()
    press(seat.user, "/report")
    seat.sees(offers("unclear", "back"))
    press(seat.user, "unclear")
    assert number(seat.sees(is_challenge)) == number(question)
    [(body,)] = stored.rows("select body from reports where learner = ?", stored.id(seat.user.id))
    assert json.loads(body)["reason"] == "unclear"
    assert json.loads(body)["family"] == seat.asked.variant.family


# Settings and data


def test_another_language_says_the_same_challenge_again(seat: Seat, stored: Stored) -> None:
    question = seat.begin()
    french = seat.asked.variant
    seat.user.says("/reglages")
    seat.sees(offers("/language", "/zone", "/tone tu"))
    press(seat.user, "/language")
    seat.sees(offers("/language en"))
    press(seat.user, "/language en")
    assert number(seat.sees(is_challenge)) == number(question)
    english = seat.asked.variant
    assert stored.learner(seat.user.id).language == "en"
    assert (english.language, english.family, english.seed) == ("en", french.family, french.seed)


def test_tu_and_a_time_zone_are_set_and_kept(seat: Seat, stored: Stored) -> None:
    seat.user.says("/ton tu")
    seat.sees(lambda message: True)
    seat.user.says("/fuseau")
    seat.sees(offers("Indian/Reunion", "skip"))
    seat.user.says("Montréal")
    seat.sees(offers("/continue"))
    learner = stored.learner(seat.user.id)
    assert (learner.language, learner.zone) == ("fr@tu", "America/Montreal")


# A program of one's own: what is asserted of the whole file, and of a stop


def test_data_is_exported_as_json_and_then_erased_to_the_last_row(tmp_path: Path) -> None:
    with serve_in_thread() as server, started(server, tmp_path) as program:
        seat = Seat(server.user(next(IDS), language_code="fr"), Stored(program.database))
        seat.begin()
        prompt = seat.asked
        press(seat.user, "unknown")
        seat.sees(is_feedback)
        _export_holds(_exported(seat), prompt)
        _erased(seat, Stored(program.database))
        assert server.violations == []
        assert program.complaints == []


def _exported(seat: Seat) -> bytes:
    seat.user.says("/donnees")
    seat.sees(offers("/export", "/erase"))
    press(seat.user, "/export")
    document = seat.sees(lambda message: message.document is not None).document
    seat.sees(offers("/continue"))
    assert document is not None
    assert document.name.endswith(".json")
    return document.data


def _export_holds(document: bytes, prompt: Prompt) -> None:
    whole = json.loads(document)
    [response] = whole["responses"]
    assert (response["body"]["prompt"], response["body"]["outcome"]) == (prompt.number, "unknown")
    assert response["body"]["family"] == prompt.variant.family
    assert whole["learners"][0]["state"]["language"] == "fr"


def _erased(seat: Seat, stored: Stored) -> None:
    learner = stored.id(seat.user.id)
    press(seat.user, "/erase")
    seat.sees(offers("erase", "keep"))
    press(seat.user, "erase")
    farewell = seat.sees(lambda message: not message.buttons)
    assert farewell.text
    _wait_until_sent(stored)
    assert learner not in stored.whole()
    assert [name for name, rows in stored.tables().items() if rows and name not in ("migrations", "inbox")] == []


def _wait_until_sent(stored: Stored) -> None:
    for _ in range(100):
        if not stored.number("select count(*) from outbox"):
            return
        time.sleep(0.05)
    raise AssertionError(f"never sent: {stored.rows('select body from outbox')}")


def test_whoever_erased_everything_is_a_stranger_when_they_come_back(tmp_path: Path) -> None:
    with serve_in_thread() as server, started(server, tmp_path) as program:
        stored = Stored(program.database)
        seat = Seat(server.user(next(IDS), language_code="fr"), stored)
        seat.begin()
        before = stored.id(seat.user.id)
        seat.user.says("/effacer")
        seat.sees(offers("erase"))
        press(seat.user, "erase")
        seat.sees(lambda message: not message.buttons)
        seat.user.says("/start")
        seat.sees(offers("start"))
        assert stored.id(seat.user.id) != before
        assert server.violations == []


def test_an_orderly_stop_repeats_nothing_and_the_conversation_goes_on(tmp_path: Path) -> None:
    with serve_in_thread() as server, started(server, tmp_path) as program:
        seats = [Seat(server.user(next(IDS), language_code="fr"), Stored(program.database)) for _ in range(8)]
        for seat in seats:
            seat.user.says("/positionnement")
        seats[0].sees(is_challenge)  # and the others are just being written to
        program.stop()
        program.start()
        for seat in seats:
            assert is_challenge(seat.user.messages[0] if seat.user.messages else seat.sees(is_challenge))
        _wait_until_sent(Stored(program.database))
        assert [len(seat.user.messages) for seat in seats] == [1] * len(seats)
        press(seats[0].user, "unknown")
        seats[0].sees(is_feedback)
        assert server.violations == []
        assert program.complaints == []
