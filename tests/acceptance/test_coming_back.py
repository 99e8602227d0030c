"""Going away and coming back, also by way of a page about an error."""

import re
import sqlite3
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.acceptance.answers import WORDS
from tests.acceptance.mail import mailed
from tests.acceptance.walking import press
from tests.demonstration import DemoSite
from tests.journeys.filling import expect_heading, follow

pytestmark = pytest.mark.browser
FORM = "/give-a-compliment/"


@pytest.fixture
def begun(page: Page, demo_site: DemoSite) -> Page:
    """Somebody who has told what went well and is asked the next question."""
    page.goto(demo_site.url(FORM))
    follow(page.get_by_role("main").get_by_role("button", name="Start now"))
    page.locator("[name=story]").fill(WORDS["story"])
    press(page, "Continue")
    expect_heading(page, "Which service it is about")
    return page


@pytest.mark.acceptance("F45")
def test_a_page_that_is_not_there_says_that_the_answers_are_kept(
    begun: Page, demo_site: DemoSite
) -> None:
    answer = begun.goto(demo_site.url(f"{FORM}no-such-page/"))
    assert answer
    assert answer.status == 404
    expect(begun.get_by_role("main")).to_contain_text("the answers you gave are saved")
    follow(begun.get_by_role("link", name="Go on with your answers"))
    expect_heading(begun, "Which service it is about")


@pytest.mark.acceptance("F45")
def test_a_page_that_was_open_too_long_keeps_what_was_typed(begun: Page) -> None:
    begun.locator("[name=place]").fill("Sample Hospital")
    begun.locator("[name=service]").first.check()
    begun.context.clear_cookies(name="csrftoken")
    press(begun, "Continue")
    expect(begun.get_by_role("alert")).to_contain_text("It is still here: continue again")
    expect(begun.locator("[name=place]")).to_have_value("Sample Hospital")
    press(begun, "Continue")
    expect(begun.locator("[name=your_name]")).to_be_visible()


@pytest.mark.acceptance("F38")
def test_a_link_that_is_too_old_says_so_and_a_new_one_can_be_asked_for(
    begun: Page, new_context: Callable[..., BrowserContext], demo_site: DemoSite
) -> None:
    # Given a link that was mailed and is too old
    press(begun, "Save and come back later")
    expect_heading(begun, "Save and come back later")
    begun.get_by_label("Email address").fill("ana.back@example.org")
    begun.get_by_label("Yes").check()
    press(begun, "Email me a link")
    old = newest_link(demo_site)
    with sqlite3.connect(demo_site.var / "candour.sqlite3", timeout=20) as database:
        database.execute("update feedback_forms_resumelink set expires_at = '2026-01-01 00:00:00'")
    # When it is opened elsewhere, it says so and offers a new one
    other = new_context().new_page()
    other.goto(old)
    expect_heading(other, "This link is too old")
    press(other, "Email me a new link")
    expect(other.get_by_role("main")).to_contain_text(
        "It goes to the address that you gave us before"
    )
    # Then the new one shows a button, and only the button uses it up
    new = newest_link(demo_site)
    assert new != old
    for _ in range(2):
        other.goto(new)
        expect_heading(other, "Carry on with saved answers")
    press(other, "Carry on")
    expect_heading(other, "Which service it is about")
    other.goto(new)
    expect_heading(other, "This link was used already")


def newest_link(site: DemoSite) -> str:
    """The link of the newest message to the person, once the post went out."""
    site.manage("work_outbox")
    found = [link for text in mailed(site) for link in re.findall(r"http://\S+/resume/\S+", text)]
    return str(found[-1])
