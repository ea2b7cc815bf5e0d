"""The commands of `declic`."""

import asyncio
import getpass
import os
import sqlite3
from typing import Annotated

import typer

from bot.commands import content
from bot.commands.errors import fail
from bot.settings import Settings, SettingsError, read
from content.errors import ContentError

app = typer.Typer(help="Déclic, a tutor for digital skills that lives in a chat.", pretty_exceptions_enable=False)
app.add_typer(content.app, name="content")


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Without a command: start everything that is configured."""
    if context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Start the browser chat, the reminders, and Telegram when DECLIC_TELEGRAM_TOKEN is set."""
    from bot import compose, logs

    logs.configure()
    _guarded(compose.run(_settings(), lambda line: typer.echo(line)))


@app.command()
def chat(
    lang: Annotated[str, typer.Option(help="language to begin in: fr or en")] = "",
    as_: Annotated[str, typer.Option("--as", help="learner of this machine, by default its user")] = "",
) -> None:
    """Talk with the tutor in the terminal; over a pipe, one line a turn."""
    from bot import logs
    from bot.commands import chat as command

    logs.configure()
    language = lang or os.environ.get("LANG", "")[:2]
    _guarded(command.run(_settings(), as_ or getpass.getuser(), language))


@app.command()
def migrate() -> None:
    """Bring the database's schema up to date. `run` and `chat` do so by themselves."""
    from bot.commands import upkeep

    _guarded(upkeep.migrate(_settings()))


@app.command()
def doctor() -> None:
    """Check settings, content, catalogues, database, pictures and Telegram, and say what to mend."""
    from bot.commands import upkeep

    if not asyncio.run(upkeep.doctor(_settings())):
        raise typer.Exit(1)


def _settings() -> Settings:
    try:
        return read()
    except SettingsError as error:
        raise fail(str(error)) from error


def _guarded(work: "asyncio.Future[None] | object") -> None:
    try:
        asyncio.run(work)  # type: ignore[arg-type]
    except (ContentError, SettingsError) as error:
        raise fail(str(error)) from error
    except sqlite3.Error as error:
        raise fail(f"the database cannot be used ({error}): `declic doctor` says more, a backup may help") from error
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
