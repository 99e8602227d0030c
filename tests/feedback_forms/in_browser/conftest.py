"""A real Chromium against a server in this process, whose clock and settings a test may move."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from feedback_forms.models import FormPage


@pytest.fixture
def form_address(live_server, form_page: FormPage) -> str:
    """The start page of the small form."""
    port = live_server.url.rsplit(":", 1)[1]
    return f"http://hwe.localhost:{port}/for-someone-else/"


@pytest.fixture
def harmless(live_server, settings) -> str:
    """Where "Exit this page" leads in these tests: another host of the same server."""
    port = live_server.url.rsplit(":", 1)[1]
    settings.CANDOUR_EXIT_TO = f"http://elsewhere.localhost:{port}/static/candour/icon.svg"
    return settings.CANDOUR_EXIT_TO


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Busy machines take their time."""
    expect.set_options(timeout=20_000)
    yield
    # The server's thread may still be closing a connection of the last page.
    time.sleep(0.2)


@pytest.fixture
def begun(page: Page, form_address: str) -> Page:
    """A browser in which the first page is answered and the second is open."""
    page.goto(f"{form_address}why/")
    page.get_by_label("They asked me to").check()
    page.get_by_role("main").get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("About you")
    return page
