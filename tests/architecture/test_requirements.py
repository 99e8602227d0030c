"""The catalogue of rules is whole, and every test that names a rule names one of it."""

import ast
import re
import tomllib

import pytest

from tests.architecture.house import ROOT

RULES = ROOT / "docs" / "requirements"
EVERY_RULE = 251


def catalogue() -> list[str]:
    """Every number that the catalogue lists."""
    return [
        key
        for path in sorted(RULES.glob("*.toml"))
        for key in tomllib.loads(path.read_text(encoding="utf-8"))
        if key != "section"
    ]


def named_in(text: str) -> set[str]:
    """The numbers that the markers of a test file name."""
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    return {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr == "requirement"
        for argument in call.args
        if isinstance(argument, ast.Constant)
    }


def test_every_rule_is_listed_once() -> None:
    listed = catalogue()
    assert (len(listed), len(set(listed))) == (EVERY_RULE, EVERY_RULE)
    assert [key for key in listed if not re.fullmatch(r"[A-Z]+-\d+", key)] == []


def test_every_marker_names_a_rule_of_the_catalogue() -> None:
    known = set(catalogue())
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        if path.name != "test_requirements.py":
            strangers = named_in(path.read_text(encoding="utf-8")) - known
            assert not strangers, f"{path.relative_to(ROOT)}: {sorted(strangers)}"


@pytest.mark.parametrize("text", ["@pytest.mark.requirement('A-1', 'A-2')\ndef f(): ..."])
def test_the_numbers_of_a_marker_are_found(text: str) -> None:
    assert named_in(text) == {"A-1", "A-2"}
