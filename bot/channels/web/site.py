"""What every page shares: the conversation, the settings, and how things look."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.requests import Request

from bot.body import Drawing
from bot.channels.web.guard import Attempts
from bot.channels.web.look import Look
from bot.channels.web.session import Cookies
from bot.conversation import Conversation
from flows.wording import Words

CHANNEL = "web"


@dataclass(frozen=True)
class WebSettings:
    """`say` translates; `picture` draws. `language_of` gives a learner's language, where the device's is not enough."""

    secret_key: str
    public_url: str | None
    say: Callable[[str, Words], str]
    picture: Callable[[Drawing], Awaitable[bytes]]
    language_of: Callable[[str], Awaitable[str | None]] | None = None


@dataclass(frozen=True)
class Site:
    conversation: Conversation
    settings: WebSettings
    cookies: Cookies
    look: Look
    attempts: Attempts = field(default_factory=Attempts)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def learner(self, token: str | None) -> str | None:
        return await self.conversation.find(CHANNEL, token) if token else None

    async def language(self, request: Request, learner: str | None) -> str:
        """The learner's own language once there is a learner, else the device's."""
        known = await self.settings.language_of(learner) if learner and self.settings.language_of else None
        return known or device_language(request)


def device_language(request: Request) -> str:
    """French or English, as `Accept-Language` prefers; French for a browser that says nothing."""
    wishes = [_wish(part) for part in request.headers.get("accept-language", "").split(",") if part.strip()]
    liked = [language for weight, language in sorted(wishes, reverse=True, key=lambda w: w[0]) if weight > 0]
    offered = [language for language in liked if language in ("fr", "en")]
    if offered:
        return offered[0]
    return "fr" if not liked or "*" in liked else "en"


def _wish(part: str) -> tuple[float, str]:
    name, _, weight = part.partition(";")
    try:
        value = float(weight.partition("=")[2] or 1)
    except ValueError:
        value = 0
    return value, name.strip().partition("-")[0].lower()
