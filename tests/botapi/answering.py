"""answerCallbackQuery."""

from typing import Any

from .errors import circumstance, misuse
from .keyboards import check_url
from .reading import Arguments
from .values import Notice
from .world import World

MAX_NOTICE = 200  # documented
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(world: World, given: Arguments) -> Any:
    """A query that never was is a mistake; one that aged, or was answered before a crash, can happen to anybody."""
    text, url = given.find("text", str) or "", given.find("url", str)
    if len(text) > MAX_NOTICE:
        raise misuse("MESSAGE_TOO_LONG", f"{len(text)} of {MAX_NOTICE} characters")
    if url:
        check_url(url)
    press = world.presses.get(given.need("callback_query_id", str))
    if press is None:
        raise misuse(TOO_OLD)
    if press.answered or world.settings.clock() - press.at > world.settings.query_lifetime:
        raise circumstance(400, f"Bad Request: {TOO_OLD}")
    press.answered = True
    if text:
        notice = Notice(text, bool(given.find("show_alert", bool)))
        world.notices.setdefault(press.person_id, []).append(notice)
    return True
