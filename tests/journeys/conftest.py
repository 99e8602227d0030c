"""The windows of the journeys, and how long their people wait."""

import os
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.demonstration import DemoSite

__all__ = ["DemoSite"]


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A desktop's window; CANDOUR_WIDTH makes it a tablet's or a telephone's."""
    width = int(os.environ.get("CANDOUR_WIDTH", "1280"))
    return {**browser_context_args, "viewport": {"width": width, "height": 900}}


@pytest.fixture(autouse=True)
def patience() -> None:
    """A page that does not come in ten seconds does not come."""
    expect.set_options(timeout=10_000)
