"""What is read: the conversation, the sheets of its menu, pictures and documents."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from bot.body import Attachment, Body, Drawing
from bot.channels.web.lines import body_at, fold
from bot.channels.web.sentences import GONE, MY_CODE, NOT_ME, PAGE, RETURN, TROUBLE
from bot.channels.web.session import fresh_token
from bot.channels.web.site import CHANNEL, Site, device_language
from flows.wording import Words

SHOWN = 200
WHOLE = 100_000


async def chat(site: Site, request: Request) -> Response:
    token = site.cookies.read(request) or fresh_token()
    learner = await site.learner(token)
    if "gone" in request.query_params and learner is None:
        return await _gone(site, request, token)
    response = HTMLResponse(await chat_page(site, request, token, learner))
    site.cookies.write(response, token)
    return response


async def chat_page(
    site: Site, request: Request, token: str, learner: str | None, notice: Words | None = None, draft: str = ""
) -> str:
    language = await site.language(request, learner)
    limit = WHOLE if "all" in request.query_params else SHOWN
    entries = await site.conversation.log(learner, CHANNEL, 0, limit) if learner else []
    return site.look.page(
        "chat.html",
        language,
        lines=fold(entries),
        more=len(entries) >= limit,
        cursor=entries[-1].at if entries else 0,
        begun=bool(entries),
        auto="wait" not in request.query_params,
        csrf=site.cookies.csrf(token),
        page=site.cookies.page(token),
        notice=site.look.say(language, notice) if notice else "",
        draft=draft,
    )


async def _gone(site: Site, request: Request, token: str) -> Response:
    return await _sheet(site, request, token, "anew.html", GONE["heading"], GONE, wait="", back=False)


async def my_code(site: Site, request: Request) -> Response:
    token = site.cookies.read(request)
    learner = await site.learner(token)
    code = await site.conversation.return_code(learner) if learner else ""
    return await _sheet(site, request, token, "my-code.html", PAGE["my_code"], MY_CODE, code=code)


async def enter_code(site: Site, request: Request) -> Response:
    return await return_sheet(site, request, site.cookies.read(request) or fresh_token())


async def return_sheet(
    site: Site, request: Request, token: str, notice: Words | None = None, typed: str = "", status: int = 200
) -> Response:
    learner = await site.learner(token)
    language = await site.language(request, learner)
    said = site.look.say(language, notice) if notice else ""
    leaves = learner is not None
    return await _sheet(
        site, request, token, "return.html", PAGE["have_code"], RETURN, status, leaves=leaves, notice=said, typed=typed
    )


async def not_me(site: Site, request: Request) -> Response:
    token = site.cookies.read(request) or fresh_token()
    return await _sheet(site, request, token, "anew.html", PAGE["not_me"], NOT_ME, wait="yes")


async def _sheet(
    site: Site,
    request: Request,
    token: str | None,
    name: str,
    heading: Words,
    words: dict[str, Words],
    status: int = 200,
    **values: object,
) -> Response:
    language = await site.language(request, await site.learner(token))
    shown = {"back": True, "csrf": site.cookies.csrf(token) if token else "", **values}
    page = site.look.page(name, language, words, heading=site.look.say(language, heading), **shown)
    response = HTMLResponse(page, status)
    if token:
        site.cookies.write(response, token)
    return response


async def picture(site: Site, request: Request) -> Response:
    body = await _own(site, request)
    if not isinstance(body, Drawing):
        raise HTTPException(404)
    return Response(await site.settings.picture(body), media_type="image/png")


async def document(site: Site, request: Request) -> Response:
    body = await _own(site, request)
    learner = await site.learner(site.cookies.read(request))
    if learner is None or not isinstance(body, Attachment):
        raise HTTPException(404)
    headers = {"Content-Disposition": f'attachment; filename="declic-{body.name}.json"'}
    return Response(await site.conversation.export(learner), media_type="application/json", headers=headers)


async def _own(site: Site, request: Request) -> Body | None:
    """The line of that cursor in this visitor's own log."""
    at = int(request.path_params["at"])
    learner = await site.learner(site.cookies.read(request))
    if learner is None or at < 1:
        return None
    # "After 0" means the latest lines, so the very first line is looked for among those.
    after, limit = (at - 1, 1) if at > 1 else (0, SHOWN)
    return body_at(await site.conversation.log(learner, CHANNEL, after, limit), at)


async def health(_site: Site, _request: Request) -> Response:
    return PlainTextResponse("ok")


def trouble(site: Site, request: Request, status: int) -> Response:
    language = device_language(request)
    heading = site.look.say(language, TROUBLE.get(status, TROUBLE[500 if status >= 500 else 400]))
    return HTMLResponse(site.look.page("trouble.html", language, heading=heading, back=True), status)
