"""The commands of `declic`."""

import typer

from bot.commands import content

app = typer.Typer(help="Déclic, a tutor for digital skills that lives in a chat.", pretty_exceptions_enable=False)
app.add_typer(content.app, name="content")
