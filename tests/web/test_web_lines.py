"""The log as it is shown."""

from bot.body import Amendment, Body, Heard, Message, Press
from bot.channels.web.lines import fold
from bot.conversation import Entry


def entries(*bodies: Body) -> list[Entry]:
    return [Entry(at, body) for at, body in enumerate(bodies, 1)]


def asked(number: int, *labels: str) -> Message:
    buttons = (tuple(Press(label=label, option=label) for label in labels),)
    return Message(text=f"Question {number}", buttons=buttons, number=number, expects="choice")


def front(*rows: tuple[str, ...], expects: str = "") -> list[str]:
    buttons = tuple(tuple(Press(label=option, option=option) for option in row) for row in rows)
    message = Message.model_validate({"text": "", "buttons": buttons, "number": 1, "expects": expects})
    [line] = fold(entries(message))
    return [button.label for row in line.buttons for button in row if button.front]


def test_a_changed_message_reads_as_changed_and_has_no_buttons() -> None:
    lines = fold(entries(asked(1, "A"), Heard(text="A"), Amendment(number=1, text="Votre réponse : A")))
    assert [(line.text, line.buttons, line.waits) for line in lines] == [
        ("Votre réponse : A", (), False),
        ("A", (), False),
    ]


def test_of_a_question_asked_twice_the_newest_changes_and_both_lose_their_buttons() -> None:
    first, other, again = fold(entries(asked(1, "A"), asked(2, "B"), asked(1, "A"), Amendment(number=1, text="Fait")))
    assert (first.text, again.text) == ("Question 1", "Fait")
    assert (first.buttons, again.buttons) == ((), ())
    assert other.waits
    assert other.buttons


def test_a_change_of_what_is_no_longer_shown_changes_nothing() -> None:
    [line] = fold(entries(asked(2, "A"), Amendment(number=1, text="Fait"), Amendment(number=0, text="Rien")))
    assert line.text == "Question 2"


def test_answers_stand_out_among_side_ways() -> None:
    assert front(("A", "B"), ("unknown", "/report"), expects="choice") == ["A", "B"]
    assert front(("/continue", "/lesson"), ("/menu",)) == ["/continue"]
    assert front(("unknown", "/report"), expects="text") == []
    assert front(("start",), ("/tone tu", "/language en")) == ["start"]
