"""The browser chat as an application. Its composition root gives it a conversation, and closes its streams."""

from collections.abc import Awaitable, Callable
from functools import partial

import fontpkg_atkinson_hyperlegible
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.web import pages, posts, stream
from bot.channels.web.headers import Headers
from bot.channels.web.look import STATIC, Look
from bot.channels.web.session import Cookies
from bot.channels.web.site import Site, WebSettings
from bot.conversation import Conversation

__all__ = ["WebSettings", "create_app"]

Page = Callable[[Site, Request], Awaitable[Response]]


def create_app(conversation: Conversation, settings: WebSettings) -> Starlette:
    """`app.state.closing` is an `asyncio.Event`: set it when the server is told to stop, and open streams end."""
    secure = (settings.public_url or "").startswith("https:")
    site = Site(conversation, settings, Cookies(settings.secret_key, secure), Look(settings.say))
    app = Starlette(
        routes=[*_pages(site), *_static()],
        middleware=[Middleware(Headers)],
        exception_handlers={HTTPException: partial(_refused, site), Exception: partial(_broken, site)},
    )
    app.state.closing = site.closing
    return app


def _pages(site: Site) -> list[BaseRoute]:
    table: list[tuple[str, str, Page]] = [
        ("/", "GET", pages.chat),
        ("/start", "POST", posts.start),
        ("/say", "POST", posts.say),
        ("/stream", "GET", stream.stream),
        ("/poll", "GET", stream.poll),
        ("/picture/{at:int}.png", "GET", pages.picture),
        ("/document/{at:int}", "GET", pages.document),
        ("/my-code", "GET", pages.my_code),
        ("/return", "GET", pages.enter_code),
        ("/return", "POST", posts.come_back),
        ("/not-me", "GET", pages.not_me),
        ("/anew", "POST", posts.anew),
        ("/health", "GET", pages.health),
    ]
    return [Route(path, partial(page, site), methods=[method]) for path, method, page in table]


def _static() -> list[BaseRoute]:
    fonts = fontpkg_atkinson_hyperlegible.ROOT / "files"
    return [Mount("/static/fonts", StaticFiles(directory=fonts)), Mount("/static", StaticFiles(directory=STATIC))]


async def _refused(site: Site, request: Request, error: Exception) -> Response:
    return pages.trouble(site, request, error.status_code if isinstance(error, HTTPException) else 500)


async def _broken(site: Site, request: Request, _error: Exception) -> Response:
    return pages.trouble(site, request, 500)
