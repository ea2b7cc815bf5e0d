"""Who is this browser? A long random token in a signed cookie; what a page proves is derived from it."""

import secrets
from dataclasses import dataclass

from itsdangerous import BadSignature, Signer, TimestampSigner
from starlette.requests import Request
from starlette.responses import Response

YEAR = 365 * 24 * 3600


def fresh_token() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Cookies:
    secret_key: str
    secure: bool

    @property
    def name(self) -> str:
        # The prefix makes browsers refuse such a cookie from a neighbouring subdomain.
        return "__Host-declic" if self.secure else "declic"

    def read(self, request: Request) -> str | None:
        """The token, when the cookie is ours and younger than a year."""
        try:
            return self._signer.unsign(request.cookies.get(self.name, ""), max_age=YEAR).decode()
        except BadSignature:
            return None

    def write(self, response: Response, token: str) -> None:
        response.set_cookie(
            self.name,
            self._signer.sign(token).decode(),
            max_age=YEAR,
            httponly=True,
            samesite="lax",
            secure=self.secure,
        )

    def csrf(self, token: str) -> str:
        """What a form must bring along: only a page made for this cookie has it."""
        return self._derived(token, "csrf")

    def page(self, token: str) -> str:
        """A name for the page's owner that may stand in an address: it tells when another tab changed the cookie."""
        return self._derived(token, "page")[:16]

    @property
    def _signer(self) -> TimestampSigner:
        return TimestampSigner(self.secret_key, salt="declic.web.cookie")

    def _derived(self, token: str, purpose: str) -> str:
        return Signer(self.secret_key, salt=f"declic.web.{purpose}").get_signature(token).decode()
