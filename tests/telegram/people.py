"""What a learner does and sees, found by what buttons are for and not by what they say: wording may move."""

from collections.abc import Callable
from typing import Any

from content.variant import ChoiceKey, Key, NumberKey
from flows.learner import Prompt
from tests.botapi import Message, User


def options(message: Message) -> tuple[str, ...]:
    """What its buttons ask for: `A`, `unknown`, `/continue`."""
    return tuple(_option(button.data) for row in message.buttons for button in row if button.data)


def number(message: Message) -> int:
    """The prompt its buttons belong to; 0 for none."""
    return next((int(button.data.partition(":")[0]) for row in message.buttons for button in row if button.data), 0)


def offers(*wanted: str) -> Callable[[Message], bool]:
    return lambda message: set(wanted) <= set(options(message))


is_challenge = offers("unknown")
is_feedback = offers("/continue", "/report")


def press(user: User[Any], option: str) -> str:
    """The newest button that asks for it."""
    for message in reversed(user.messages):
        for row in message.buttons:
            for button in row:
                if button.data and _option(button.data) == option:
                    return user.presses_data(message.message_id, button.data)
    raise AssertionError(f"nothing offers {option}\n{user.transcript()}")


def answer(user: User[Any], prompt: Prompt, *, right: bool) -> None:
    """The right answer or a wrong one: by button where there are options, in words where there are none."""
    key = prompt.variant.key
    if isinstance(key, ChoiceKey):
        press(user, letter(key, right=right))
    else:
        user.says(written(key) if right else "987654321")


def letter(key: ChoiceKey, *, right: bool) -> str:
    return next("ABCDEFGH"[at] for at, option in enumerate(key.options) if option.right is right)


def written(key: Key) -> str:
    """The right answer as it is typed."""
    match key:
        case ChoiceKey():
            return letter(key, right=True)
        case NumberKey():
            return key.value
        case _:
            return key.accepts[0]


def _option(data: str) -> str:
    return data.partition(":")[2]
