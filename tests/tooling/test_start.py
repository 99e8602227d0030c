"""`make start` says what is in its way in one line, and changes nothing then."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from public_site.management.commands import start


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the demonstration's data."""
    monkeypatch.setattr(start, "VAR", tmp_path)
    return tmp_path


@pytest.fixture
def busy_port() -> Iterator[int]:
    """A port that something else listens on."""
    with socket.socket() as other:
        other.bind((start.HOST, 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_busy_port_is_named_with_the_way_out(var: Path, busy_port: int) -> None:
    with pytest.raises(CommandError, match=f"Port {busy_port} is in use.*PORT={busy_port + 1}"):
        call_command("start", port=busy_port)


def test_a_demonstration_that_runs_already_is_left_alone(var: Path) -> None:
    with (
        start.only_one(),
        pytest.raises(CommandError, match="running already"),
        start.only_one(),
    ):
        pass


def test_starting_over_throws_files_away_and_spares_the_rest(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = var / "candour.sqlite3"
    for name in ("candour.sqlite3", "candour.sqlite3-wal", "evidence/1", "mail/1", "assets/1"):
        (var / name).parent.mkdir(exist_ok=True)
        (var / name).write_text("x")
    monkeypatch.setattr(start, "connection", _Connection("sqlite", database))
    start.throw_away()
    assert sorted(str(p.relative_to(var)) for p in var.rglob("*")) == ["assets", "assets/1"]


def test_a_database_server_is_never_emptied(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "connection", _Connection("postgresql", "candour"))
    with pytest.raises(CommandError, match="yourself"):
        start.throw_away()


def test_what_was_started_is_stopped() -> None:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    start.stop(process)
    assert process.returncode is not None


class _Connection:
    """As much of a database connection as throwing away looks at."""

    def __init__(self, vendor: str, name: object) -> None:
        self.vendor = vendor
        self.settings_dict = {"NAME": name}
