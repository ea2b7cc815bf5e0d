"""Bad settings and bad content stop at start, with the name and the cure."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings, secret_key

ROOT = Path(__file__).parents[2]


def declic(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DECLIC_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**clean, "DECLIC_DATABASE": str(folder / "declic.db"), "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"DECLIC_PORT": "eighty"}, "DECLIC_PORT"),
        ({"DECLIC_PORT": "70000"}, "DECLIC_PORT"),
        ({"DECLIC_DATABASE": "postgresql://x"}, "DECLIC_DATABASE"),
        ({"DECLIC_DATABASE": "/"}, "DECLIC_DATABASE"),
        ({"DECLIC_CONTENT": "/nowhere/at/all"}, "DECLIC_CONTENT"),
        ({"DECLIC_TELEGRAM_API": "api.example"}, "DECLIC_TELEGRAM_API"),
        ({"DECLIC_PUBLIC_URL": "declic.example"}, "DECLIC_PUBLIC_URL"),
        ({"DECLIC_PUBLIC_URL": "https://declic.example"}, "DECLIC_SECRET_KEY"),
        ({"DECLIC_SECRET_KEY": "short"}, "DECLIC_SECRET_KEY"),
    ],
)
def test_a_bad_setting_stops_at_start_by_name(tmp_path: Path, environment: dict[str, str], said: str) -> None:
    done = declic(tmp_path, "chat", **environment)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_bad_content_stops_at_start_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "mine" / "items").mkdir(parents=True)
    (tmp_path / "mine" / "items" / "odd.yaml").write_text("id: odd\nkind: choice\nlevel: 12\n")
    done = declic(tmp_path, "chat", DECLIC_CONTENT=str(tmp_path / "mine"))
    assert done.returncode == 1
    assert "odd.yaml:3: level" in done.stderr
    assert "Traceback" not in done.stderr


def test_ones_own_challenges_stand_beside_the_installed_ones(tmp_path: Path) -> None:
    (tmp_path / "items").mkdir()
    own = (ROOT / "tests" / "bank" / "items" / "site.yaml").read_text("utf-8").replace("id: site", "id: my-site")
    own = own.replace("trap: T-ONE, ", "").replace("trap: T-TWO, ", "")
    (tmp_path / "items" / "my-site.yaml").write_text(own, "utf-8")
    done = declic(tmp_path, "content", "preview", "my-site", "--lang", "en", DECLIC_CONTENT=str(tmp_path))
    assert "a.example" in done.stdout


def test_the_secret_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    settings = Settings(database=str(tmp_path / "declic.db"))
    key = secret_key(settings)
    assert len(key) >= 32
    assert secret_key(settings) == key
    assert stat.S_IMODE((tmp_path / "declic.key").stat().st_mode) == 0o600


def test_the_doctor_says_what_is_well(tmp_path: Path) -> None:
    done = declic(tmp_path, "doctor")
    assert done.returncode == 0, done.stderr
    for name in ("secret key", "content", "catalogues", "database", "disk", "pictures", "telegram"):
        assert f"ok    {name}" in done.stdout


def test_the_doctor_says_what_is_not(tmp_path: Path) -> None:
    (tmp_path / "declic.db").write_text("this is no database, however long it may be " * 50)
    done = declic(tmp_path, "doctor")
    assert done.returncode == 1
    assert "FAULT database" in done.stderr


def test_a_file_that_is_no_database_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "declic.db").write_text("this is no database, however long it may be " * 50)
    done = declic(tmp_path, "chat")
    assert done.returncode == 1
    assert "the database cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = declic(tmp_path, "run", DECLIC_PORT=str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "DECLIC_PORT" in done.stderr
    assert "Traceback" not in done.stderr


def test_migrations_run_once(tmp_path: Path) -> None:
    assert "migrated to 1" in declic(tmp_path, "migrate").stdout
    assert "already up to date" in declic(tmp_path, "migrate").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("content", "preview", "nothing-like-it"), "there is no family"),
        (("content", "check", "nowhere.json"), "cannot be read"),
    ],
)
def test_a_command_that_fails_says_why_in_one_line(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = declic(tmp_path, *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
