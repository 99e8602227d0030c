"""Looking for holes: an answer counts, silence is said plainly, and neither is taken for the other."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import run_all_checks
import security

from tests import not_checked
from tests.architecture.house import ROOT


@pytest.mark.parametrize(
    ("answers", "status", "last"),
    [
        (
            [(0, "No known vulnerabilities found")],
            0,
            "Known holes: none in 134 packages of requirements-dev.txt, with all 66 of "
            "requirements.txt, says pypi.",
        ),
        ([(1, "Found 1 known vulnerability in 1 package")], 1, "Found 1 known vulnerability"),
        (
            [(1, "requests.exceptions.ConnectionError"), (0, "No known vulnerabilities found")],
            0,
            "says osv.",
        ),
        (
            [(1, "requests.exceptions.ConnectionError"), (1, "ServiceError: 503")],
            security.NOT_CHECKED,
            "NOT CHECKED: known holes in 134 packages of requirements-dev.txt, with all 66 of "
            "requirements.txt. Neither pypi nor osv answers from here.",
        ),
        ([(1, "Traceback: KeyError in pip_audit")], 1, "KeyError"),
    ],
)
def test_a_hole_fails_and_a_service_that_is_away_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answers: list[tuple[int, str]],
    status: int,
    last: str,
) -> None:
    told = iter(answers)
    monkeypatch.setattr(security, "_ask", lambda service: next(told))
    counts = {"requirements-dev.txt": 134, "requirements.txt": 66}
    monkeypatch.setattr(security, "_packages", counts.get)
    assert security.known_holes() == status
    assert last in capsys.readouterr().out


def test_a_finding_that_speaks_of_a_connection_is_a_finding() -> None:
    assert not security.nobody_answered("Found 1 known vulnerability: ConnectionError in urllib3")


def test_what_is_asked_about_is_all_that_is_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def note(command: list[str], **more: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", note)
    assert security.known_holes() == 0
    assert asked[0][asked[0].index("--requirement") + 1] == "requirements-dev.txt"
    shipped, all_of_it = (pins(ROOT / name) for name in (security.SHIPPED, security.LOCKED))
    assert shipped < all_of_it


def pins(path: Path) -> set[str]:
    """The packages of a list, with their versions."""
    return {line.split()[0] for line in path.read_text().splitlines() if "==" in line}


def test_a_step_that_could_not_find_out_is_no_failure_and_is_told_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run_all_checks, "not_checked", [])
    command = [sys.executable, "-c", f"raise SystemExit({security.NOT_CHECKED})"]
    assert run_all_checks.run("known holes", command) == []
    assert "NOT CHECKED in" in capfd.readouterr().out
    (line,) = run_all_checks.not_checked
    assert line.startswith("NOT CHECKED: known holes.")


def test_insecure_code_fails_even_where_nobody_could_be_asked_about_packages() -> None:
    assert security.worst(1, security.NOT_CHECKED) == 1
    assert security.worst(0, security.NOT_CHECKED) == security.NOT_CHECKED
    assert security.worst(0, 0) == 0


def test_the_tests_end_with_what_was_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    reporter = SimpleNamespace(write_line=written.append)
    monkeypatch.setenv("CANDOUR_NOT_CHECKED", "NOT CHECKED: known holes.")
    not_checked.pytest_terminal_summary(reporter)
    monkeypatch.setenv("CANDOUR_NOT_CHECKED", "")
    not_checked.pytest_terminal_summary(reporter)
    assert written == ["NOT CHECKED: known holes."]
