"""Cookies and the accessibility statement of a site."""

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.acceptance.conftest import FORMS
from tests.demonstration import DemoSite
from tests.journeys.filling import follow

pytestmark = pytest.mark.browser
#: What Django needs to keep answers and to know a form as its own.
NEEDED = {"csrftoken", "sessionid"}


@pytest.mark.acceptance("F43")
def test_no_cookie_comes_that_is_not_needed_and_nothing_sticks_to_the_window(
    new_context: Callable[..., BrowserContext], demo_site: DemoSite
) -> None:
    context = new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", *FORMS):
        page.goto(demo_site.url(path))
        names = {str(cookie["name"]) for cookie in context.cookies()}
        assert names <= NEEDED, path
        sticking = page.evaluate(
            "[...document.querySelectorAll('body *:not(.candour-exit)')].filter(e =>"
            " ['fixed', 'sticky'].includes(getComputedStyle(e).position)).map(e => e.className)"
        )
        assert sticking == [], path
    assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []
    assert {url.split("/")[2] for url in asked} == {f"hwe.localhost:{demo_site.port}"}


@pytest.mark.acceptance("F44")
@pytest.mark.parametrize("body", ["hwe", "west-essex", "millbrook"])
def test_the_accessibility_statement_has_every_part_and_is_fresh(
    page: Page, demo_site: DemoSite, body: str
) -> None:
    page.goto(demo_site.url("/", body=body))
    follow(page.get_by_role("contentinfo").get_by_role("link", name=re.compile("Accessib")))
    main = page.get_by_role("main")
    # What is not accessible and why, the alternatives, whom to tell, and how to have it enforced
    for part in (
        "not accessible",
        "disproportionate burden",
        "another format",
        "Tell us",
        "Equality Advisory",
        "Equality and Human Rights Commission",
        "compliance",
    ):
        expect(main).to_contain_text(re.compile(part, re.IGNORECASE))
    expect(main.get_by_role("link", name="Raise a concern")).to_be_visible()
    reviewed = re.search(r"reviewed on (\d+ \w+ \d{4})", main.inner_text())
    assert reviewed
    day = datetime.strptime(reviewed.group(1), "%d %B %Y").date()
    assert 0 <= (date.today() - day).days <= 366
