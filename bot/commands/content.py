"""`declic content`: what authors and second readers need."""

import json
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter, ValidationError

from bot.commands.errors import fail
from content.bank import Bank
from content.blind import Answered, ask, check
from content.errors import ContentError
from content.fix import fix
from content.lint import lint
from content.load import INSTALLED, load, load_reviews, load_thresholds
from content.marking import LETTERS, answer_shown
from content.schema import Language
from content.stats import stats
from content.variant import ChoiceKey

app = typer.Typer(help="For authors: check, count, preview and ask challenges.", no_args_is_help=True)

Lang = Annotated[Language, typer.Option("--lang", help="fr or en")]
AsJson = Annotated[bool, typer.Option("--json", help="print one JSON document")]
Folder = Annotated[Path | None, typer.Option(envvar="DECLIC_CONTENT", help="a folder of one's own challenges")]


def read_bank(folder: Path | None) -> Bank:
    """The bank, or the end of the command with every fault on its own line."""
    try:
        return load(*([folder] if folder else []))
    except ContentError as error:
        raise fail(str(error)) from error


@app.command("lint")
def lint_command(
    folder: Folder = None,
    seeds: Annotated[int, typer.Option(help="variants tried of each generated family")] = 1000,
    only: Annotated[str, typer.Option(help="only files whose path holds this text")] = "",
    mend: Annotated[bool, typer.Option("--fix", help="set French spaces and apostrophes first")] = False,
) -> None:
    """List every fault of the bank, with file and line. Silent when there is none."""
    if mend:
        for root in (INSTALLED, *([folder] if folder else [])):
            for path in sorted(root.rglob("*.yaml")):
                if only in str(path) and fix(path):
                    typer.echo(f"{path}: French spaces set")
    faults = lint(read_bank(folder), load_thresholds(), load_reviews(), seeds)
    shown = [fault for fault in faults if only in str(fault.path)]
    for fault in shown:
        typer.echo(str(fault), err=True)
    if shown:
        raise typer.Exit(1)


@app.command("stats")
def stats_command(folder: Folder = None, as_json: AsJson = False) -> None:
    """Count families, kinds, skills and cells."""
    counted = stats(read_bank(folder))
    if as_json:
        typer.echo(counted.model_dump_json())
        return
    typer.echo(f"{counted.families} families, {counted.generated} generated, {counted.lessons} lessons")
    typer.echo(", ".join(f"{kind}: {count}" for kind, count in sorted(counted.kinds.items())))
    competences = sorted({cell.split("/")[0] for cell in counted.cells})
    typer.echo("      " + " ".join(f"{level:>2}" for level in range(1, 9)))
    for code in competences:
        typer.echo(f"{code:<5} " + " ".join(f"{counted.cells[f'{code}/{level}']:>2}" for level in range(1, 9)))


@app.command("preview")
def preview_command(
    family: str,
    lang: Lang = "fr",
    seed: Annotated[int, typer.Option(help="which variant")] = 1,
    folder: Folder = None,
) -> None:
    """Show one variant with its key, as a learner would read it."""
    bank = read_bank(folder)
    if family not in bank.families:
        raise fail(f"there is no family {family}")
    variant = bank.render(family, seed, lang)
    typer.echo(f"{variant.family} · {variant.competence} {variant.skill} · level {variant.level}\n\n{variant.stem}\n")
    if isinstance(variant.key, ChoiceKey):
        for at, option in enumerate(variant.key.options):
            typer.echo(
                f"{LETTERS[at]}. {option.text}" + (f"   ({option.trap}: {option.feedback})" if option.trap else "")
            )
    else:
        typer.echo(variant.key.form)
        for trap in getattr(variant.key, "rejects", ()) or getattr(variant.key, "traps", ()):
            typer.echo(f"  not: {trap.text}   ({trap.trap}: {trap.feedback})")
    typer.echo(
        f"\nkey: {answer_shown(variant.key, lang, bank.units)}\nhint: {variant.hint}\nwhy: {variant.explanation}"
    )


@app.command("ask")
def ask_command(
    lang: Lang = "fr",
    seed: Annotated[int, typer.Option(help="which variants are drawn")] = 1,
    variants: Annotated[int, typer.Option(help="variants of each generated family")] = 3,
    only: Annotated[str | None, typer.Option(help="families or competences that begin with this")] = None,
    folder: Folder = None,
    as_json: AsJson = False,
) -> None:
    """Print challenges without key or explanation, for a reader who must not see them."""
    asked = ask(read_bank(folder), lang, seed, variants, only)
    if as_json:
        typer.echo(json.dumps([one.model_dump() for one in asked], ensure_ascii=False))
        return
    for one in asked:
        typer.echo(f"[{one.ask}]\n{one.stem}\n" + "\n".join(one.options) + f"\n({one.answer_form})\n")


@app.command("check")
def check_command(file: Path, folder: Folder = None) -> None:
    """Mark a reader's answers: a JSON list of {"ask", "answer"}."""
    try:
        answers = TypeAdapter(list[Answered]).validate_json(file.read_bytes())
        typer.echo(check(read_bank(folder), answers).model_dump_json())
    except OSError as error:
        raise fail(f"{file} cannot be read: {error.strerror}") from error
    except ValidationError as error:
        raise fail(f'{file} is not a list of {{"ask", "answer"}}: {error.errors()[0]["msg"]}') from error
    except (KeyError, ValueError) as error:
        raise fail(f"{file} answers a challenge that is not in the bank: {error}") from error


__all__ = ["app", "read_bank"]
