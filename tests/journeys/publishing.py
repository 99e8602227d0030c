"""What Governance and the comms team do with the figures of a year."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.demonstration import DemoSite
from tests.journeys.filling import follow, go_on
from tests.journeys.looking import look
from tests.journeys.working import PASSWORD, words_of

TITLE = "What we learned from complaints"


def approve_draft_figures(page: Page, site: DemoSite) -> None:
    """Open the set of figures that waits, check it and approve it."""
    page.goto(site.url("/workspace/reports/"))
    look(page)
    follow(page.get_by_role("row", name="Draft").get_by_role("link"))
    look(page)
    go_on(page, "Approve the figures")
    expect(page.get_by_role("alert")).to_contain_text("Confirm that you have checked")
    page.get_by_role("checkbox").check()
    go_on(page, "Approve the figures")
    expect(page.get_by_role("alert")).to_contain_text("approved and can be published")
    look(page)


def sign_in_as_editor(page: Page, site: DemoSite, user: str) -> None:
    """Sign in to the editors' admin."""
    page.goto(site.url("/cms/"))
    page.locator("#id_username").fill(user)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/cms/$"))


def publish_annual_report(page: Page, site: DemoSite) -> None:
    """Make the report's page from the newest approved figures and publish it."""
    page.goto(site.url("/cms/pages/"))
    address = page.locator('a[href*="/add_subpage/"]').first.get_attribute("href")
    page.goto(site.url(str(address)))
    follow(page.get_by_role("link", name=re.compile("annual report", re.IGNORECASE)).first)
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_lede").fill("What people told us, and what has changed.")
    page.locator("#id_figures").select_option(index=1)
    page.locator("[contenteditable=true]").first.fill("Nine in ten heard from us in time.")
    page.get_by_role("tab", name="Promote").click()
    page.locator("#id_slug").fill("what-we-learned")
    page.locator("#id_search_description").fill("The year's complaints in figures.")
    page.get_by_role("button", name="More actions").first.click()
    page.get_by_role("button", name="Publish", exact=True).first.click()
    expect(page.locator(".messages")).to_contain_text("published")


def read_annual_report(page: Page, site: DemoSite, downloads: Path) -> str:
    """The public page with its chart; returns the words of its PDF."""
    page.goto(site.url("/what-we-learned/"))
    look(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator("main svg[role=img]").first).to_be_visible()
    link = page.get_by_role("link", name=re.compile("PDF")).first
    # A browser shows the PDF; fetching it inside the page gives its bytes.
    content = page.evaluate(
        "async (address) => [...new Uint8Array(await (await fetch(address)).arrayBuffer())]",
        link.get_attribute("href"),
    )
    target = downloads / "report.pdf"
    target.write_bytes(bytes(content))
    return words_of(target)
