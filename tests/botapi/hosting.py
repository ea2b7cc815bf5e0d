"""Listening on a port of this machine, in the running event loop.

uvicorn's `Server` takes over signals and needs 0.1 s to stop; a test wants neither, so only its protocol is used.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.types import ASGIApp
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

HOST = "127.0.0.1"
KEEP_ALIVE = 120  # seconds; shorter, and lines would close in the middle of a test by themselves


class Connection(H11Protocol):
    """A request finds its transport in `scope["state"]`, so that a fault can cut the line."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}
        self.access_log = False  # paths hold the token


@asynccontextmanager
async def listening(app: ASGIApp, port: int) -> AsyncIterator[int]:
    # Other settings of logging would change loggers that the program under test may use.
    config = Config(
        app, http="h11", ws="none", lifespan="off", log_config=None, proxy_headers=False, timeout_keep_alive=KEEP_ALIVE
    )
    config.load()
    state, loop = ServerState(), asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(config, state, {}, loop), HOST, port)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await _finish(state)
        await server.wait_closed()


async def _finish(state: ServerState) -> None:
    """Answers under way go out; then lines are cut, since clients keep idle ones open."""
    if state.tasks:
        await asyncio.wait(list(state.tasks), timeout=2)
    for connection in list(state.connections):
        connection.transport.abort()
    await asyncio.sleep(0)  # the loop closes the sockets
