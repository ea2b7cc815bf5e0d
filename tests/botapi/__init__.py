"""A strict local Bot API server for tests: real HTTP, real clients, no network.

async with serve() as server:
    alice = server.user(1001, language_code="fr")
    bot = Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")
    ...
    alice.says("/start")
    message = await alice.sees("Bonjour")
    alice.presses("Commencer")
    assert server.violations == []
"""

from .acts import small_png
from .faults import BadGateway, DeliveredThenLost, Fault, Refuse, Reset, Slow
from .limits import Limits
from .server import AsyncServer, BotApi, ThreadServer, serve, serve_in_thread
from .users import User
from .values import Button, Call, Document, Entity, Figures, Group, Message, Notice, Tally
from .world import Settings

__all__ = [
    "AsyncServer",
    "BadGateway",
    "BotApi",
    "Button",
    "Call",
    "DeliveredThenLost",
    "Document",
    "Entity",
    "Fault",
    "Figures",
    "Group",
    "Limits",
    "Message",
    "Notice",
    "Refuse",
    "Reset",
    "Settings",
    "Slow",
    "Tally",
    "ThreadServer",
    "User",
    "serve",
    "serve_in_thread",
    "small_png",
]
