"""How a command ends badly: one clear line on standard error, exit status 1."""

import typer


def fail(message: str) -> typer.Exit:
    """Say what is wrong; raise what this returns."""
    typer.echo(message, err=True)
    return typer.Exit(1)
