"""Imports go one way."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PURE = {"asyncio", "aiosqlite", "telegram", "starlette", "uvicorn", "socket", "subprocess", "time", "os", "yaml"}
READERS = {"content.load", "content.lint", "content.fix", "content.stats", "content.blind"}
FLOWS = {"onboarding", "placement", "practice", "account", "reporting", "lessons"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield module
            yield from (f"{module}.{name.name}" for name in node.names)


def modules(folder: str) -> Iterator[tuple[Path, set[str]]]:
    paths = sorted((ROOT / folder).rglob("*.py"))
    assert paths
    for path in paths:
        yield path, set(imported(path))


def test_flows_know_neither_the_shell_nor_the_world() -> None:
    for path, names in modules("flows"):
        tops = {name.partition(".")[0] for name in names}
        assert not tops & ({"bot", "tests"} | PURE), path
        assert not names & READERS, path


def test_the_engine_never_sees_messages() -> None:
    for path, names in modules("flows/adaptive"):
        ours = {name for name in names if name.startswith(("flows", "content", "bot"))}
        assert all(name.startswith("flows.adaptive") for name in ours), path
    for name in ("recommendation",):
        names = set(imported(ROOT / "flows" / f"{name}.py"))
        assert not {"flows.messages", "flows.wording", "flows.dialogue"} & names


def test_content_knows_no_conversation() -> None:
    for path, names in modules("content"):
        assert not {name for name in names if name.startswith(("flows", "bot", "tests"))}, path


def test_a_channel_and_the_storage_never_meet() -> None:
    for path, names in modules("bot/channels"):
        assert not {name for name in names if name.startswith("bot.storage")}, path
    for path, names in modules("bot/storage"):
        assert not {name for name in names if name.startswith(("bot.channels", "bot.turn", "bot.house", "flows"))}, path


def test_only_the_dialogue_and_the_first_minute_know_other_flows() -> None:
    """Onboarding hands over to the first challenge; every other flow is led to by the dialogue alone."""
    for name in FLOWS - {"onboarding"}:
        names = {one for one in imported(ROOT / "flows" / f"{name}.py") if one.startswith("flows.")}
        assert not {one.removeprefix("flows.") for one in names} & FLOWS, name
