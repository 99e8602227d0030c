"""How tests are shared out among processes: by file, and all browser journeys together.

The journeys share one running demonstration, and take longest, so they are handed out first.
"""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

JOURNEYS = "tests/journeys/"


class ByFile(LoadScopeScheduling):
    """One process for each file; one for all journeys."""

    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(JOURNEYS) else nodeid.split("::", 1)[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    """Share out in our way, in the order that the tests were collected in."""
    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the journeys first."""
    items.sort(key=lambda item: not item.nodeid.startswith(JOURNEYS))
