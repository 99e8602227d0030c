"""One walk through every form of a body, which most tests of the list read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.acceptance.walking import Walk
from tests.demonstration import DemoSite
from tests.journeys.papers import draw_power_of_attorney

#: The forms of a body, the longest first.
FORMS = (
    "/complain/for-someone-else/",
    "/complain/for-yourself/",
    "/raise-a-concern/",
    "/give-a-compliment/",
)


@pytest.fixture(scope="session")
def filled(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of somebody who answered every form and has sent none."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture(scope="session")
def walk(
    filled: BrowserContext, demo_site: DemoSite, tmp_path_factory: pytest.TempPathFactory
) -> Walk:
    """What every page of every form showed: empty, refused and filled in."""
    file = draw_power_of_attorney(tmp_path_factory.mktemp("papers"))
    found, page = Walk(), filled.new_page()
    for form in FORMS:
        found.through(page, demo_site.url(form), form, file)
    page.close()
    return found


@pytest.fixture
def filled_page(filled: BrowserContext, walk: Walk) -> Iterator[Page]:
    """A new page of the browser that holds the answers."""
    page = filled.new_page()
    yield page
    page.close()


@pytest.fixture(autouse=True)
def patience() -> None:
    """A page that does not come in ten seconds does not come."""
    expect.set_options(timeout=10_000)
