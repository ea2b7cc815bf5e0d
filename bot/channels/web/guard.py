"""What a request must show before it is heard, and how often it may try."""

import hmac
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.channels.web.session import Cookies

LARGEST_FORM = 64 * 1024
_FIELDS = 20

Form = dict[str, str]


async def read_form(request: Request) -> Form:
    """The fields of a plain form, never more than a little memory, without characters no text has."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            raise HTTPException(413)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        raise HTTPException(400) from None
    return {name: _clean(value) for name, value in pairs}


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def check_origin(request: Request, public_url: str | None) -> None:
    """Refuse what another site's page sends.

    Our own no-referrer policy makes browsers write `Origin: null` on plain forms, so null proves nothing either way:
    the token of the form decides there.
    """
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise HTTPException(403)
    origin = request.headers.get("origin", "null")
    if origin != "null" and urlsplit(origin).netloc not in _own_hosts(request, public_url):
        raise HTTPException(403)


def _own_hosts(request: Request, public_url: str | None) -> set[str]:
    return {request.headers.get("host", "")} | ({urlsplit(public_url).netloc} if public_url else set())


def check_csrf(request: Request, form: Form, cookies: Cookies) -> str:
    """The visitor's token, when the form was made for the cookie that came with it."""
    token = cookies.read(request)
    shown = request.headers.get("x-csrf") or form.get("csrf", "")
    if token is None or not hmac.compare_digest(shown.encode(), cookies.csrf(token).encode()):
        raise HTTPException(403)
    return token


@dataclass
class Bucket:
    """Tokens that come back with time, up to a number."""

    size: float
    per_second: float
    now: Callable[[], float] = time.monotonic
    left: float = field(init=False)
    since: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.since = self.size, self.now()

    def has(self) -> bool:
        now = self.now()
        self.left = min(self.size, self.left + (now - self.since) * self.per_second)
        self.since = now
        return self.left >= 1

    def spend(self) -> None:
        self.left -= 1


@dataclass
class Attempts:
    """Wrong return codes: few for one browser, and a limit in all, since a browser can forget its cookie."""

    each: int = 6
    in_all: int = 300
    remembered: int = 10_000
    now: Callable[[], float] = time.monotonic
    _visitors: OrderedDict[str, Bucket] = field(default_factory=OrderedDict, init=False)
    _all: Bucket = field(init=False)

    def __post_init__(self) -> None:
        self._all = Bucket(self.in_all, self.in_all / 600, self.now)

    def allowed(self, token: str) -> bool:
        return self._all.has() and self._bucket(token).has()

    def failed(self, token: str) -> None:
        self._all.spend()
        self._bucket(token).spend()

    def _bucket(self, token: str) -> Bucket:
        bucket = self._visitors.setdefault(token, Bucket(self.each, 1 / 30, self.now))
        self._visitors.move_to_end(token)
        if len(self._visitors) > self.remembered:
            self._visitors.popitem(last=False)
        return bucket
