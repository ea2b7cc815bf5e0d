"""The log as it grows: server-sent events from a cursor, or the same as JSON where a proxy holds events back."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.channels.web.lines import line
from bot.channels.web.look import html_language
from bot.channels.web.site import CHANNEL, Site
from bot.conversation import Entry

HEARTBEAT = 15.0
# Some proxies and filters pass nothing on before a few kilobytes have come.
_OPENING = f": {' ' * 2048}\n\nevent: hello\ndata: {{}}\n\n"
_GONE = "event: gone\ndata: {}\n\n"
_CHANGED = "event: changed\ndata: {}\n\n"
_ALIVE = ": alive\n\n"

Feed = dict[str, int | str]


async def stream(site: Site, request: Request) -> Response:
    token = _visitor(site, request)
    headers = {"X-Accel-Buffering": "no"}
    events = _one(_CHANGED) if _changed(site, request, token) else _events(site, request, token)
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


async def poll(site: Site, request: Request) -> Response:
    token = _visitor(site, request)
    if _changed(site, request, token):
        raise HTTPException(403)
    learner = await site.learner(token)
    if learner is None:
        return Response(status_code=410)
    entries = await site.conversation.log(learner, CHANNEL, _cursor(request))
    return JSONResponse({"entries": await _feed(site, request, token, learner, entries)})


async def _one(event: str) -> AsyncIterator[str]:
    yield event


async def _events(site: Site, request: Request, token: str) -> AsyncIterator[str]:
    cursor = _cursor(request)
    yield _OPENING
    while not site.closing.is_set():
        learner = await site.learner(token)
        if learner is None:
            yield _GONE
            return
        entries = await _news(site, learner, cursor)
        for feed in await _feed(site, request, token, learner, entries):
            yield f"id: {feed['at']}\ndata: {json.dumps(feed, ensure_ascii=False)}\n\n"
        if not entries:
            yield _ALIVE
        cursor = entries[-1].at if entries else cursor


async def _news(site: Site, learner: str, cursor: int) -> list[Entry]:
    """What comes within a heartbeat; nothing as soon as the house closes."""
    news = asyncio.ensure_future(site.conversation.news(learner, CHANNEL, cursor, HEARTBEAT))
    closing = asyncio.ensure_future(site.closing.wait())
    try:
        await asyncio.wait({news, closing}, return_when=asyncio.FIRST_COMPLETED)
        return news.result() if news.done() else []
    finally:
        for task in (news, closing):
            task.cancel()
        await asyncio.gather(news, closing, return_exceptions=True)


async def _feed(site: Site, request: Request, token: str, learner: str, entries: list[Entry]) -> list[Feed]:
    if not entries:
        return []
    language = await site.language(request, learner)
    csrf = site.cookies.csrf(token)
    return [_shown(site, entry, language, csrf) for entry in entries]


def _shown(site: Site, entry: Entry, language: str, csrf: str) -> Feed:
    new = line(entry)
    html = site.look.line(new, language, csrf)
    return {"at": new.at, "number": new.number, "kind": new.kind, "lang": html_language(language), "html": html}


def _visitor(site: Site, request: Request) -> str:
    token = site.cookies.read(request)
    if token is None:
        raise HTTPException(403)
    return token


def _changed(site: Site, request: Request, token: str) -> bool:
    """Another tab took another cookie meanwhile: what comes now is not for the page that asks."""
    page = request.query_params.get("page")
    return page is not None and page != site.cookies.page(token)


def _cursor(request: Request) -> int:
    """Where the reader stands: what the browser repeats when it reconnects, else what the page asked for."""
    try:
        return max(0, int(request.headers.get("last-event-id") or request.query_params.get("after") or 0))
    except ValueError:
        return 0
