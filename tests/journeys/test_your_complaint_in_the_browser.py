"""The person at "your complaint" in a real browser: what is asked, where it stands, writing, leaving."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import DemoSite
from tests.journeys.filling import choose, follow, go_on, write
from tests.journeys.looking import look, only_picture
from tests.proving import ALL

pytestmark = pytest.mark.browser
LONG = pytest.mark.skipif(not ALL, reason="long: make prove")
ASK = (
    "from public_site.demo.announcing import announcement;[print(line) for line in announcement(0)]"
)


@dataclass(frozen=True)
class Receipt:
    """What the person has on paper."""

    reference: str
    code: str


@pytest.fixture(scope="session")
def receipts(demo_site: DemoSite) -> list[Receipt]:
    """Those that the demonstration prints."""
    printed = demo_site.manage("shell", "-c", ASK)
    found = re.findall(r"^  (\S+)  ((?:[A-Z0-9]{4}-){3}[A-Z0-9]{4})  ", printed, re.MULTILINE)
    return [Receipt(*pair) for pair in found]


def open_it(page: Page, site: DemoSite, receipt: Receipt) -> None:
    """By the address of a QR code, which holds the reference alone."""
    page.goto(site.url(f"/your-complaint/?reference={receipt.reference}"))
    expect(page.get_by_label("Reference")).to_have_value(receipt.reference)
    look(page)
    write(page, Code="AAAA-AAAA-AAAA-AAAA")
    go_on(page, "Continue")
    expect(page.get_by_role("alert")).to_contain_text("do not go together")
    look(page)
    write(page, Code=receipt.code)
    go_on(page, "Continue")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your complaint")


def test_every_page_of_it_is_accessible_and_leaving_shuts_it(
    page: Page, demo_site: DemoSite, receipts: list[Receipt]
) -> None:
    open_it(page, demo_site, receipts[0])
    for details in page.locator("main details").all():
        details.locator("summary").click()
    look(page)
    expect(page).to_have_title(re.compile("^Where it stands – Your complaint – "))
    for name in (
        "Read our message",
        "Check our summary",
        "Agree who we may talk to",
        "Agree when you get our answer",
        "Add a letter, photo or document",
        "How and when we may contact you",
        "Stop this complaint",
    ):
        follow(page.get_by_role("link", name=name))
        look(page)
        page.get_by_role("main").get_by_role("button").last.click()
        look(page)
        page.goto(demo_site.url("/your-complaint/where-it-stands/"))
    page.get_by_role("button", name="Leave this page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You have left")
    look(page)
    page.go_back()
    page.reload()
    expect(page.get_by_label("Code")).to_be_visible()


@LONG
def test_on_a_narrow_screen_nothing_scrolls_sideways(
    browser: Browser, demo_site: DemoSite, receipts: list[Receipt]
) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 800}).new_page()
    open_it(page, demo_site, receipts[1])
    look(page)
    for name in ("Send a message", "How and when we may contact you", "Stop this complaint"):
        follow(page.get_by_role("link", name=name))
        look(page)
        page.goto(demo_site.url("/your-complaint/where-it-stands/"))


def test_without_javascript_the_person_answers_and_writes(
    browser: Browser, demo_site: DemoSite, receipts: list[Receipt]
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(demo_site.url(f"/your-complaint/?reference={receipts[1].reference}"))
    write(page, Code=receipts[1].code)
    go_on(page, "Continue")
    follow(page.get_by_role("link", name="Send a message"))
    write(page, Your_message="When do I hear from you?")
    go_on(page, "Send message")
    expect(page.get_by_role("main")).to_contain_text("When do I hear from you?")
    only_picture(page)
    page.goto(demo_site.url("/your-complaint/contact/"))
    choose(page, "Phone")
    go_on(page, "Save")
    only_picture(page)
