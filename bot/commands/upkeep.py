"""`declic migrate` and `declic doctor`: for the person who runs the server."""

import shutil
from collections.abc import Awaitable, Callable
from datetime import date

import typer
from telegram.error import TelegramError

from bot import phrasebooks
from bot.body import Drawing
from bot.compose import client
from bot.drawing import draw
from bot.settings import Settings, secret_key
from bot.storage.database import Database
from bot.wording import Wording
from content.load import load
from flows.facts import Axis, ProfileFacts

_ROOM = 200_000_000  # bytes that a database should find free


async def migrate(settings: Settings) -> None:
    database = Database(settings.database_path)
    await database.open()
    done = database.migrated
    await database.close()
    typer.echo(f"{settings.database_path}: " + (f"migrated to {done[-1]}" if done else "already up to date"))


async def doctor(settings: Settings) -> bool:
    """One line a check. True when all is well."""
    checks: tuple[tuple[str, Callable[[Settings], Awaitable[str]]], ...] = (
        ("secret key", _key),
        ("content", _content),
        ("catalogues", _catalogues),
        ("database", _database),
        ("disk", _disk),
        ("pictures", _pictures),
        ("telegram", _telegram),
    )
    well = True
    for name, check in checks:
        try:
            typer.echo(f"ok    {name}: {await check(settings)}")
        except Exception as error:
            well = False
            typer.echo(f"FAULT {name}: {error}", err=True)
    return well


async def _key(settings: Settings) -> str:
    secret_key(settings)
    return "from DECLIC_SECRET_KEY" if settings.secret_key else "kept beside the database; back it up with it"


async def _content(settings: Settings) -> str:
    bank = load(*([settings.content] if settings.content else []))
    return f"{len(bank.live())} families, {len(bank.lessons)} lessons"


async def _catalogues(_: Settings) -> str:
    phrasebooks.load()
    return ", ".join(Wording.load().languages)


async def _database(settings: Settings) -> str:
    database = Database(settings.database_path)
    await database.open()
    try:
        row = await database.reading.one("pragma quick_check")
        if row != ("ok",):
            raise RuntimeError(f"{settings.database_path} is damaged ({row}); restore a backup")
        counted = await database.reading.one("select count(*) from learners")
        return f"{settings.database_path}, {counted[0] if counted else 0} learners"
    finally:
        await database.close()


async def _disk(settings: Settings) -> str:
    free = shutil.disk_usage(settings.database_path.parent).free
    if free < _ROOM:
        raise RuntimeError(f"only {free // 1_000_000} MB free beside the database; make room")
    return f"{free // 1_000_000} MB free"


async def _pictures(_: Settings) -> str:
    codes = [f"{domain}.{at}" for domain, many in enumerate((3, 4, 4, 3, 2), 1) for at in range(1, many + 1)]
    facts = ProfileFacts(tuple(Axis(code, 3, 2, 4, True) for code in codes), 16, date(2026, 1, 1))
    picture = await draw(Drawing(facts=facts, language="fr", caption=""), Wording.load())
    return f"a profile is drawn ({len(picture) // 1000} kB)"


async def _telegram(settings: Settings) -> str:
    if settings.telegram_token is None:
        return "no DECLIC_TELEGRAM_TOKEN: browser and terminal only"
    try:
        async with client(settings.telegram_token.get_secret_value(), settings.telegram_api) as bot:
            return f"@{bot.username} answers"
    except TelegramError as error:
        raise RuntimeError(f"{error}; check DECLIC_TELEGRAM_TOKEN and DECLIC_TELEGRAM_API") from error
