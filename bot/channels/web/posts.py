"""What is sent: words, presses, a beginning, a return code, a farewell. Forms get pages, our script a bare status."""

import hashlib
import re
import secrets

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from bot.channels.web.guard import Form, check_csrf, check_origin, read_form
from bot.channels.web.pages import chat_page, return_sheet
from bot.channels.web.sentences import LONGEST_TEXT, RETURN, too_long
from bot.channels.web.session import fresh_token
from bot.channels.web.site import CHANNEL, Site, device_language
from flows.messages import Chose, Event, Said, Started

_KEY = re.compile(r"[\w.-]{8,80}", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_LONGEST_LABEL = 300


async def _heard(site: Site, request: Request) -> tuple[str, Form]:
    """The visitor's token and the form, once both are believed."""
    check_origin(request, site.settings.public_url)
    form = await read_form(request)
    return check_csrf(request, form, site.cookies), form


async def start(site: Site, request: Request) -> Response:
    token, form = await _heard(site, request)
    event = Started(language=device_language(request))
    await site.conversation.take(CHANNEL, token, _key(token, form), event)
    return _done(request)


async def say(site: Site, request: Request) -> Response:
    token, form = await _heard(site, request)
    if await site.learner(token) is None:
        return _gone(request)  # erased meanwhile: words alone do not begin a new learner
    if len(form.get("text", "")) > LONGEST_TEXT:
        return await _too_long(site, request, token, form["text"])
    read = _event(form)
    if read is not None:
        event, heard = read
        await site.conversation.take(CHANNEL, token, _key(token, form), event, heard)
    return _done(request) if await site.learner(token) else _gone(request)


def _event(form: Form) -> tuple[Event, str] | None:
    """What was said or pressed, and how the log shows it. Nothing where only spaces were sent."""
    if "text" in form:
        text = form["text"].strip()
        return (Said(text=text), text) if text else None
    prompt, option, label = form.get("prompt", "0"), form.get("option", ""), form.get("label", "")
    if not _NUMBER.fullmatch(prompt) or not 0 < len(option) <= _LONGEST_LABEL or len(label) > _LONGEST_LABEL:
        raise HTTPException(400)
    return Chose(prompt=int(prompt), option=option), label or option


def _key(token: str, form: Form) -> str:
    """The client's key, if it is one, made this visitor's own: nobody can use up another's."""
    key = form.get("key", "")
    key = key if _KEY.fullmatch(key) else secrets.token_urlsafe(12)
    return f"{hashlib.sha256(token.encode()).hexdigest()[:16]}-{key}"


async def _too_long(site: Site, request: Request, token: str, text: str) -> Response:
    learner = await site.learner(token)
    words = too_long(len(text))
    if _scripted(request):
        said = site.look.say(await site.language(request, learner), words)
        return JSONResponse({"message": said}, 422)
    return HTMLResponse(await chat_page(site, request, token, learner, words, text), 422)


async def come_back(site: Site, request: Request) -> Response:
    """A return code opens its conversation in this browser, under a fresh cookie."""
    token, form = await _heard(site, request)
    code = form.get("code", "").strip()[:100]
    if not site.attempts.allowed(token):
        return await return_sheet(site, request, token, RETURN["slower"], code, 429)
    learner = await site.conversation.find_by_code(code) if code else None
    if learner is None:
        site.attempts.failed(token)
        return await return_sheet(site, request, token, RETURN["unknown"], code, 422)
    await site.conversation.detach(CHANNEL, token)
    fresh = fresh_token()
    await site.conversation.attach(learner, CHANNEL, fresh)
    return _opened(site, "/#now", fresh)


async def anew(site: Site, request: Request) -> Response:
    """This browser is somebody else's from now on, or begins again: the identity is forgotten, the cookie is new."""
    token, form = await _heard(site, request)
    await site.conversation.detach(CHANNEL, token)
    return _opened(site, "/?wait" if form.get("wait") else "/", fresh_token())


def _opened(site: Site, address: str, token: str) -> Response:
    response = RedirectResponse(address, 303)
    site.cookies.write(response, token)
    return response


def _done(request: Request) -> Response:
    return Response(status_code=204) if _scripted(request) else RedirectResponse("/#now", 303)


def _gone(request: Request) -> Response:
    return Response(status_code=410) if _scripted(request) else RedirectResponse("/?gone", 303)


def _scripted(request: Request) -> bool:
    return "x-csrf" in request.headers
