"""The HTTP side: paths, tokens, answers."""

import asyncio
import json
import socket
import struct
import traceback
from typing import Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from .dispatch import CutLine, ProxyError, perform
from .errors import Refusal, Refused
from .methods import BY_LOWERCASE, METHODS
from .request import raw_parameters
from .world import World

NOT_FOUND = Refusal(404, "Not Found")
UNAUTHORIZED = Refusal(401, "Unauthorized")
BAD_GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


def application(world: World) -> Starlette:
    async def call_method(request: Request) -> ASGIApp:
        return await _call_method(world, request)

    async def download(request: Request) -> ASGIApp:
        return _download(world, request)

    async def lost(_request: Request) -> ASGIApp:
        return _refuse(NOT_FOUND)

    everything = ["GET", "POST", "PUT", "DELETE", "PATCH"]
    return Starlette(
        routes=[
            Route("/bot{token}/{method}", call_method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", download),
            Route("/{path:path}", lost, methods=everything),
        ]
    )


async def _call_method(world: World, request: Request) -> ASGIApp:
    asked = request.path_params["method"]
    if request.path_params["token"] != world.settings.token:
        world.notebook.refusals.append(f"{asked}: 401 Unauthorized")
        return _refuse(UNAUTHORIZED)
    name = BY_LOWERCASE.get(asked.lower())
    if name is None:
        world.notebook.violation(asked, "404 Not Found (no such method, or none that this server knows)")
        return _refuse(NOT_FOUND)
    try:
        return await _answer(world, name, request)
    except ClientDisconnect:  # a program that was killed while it asked
        return _nothing
    except Exception:  # a mistake of this server: it must not look like a passing test
        world.notebook.violation(name, f"the test server broke: {traceback.format_exc()}")
        return _refuse(Refusal(500, "Internal Server Error"))


async def _answer(world: World, name: str, request: Request) -> ASGIApp:
    try:
        raw = await raw_parameters(request)
    except Refused as refused:
        world.notebook.refused(name, refused)
        return _refuse(refused.refusal)
    try:
        result = await perform(world, name, METHODS[name], raw)
    except Refused as refused:
        return _refuse(refused.refusal)
    except CutLine as cut:
        return _cut(reset=cut.reset)
    except ProxyError:
        return HTMLResponse(BAD_GATEWAY_PAGE, status_code=502)
    return JSONResponse({"ok": True, "result": result})


def _refuse(refusal: Refusal) -> Response:
    found: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers = {}
    if refusal.retry_after is not None:
        found["parameters"] = {"retry_after": refusal.retry_after}
        headers["Retry-After"] = str(refusal.retry_after)
    return Response(json.dumps(found), refusal.code, headers, media_type="application/json")


def _download(world: World, request: Request) -> ASGIApp:
    if request.path_params["token"] != world.settings.token:
        return _refuse(UNAUTHORIZED)
    path = request.path_params["path"]
    found = next((file for file in world.files.values() if file.path == path), None)
    return Response(found.data, media_type=found.mime_type) if found else _refuse(NOT_FOUND)


async def _nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """Nobody listens any more."""


def _cut(*, reset: bool) -> ASGIApp:
    async def cut(scope: Scope, receive: Receive, _send: Send) -> None:
        transport: asyncio.Transport = scope["state"]["transport"]
        if reset:  # lingering for no time makes the system send RST instead of FIN
            connection: socket.socket = transport.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass

    return cut
