"""The rules are plain Python: no Django, no clock of their own, one door to the bank holidays."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import staff_workspace.policy

ROOT = Path(staff_workspace.policy.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))


def _imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_rule_needs_nothing_but_python_and_pydantic(source: Path) -> None:
    tree = ast.parse(source.read_text(encoding="utf-8"))
    foreign = _imported(tree) - sys.stdlib_module_names - {"pydantic"}
    assert foreign <= ({"holidays"} if source.name == "working_days.py" else set())
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not asked & {"today", "now", "utcnow"}
    assert ast.get_docstring(tree), "says in a line or two what it decides"
