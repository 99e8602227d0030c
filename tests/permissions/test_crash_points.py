"""A crash point kills the process where a drill asks for it, and nowhere else."""

import os
import subprocess
import sys

import pytest

from permissions import crash_points

PROGRAM = """
import atexit
from permissions import crash_points

atexit.register(print, "cleared up")
print("began", flush=True)
crash_points.reach("letter.after_write")
print("went on")
"""


def _run(at: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": ".", crash_points.VARIABLE: at},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_process_dies_at_the_place_named_and_clears_nothing_up() -> None:
    died = _run("letter.after_write")
    assert (died.returncode, died.stdout) == (crash_points.KILLED, "began\n")


@pytest.mark.parametrize("at", ["", "letter.before_write", "letter"])
def test_a_process_goes_on_past_every_other_place(at: str) -> None:
    lived = _run(at)
    assert (lived.returncode, lived.stdout) == (0, "began\nwent on\ncleared up\n")


def test_nothing_happens_when_no_drill_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(crash_points.VARIABLE, raising=False)
    crash_points.reach("letter.after_write")
