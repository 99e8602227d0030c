"""The guides name only what is there, and stay short enough to be read."""

import re

import pytest

from tests.architecture.house import ROOT

PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
SCREEN = 45
RECORD = 40
NAMED = re.compile(r"`((?:[a-z_]+/)+[\w.*-]*|[\w-]+\.(?:md|toml|txt))`")


def lost(text: str) -> list[str]:
    """Paths of ours in backticks or links that lead nowhere."""
    roots = {path.name for path in ROOT.iterdir()} | {"tests"}
    named = [name for name in NAMED.findall(text) if name.split("/")[0] in roots]
    return [name for name in named if name.split("/")[0] != "var" and not found(name)]


def found(name: str) -> bool:
    """Whether a path, perhaps with a star, leads to something."""
    return any(ROOT.glob(name.rstrip("/")))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_guide_names_only_what_is_there(paper: object) -> None:
    text = paper.read_text()
    assert lost(text) == []
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_contributing_fits_on_one_screen() -> None:
    assert len((ROOT / "CONTRIBUTING.md").read_text().splitlines()) <= SCREEN


def test_a_decision_is_a_short_record() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert records
    for record in records:
        text = record.read_text()
        # A table is looked up, not read.
        read = [line for line in text.splitlines() if not line.startswith("|")]
        assert len(read) <= RECORD, record.name
        parts = re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE)
        assert parts == ["Context", "Decision", "Why", "Replaces", "Consequences"], record.name


def test_a_path_that_is_gone_is_noticed() -> None:
    assert lost("see `permissions/gone.py`") == ["permissions/gone.py"]
