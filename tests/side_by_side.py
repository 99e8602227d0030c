"""How tests are shared out among processes: by file, and those of one demonstration together.

The journeys share one running demonstration, and so does the acceptance list. They take longest,
so they are handed out first, each to a process of its own.
"""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/journeys/", "tests/acceptance/")


class ByFile(LoadScopeScheduling):
    """One process for each file; one for all that share a demonstration."""

    def _split_scope(self, nodeid: str) -> str:
        shared = [folder for folder in TOGETHER if nodeid.startswith(folder)]
        return shared[0] if shared else nodeid.split("::", 1)[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile | None:
    """Share out in our way, in the order that the tests were collected in.

    With ``--dist worksteal`` each test goes where there is time: for long tests of one file.
    """
    if config.getoption("dist") == "worksteal":
        return None
    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes longest first."""
    items.sort(key=lambda item: not item.nodeid.startswith(TOGETHER))
