"""Runs the tests that carry a marker and says of each item of a catalogue what proves it."""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from catalogue import Item

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = {"DJANGO_SETTINGS_MODULE": "public_site.settings.test"}
RAN = (0, 1)  # pytest's own: all passed, some failed


class NotRun(Exception):
    """pytest stopped before it had run every test."""


@dataclass(frozen=True)
class Ended:
    """How one test ended, and the numbers of its marker."""

    test: str
    keys: tuple[str, ...]
    outcome: str

    @property
    def function(self) -> str:
        """The address of the test without its parameters."""
        return self.test.partition("[")[0]


@dataclass(frozen=True)
class Proof:
    """An item with the tests that carry its number."""

    item: Item
    tests: tuple[Ended, ...]

    @property
    def passed(self) -> bool:
        """Whether a test passed and none failed: a skipped test proves nothing."""
        outcomes = {test.outcome for test in self.tests}
        return "passed" in outcomes and "failed" not in outcomes

    @property
    def proven(self) -> bool:
        """Whether the catalogue calls it proven and its tests say so too."""
        return self.item.status == "proven" and self.passed

    @property
    def functions(self) -> list[tuple[str, Counter[str]]]:
        """Each test function with the number of its cases by outcome."""
        found: dict[str, Counter[str]] = {}
        for test in self.tests:
            found.setdefault(test.function, Counter())[test.outcome] += 1
        return sorted(found.items())


def run(
    marker: str, *more: str, places: Iterable[str] = (), which: str = "not browser"
) -> list[Ended]:
    """Run the tests with the marker that are `which` kind; `places` are files or folders.

    Raises NotRun when pytest could not collect or run them.
    """
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "notes.json"
        command = [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "marked_tests"]
        command += ["-m", f"{marker} and {which}", "--note-marker", marker]
        command += ["--note-to", str(notes), *more, *places]
        status = subprocess.run(command, cwd=ROOT, env=_environment(), check=False).returncode
        if status not in RAN or not notes.exists():
            raise NotRun(f"pytest stopped with status {status}; see above")
        found = json.loads(notes.read_text(encoding="utf-8"))
    return [Ended(test, tuple(row["keys"]), row["outcome"]) for test, row in found.items()]


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(ROOT / "tools"), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, **SETTINGS, "PYTHONPATH": path}


def join(items: Iterable[Item], ended: Iterable[Ended]) -> list[Proof]:
    """Each item with its tests, in the order of the catalogue."""
    by_key: dict[str, list[Ended]] = {}
    for test in ended:
        for key in test.keys:
            by_key.setdefault(key, []).append(test)
    return [Proof(item, tuple(by_key.get(item.key, ()))) for item in items]


def faults(items: Iterable[Item], ended: Iterable[Ended]) -> list[str]:
    """What makes the table untrue, in sentences; nothing when it is true."""
    ended = list(ended)
    proofs = join(items, ended)
    known = {proof.item.key for proof in proofs}
    strangers = sorted({key for test in ended for key in test.keys} - known)
    said = [f"{key}: a test names it and the catalogue does not" for key in strangers]
    for proof in proofs:
        if proof.item.status == "proven" and not proof.passed:
            said.append(f"{proof.item.key}: marked as proven, but {_why(proof)}")
    return said


def _why(proof: Proof) -> str:
    failed = [test.test for test in proof.tests if test.outcome == "failed"]
    if failed:
        return f"this fails: {', '.join(failed)}"
    return "its tests are only skipped" if proof.tests else "no test carries its number"
