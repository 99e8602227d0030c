"""A pytest plugin that notes how every test with a given marker ended, for `proof.py`.

Loaded with `-p marked_tests`; the options say which marker and where to write. It works with
pytest-xdist too: a worker hands the numbers over with its report.
"""

import json
from pathlib import Path

import pytest

WORST_FIRST = ("failed", "skipped", "passed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Which marker to note, and the file for the notes."""
    parser.addoption("--note-marker", default="requirement")
    parser.addoption("--note-to", default=None)


def pytest_configure(config: pytest.Config) -> None:
    """Notes are taken where the reports come together: not in a worker."""
    if config.getoption("--note-to") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Notes(Path(config.getoption("--note-to"))), "notes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Write the numbers of its marker on each test, so that its report carries them."""
    name = config.getoption("--note-marker")
    for item in items:
        keys = [key for marker in item.iter_markers(name) for key in marker.args]
        item.user_properties.append(("keys", sorted(set(keys))))


class Notes:
    """How each test ended, by its address."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tests: dict[str, dict[str, object]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the worst of setup, call and teardown; a test that was never called did not pass."""
        keys = dict(report.user_properties).get("keys")
        if not keys or (report.when != "call" and report.passed):
            return
        before = self.tests.get(report.nodeid, {}).get("outcome", report.outcome)
        worst = min(str(before), report.outcome, key=WORST_FIRST.index)
        self.tests[report.nodeid] = {"keys": keys, "outcome": worst}

    def pytest_sessionfinish(self) -> None:
        """Hand the notes over."""
        self.path.write_text(json.dumps(self.tests), encoding="utf-8")
