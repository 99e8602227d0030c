"""The record of the 44 traps names each one, and the place that it names is there."""

import re
from functools import cache

import pytest

from staff_workspace.policy.compare import values
from staff_workspace.policy.profile import NAMES, load
from tests.architecture.house import ROOT

RECORD = ROOT / "docs" / "decisions" / "0011-traps-of-the-three-policies.md"
ROW = re.compile(r"^\| (T-\d\d) \| (.+) \| (.+) \|$", re.MULTILINE)
POLICY = ROOT / "staff_workspace" / "policy"


def traps() -> list[tuple[str, str, str]]:
    """Each row of the table: the trap, the decision and the place."""
    return ROW.findall(RECORD.read_text(encoding="utf-8"))


@cache
def keys() -> frozenset[str]:
    """Every value, section and plain fact of the shipped profiles, by its path."""
    found: set[str] = set()
    for name in NAMES:
        profile = load(name)
        found |= set(values(profile)) | set(type(profile).model_fields)
        found |= {
            f"{section}.{field}"
            for section in ("body", "document", "calendar")
            for field in type(getattr(profile, section)).model_fields
        }
    return frozenset(found)


def is_there(place: str) -> bool:
    """Whether a place is a key of a profile or a module of the rules."""
    return place in keys() or (POLICY / f"{place}.py").exists()


def test_all_44_traps_are_decided_once_and_in_order() -> None:
    assert [trap for trap, _, _ in traps()] == [f"T-{n:02d}" for n in range(1, 45)]


@pytest.mark.parametrize(("trap", "decision", "where"), traps(), ids=lambda text: text[:4])
def test_a_trap_is_decided_in_a_place_that_is_there(trap: str, decision: str, where: str) -> None:
    places = re.findall(r"`([^`]+)`", where)
    assert places, trap
    assert [place for place in places if not is_there(place)] == [], trap
    assert decision.strip()


@pytest.mark.parametrize("trap", [trap for trap, _, _ in traps()])
def test_a_trap_has_a_test_that_carries_its_number(trap: str) -> None:
    marked = re.compile(rf'requirement\([^)]*"{trap}"')
    tests = (ROOT / "tests").rglob("test_*.py")
    assert any(marked.search(path.read_text(encoding="utf-8")) for path in tests)


def test_a_place_that_is_gone_is_noticed() -> None:
    assert not is_there("response.gone_wd")
    assert not is_there("gone_rule")
