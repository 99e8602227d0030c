"""The locked lists: hashed, complete, and silent about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

LISTS = ("requirements.txt", "requirements-dev.txt", "requirements-installer.txt")
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==\S+( ; .+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
BLANK = re.compile(r"^$")


def strange_lines(text: str) -> list[str]:
    """Lines that are neither a pinned package nor a hash: addresses, options, paths."""
    allowed = (PINNED, HASH, BLANK)
    return [line for line in text.splitlines() if not any(kind.match(line) for kind in allowed)]


def without_hash(text: str) -> list[str]:
    """Pinned packages that no hash follows."""
    lines = text.splitlines()
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return [line for line, after in pairs if PINNED.match(line) and not HASH.match(after)]


def packages(path: Path) -> set[str]:
    """The names that a list pins."""
    found = (PINNED.match(line) for line in path.read_text().splitlines())
    return {match.group(1) for match in found if match}


def declared(*, dev: bool) -> set[str]:
    """The names that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"]]
    wanted += project["project"]["optional-dependencies"]["postgres"]
    wanted += project["dependency-groups"]["dev"] if dev else []
    return {re.split(r"[\[<>=~! ;]", name)[0].lower().replace("_", "-") for name in wanted}


@pytest.mark.parametrize("name", LISTS)
def test_a_locked_list_names_no_registry_and_no_path(name: str) -> None:
    assert strange_lines((ROOT / name).read_text()) == []


@pytest.mark.parametrize("name", LISTS)
def test_every_locked_package_has_its_hash(name: str) -> None:
    assert without_hash((ROOT / name).read_text()) == []


def test_the_locked_lists_hold_what_the_project_asks_for() -> None:
    assert declared(dev=False) - packages(ROOT / "requirements.txt") == set()
    assert declared(dev=True) - packages(ROOT / "requirements-dev.txt") == set()


def test_what_only_the_bench_and_the_tests_need_is_not_served() -> None:
    only_for_work = declared(dev=True) - declared(dev=False)
    assert "numpy" in only_for_work
    assert only_for_work & packages(ROOT / "requirements.txt") == set()


def test_what_is_tested_is_what_is_served() -> None:
    served = set(re.findall(r"^\S+==\S+", (ROOT / "requirements.txt").read_text(), re.MULTILINE))
    tested = (ROOT / "requirements-dev.txt").read_text()
    assert {package for package in served if package not in tested} == set()


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example.org/simple",
        "candour @ file:///somewhere",
        "django==5.2 \\ # via https://example.org",
    ],
)
def test_an_address_in_a_list_is_noticed(line: str) -> None:
    assert strange_lines(line)


def test_a_package_without_hash_is_noticed() -> None:
    assert without_hash("django==5.2 \\\n\n")
