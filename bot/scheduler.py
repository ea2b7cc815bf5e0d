"""One tick for all due times: what is due is leased and enters by the same door as everything else."""

import asyncio
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.house import House
from bot.storage import timers
from bot.storage.database import stamp
from bot.turn import Incoming
from flows.messages import Elapsed

_LEASE = timedelta(minutes=5)
_AT_ONCE = 200
_log = structlog.get_logger()


async def tick(house: House) -> int:
    """Take what is due now, and wait until it is durable. How many timers that was."""
    now = house.clock()
    if not await house.database.reading.one("select 1 from timers where due <= ? limit 1", (stamp(now),)):
        return 0
    async with house.database.transaction() as db:
        due = await timers.lease(db, stamp(now), stamp(now + _LEASE), _AT_ONCE)
    taken = [
        house.turns.submit(Incoming(f"timer:{name}:{at}", Elapsed(timer=name), learner=learner))
        for learner, name, at in due
    ]
    await asyncio.gather(*taken, return_exceptions=True)
    return len(due)


class Scheduler:
    def __init__(self, house: House, every: float = 1.0) -> None:
        self._house = house
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._scheduler.add_job(self._tick, "interval", seconds=every, max_instances=1, coalesce=True)
        soon = datetime.now(UTC) + timedelta(minutes=1)
        self._scheduler.add_job(house.prune, "interval", hours=6, next_run_time=soon, max_instances=1, coalesce=True)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def _tick(self) -> None:
        try:
            while await tick(self._house) == _AT_ONCE:
                pass
        except Exception as error:
            _log.error("tick", error=repr(error))
