"""The lists of what is to be proven, and the numbers that tests carry."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import ROOT


def listed(folder: str) -> dict[str, str]:
    """Every number of the list under docs/, with its status."""
    return dict(_rows(ROOT / "docs" / folder))


def count(folder: str) -> int:
    """How many rows the list has, those that stand twice counted twice."""
    return len(list(_rows(ROOT / "docs" / folder)))


def _rows(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.toml")):
        for key, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if key != "section":
                yield key, row["status"]


def named_in(text: str, marker: str) -> set[str]:
    """The numbers that the markers of a test file name."""
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    return {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == marker
        for argument in call.args
        if isinstance(argument, ast.Constant)
    }


def strangers(folder: str, marker: str) -> dict[str, list[str]]:
    """The test files that name numbers which the list lacks, with those numbers."""
    known = set(listed(folder))
    found = {
        str(path.relative_to(ROOT)): sorted(
            named_in(path.read_text(encoding="utf-8"), marker) - known
        )
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if path.name not in {"test_requirements.py", "test_acceptance.py"}
    }
    return {path: keys for path, keys in found.items() if keys}
