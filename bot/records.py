"""The rows that a batch of turns writes, one list a table."""

from typing import TYPE_CHECKING

from bot.storage import account, identities, inbox, learners, log, outbox, posts, reports, responses, timers
from bot.storage.database import Statements, stamp
from flows.messages import Elapsed
from flows.steps import Step

if TYPE_CHECKING:
    from bot.turn import Incoming


class Rows:
    def __init__(self, now: str) -> None:
        self.now = now
        self.heard = ""  # what the learner said in the turn being added, as a body of the log
        self.learners: set[str] = set()
        self.posted = False
        self._states: list[tuple[str, int, str, str, str, str]] = []
        self._inbox: list[tuple[str, str, str]] = []
        self._responses: list[tuple[str, int, int, str, str, str, bool, str]] = []
        self._timers: list[tuple[str, str, str]] = []
        self._cancelled: list[tuple[str, str]] = []
        self._outbox: list[tuple[str, int, int, str, int, str, str | None, str]] = []
        self._log: list[tuple[str, int, int, str, str, str]] = []
        self._posts: list[tuple[str, str, int, int, str, str]] = []
        self._reports: list[tuple[str, int, int, str, str, str]] = []
        self._erased: list[tuple[str, str]] = []

    def add(
        self, incoming: "Incoming", version: int, channel: str, state: str, step: Step, bodies: list[str], pushed: bool
    ) -> None:
        """All that one turn leads to. Its rows are keyed by learner, version and position."""
        learner, turn = incoming.learner, version + 1
        self.learners.add(learner)
        if step.learner is None:
            self._erased.append((learner, channel))
            self.heard = ""  # nor is their last word kept
            self._reply(learner, turn, channel, bodies if pushed else [], pushed)
            return
        self._states.append((learner, turn, channel, state, self.now, self.now))
        self._inbox.append((learner, incoming.source, self.now))
        self._reply(learner, turn, channel, bodies, pushed)
        if isinstance(incoming.event, Elapsed):
            self._cancelled.append((learner, incoming.event.timer))
        for timer in step.timers:
            if timer.due is None:
                self._cancelled.append((learner, timer.name))
            else:
                self._timers.append((learner, timer.name, stamp(timer.due)))
        for at, response in enumerate(step.responses):
            body = response.model_dump_json()
            self._responses.append(
                (learner, turn, at, stamp(response.at), response.family, response.competence, response.counts, body)
            )
        for at, post in enumerate(step.posts):
            self.posted = True
            self._posts.append((post.learner, learner, turn, at, post.event.model_dump_json(), self.now))
        for at, report in enumerate(step.reports):
            self._reports.append((learner, turn, at, stamp(report.at), report.family, report.model_dump_json()))

    def apologise(self, incoming: "Incoming", version: int, channel: str, state: str, body: str, pushed: bool) -> None:
        """A turn that failed: its event is taken so that it is not repeated for ever, and the learner is told."""
        learner = incoming.learner
        self.learners.add(learner)
        self._inbox.append((learner, incoming.source, self.now))
        self._states.append((learner, version + 1, channel, state, self.now, self.now))
        self._reply(learner, version + 1, channel, [body], pushed)

    def _reply(self, learner: str, turn: int, channel: str, bodies: list[str], pushed: bool) -> None:
        if pushed:
            self._outbox += [
                (learner, turn, at, channel, outbox.REPLY, body, None, self.now) for at, body in enumerate(bodies)
            ]
            return
        said = [self.heard, *bodies] if self.heard else bodies
        self._log += [(learner, turn, at, channel, body, self.now) for at, body in enumerate(said)]
        self.heard = ""

    async def write(self, db: Statements) -> None:
        """One statement a table. What is erased is erased first, its farewell then carries the address it needs."""
        farewells = {}
        for learner, channel in self._erased:
            farewells[learner] = await identities.address(db, learner, channel)
            await account.erase(db, learner)
        self._outbox = [(*row[:6], farewells.get(row[0], row[6]), row[7]) for row in self._outbox]
        await learners.save(db, self._states)
        await inbox.add(db, self._inbox)
        await timers.cancel(db, self._cancelled)
        await timers.put(db, self._timers)
        await responses.add(db, self._responses)
        await outbox.add(db, self._outbox)
        await log.add(db, self._log)
        await posts.add(db, self._posts)
        await reports.add(db, self._reports)
