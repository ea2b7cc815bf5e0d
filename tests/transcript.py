"""Conversations as text: what the learner does, what the tutor answers.

    language: fr            how the conversation begins
    > [A]                   the button with that label, on the newest message that has it
    > some words            words
    > (sticker)             something that is not text
    > (edited) some words   an earlier message changed
    > (press) 3:A           callback data, as an old or forged button sends it
    + 8d                    time passes (s, m, h, d); timers come due
    anything else           the tutor's answer

The state is stored and loaded again between any two turns. A file under `transcripts/` is compared whole; with
REWRITE=1 it is written anew from its learner's lines.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.body import Amendment, Attachment, Body, Drawing, Message, Press
from bot.wording import Wording
from flows import codec, dialogue
from flows.learner import Learner
from flows.messages import Chose, Edited, Elapsed, Event, Response, Said, Sent, Started
from flows.world import World
from tests.worlds import START, library

_SPANS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_SENT = {"sticker", "voice", "photo", "file", "video"}


@dataclass
class Conversation:
    """One learner of the small world, spoken to by lines."""

    wording: Wording
    now: datetime = START
    version: int = 0
    state: str = field(default_factory=lambda: codec.dump(Learner()))
    timers: dict[str, datetime] = field(default_factory=dict)
    responses: list[Response] = field(default_factory=list)
    shown: list[tuple[int, tuple[Press, ...]]] = field(default_factory=list)  # (number, buttons), newest last
    erased: bool = False

    @property
    def learner(self) -> Learner:
        return codec.load(self.state)

    def do(self, line: str) -> list[str]:
        """One line of the learner's, and the lines of the answer."""
        if line.startswith("+ "):
            return self._pass(line[2:])
        return self.take(self._event(line.removeprefix("> ")))

    def take(self, event: Event) -> list[str]:
        learner = self.learner
        step = dialogue.step(learner, event, World(self.now, 1000 + self.version, library()))
        self.version += 1
        self.now += timedelta(seconds=20)
        for timer in step.timers:
            if timer.due:
                self.timers[timer.name] = timer.due
            else:
                self.timers.pop(timer.name, None)
        self.responses += step.responses
        self.erased = step.learner is None
        language = step.learner.language if step.learner else learner.language
        self.state = codec.dump(step.learner or Learner())
        said: list[str] = []
        for reply in step.replies:
            said += self._show(self.wording.body(language, reply))
        return said

    def _show(self, body: Body) -> list[str]:
        match body:
            case Message():
                return self._with_buttons(body.text, body.number, body.buttons)
            case Drawing():
                return self._with_buttons(f"(picture)\n{body.caption}", 0, body.buttons)
            case Amendment():
                return [f"(message {body.number} now ends) {body.text.splitlines()[-1]}"]
            case Attachment():
                return [f"({body.name}) {body.caption}"]
        raise AssertionError(f"a flow never says {body}")

    def _with_buttons(self, text: str, number: int, rows: tuple[tuple[Press, ...], ...]) -> list[str]:
        flat = tuple(press for row in rows for press in row)
        if flat:
            self.shown.append((number, flat))
        return [*text.splitlines(), *(" ".join(f"[{press.label}]" for press in row) for row in rows)]

    def _event(self, said: str) -> Event:
        if found := re.fullmatch(r"\[(.+)\]", said):
            return self.press(found[1])
        if found := re.fullmatch(r"\(edited\) (.*)", said):
            return Edited(text=found[1])
        if found := re.fullmatch(r"\(press\) (\d+):(.*)", said):
            return Chose(prompt=int(found[1]), option=found[2])
        if (found := re.fullmatch(r"\((\w+)\)", said)) and found[1] in _SENT:
            return Sent.model_validate({"what": found[1]})
        if found := re.fullmatch(r"/start ?(\w*)", said):
            return Started(payload=found[1], language=self.device)
        return Said(text=said)

    device: str = "fr"

    def press(self, label: str) -> Chose:
        """The newest button of that label."""
        for number, buttons in reversed(self.shown):
            for press in buttons:
                if press.label == label:
                    return Chose(prompt=number, option=press.option)
        raise AssertionError(f"no button [{label}] in sight")

    def _pass(self, span: str) -> list[str]:
        """Time passes, and timers come due on the way, the earliest first."""
        found = re.fullmatch(r"(\d+)([smhd])", span)
        assert found, span
        until = self.now + timedelta(**{_SPANS[found[2]]: int(found[1])})
        said: list[str] = []
        while due := [(at, name) for name, at in self.timers.items() if at <= until]:
            at, name = min(due)
            self.now = max(self.now, at)
            del self.timers[name]
            said += self.take(Elapsed(timer=name))
        self.now = max(self.now, until)
        return said


def play(text: str, wording: Wording) -> str:
    """The whole conversation, from the learner's lines of a transcript."""
    first, *lines = text.splitlines()
    conversation = Conversation(wording, device=first.removeprefix("language: "))
    played = [first]
    for line in lines:
        if line.startswith(("> ", "+ ", "# ")):
            played += [line] if line.startswith("# ") else [line, *conversation.do(line)]
    return "\n".join(played) + "\n"
