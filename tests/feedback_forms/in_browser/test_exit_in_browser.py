"""Exit this page in a real browser: by button, skip link and Shift, with and without JavaScript."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.acceptance("F42"),
]
EXIT = "Exit this page"


def has_forgotten(page: Page, form_address: str) -> None:
    """The browser knows nothing of the form any more, and Back brings no answer."""
    assert [c for c in page.context.cookies() if c["name"] == "sessionid"] == []
    page.goto(form_address)
    expect(page.get_by_text("You have begun to fill this in")).to_have_count(0)


def test_the_button_leads_away_and_forgets(begun: Page, form_address: str, harmless: str) -> None:
    begun.reload()
    begun.get_by_role("button", name=EXIT).last.click()
    begun.wait_for_url(harmless)
    begun.wait_for_timeout(500)
    has_forgotten(begun, form_address)


def test_shift_three_times_leads_away_and_forgets(
    begun: Page, form_address: str, harmless: str
) -> None:
    begun.reload()
    begun.keyboard.press("Shift")
    expect(begun.locator("[data-exit-said]")).to_have_text("Shift, press 2 more times to exit.")
    begun.keyboard.press("Shift")
    expect(begun.locator("[data-exit-said]")).to_have_text("Shift, press 1 more time to exit.")
    assert begun.url.endswith("/about-you/")
    begun.keyboard.press("Shift")
    begun.wait_for_url(harmless)
    begun.wait_for_timeout(500)
    begun.go_back()
    expect(begun).not_to_have_url(f"{form_address}about-you/")
    has_forgotten(begun, form_address)


def test_capital_letters_lead_nowhere(begun: Page, harmless: str) -> None:
    begun.reload()
    begun.get_by_label("Your full name").click()
    for letter in "ABCD":
        begun.keyboard.press(f"Shift+{letter}")
    begun.wait_for_timeout(500)
    assert begun.url.endswith("/about-you/")
    expect(begun.get_by_label("Your full name")).to_have_value("ABCD")


def test_the_skip_link_is_the_second_stop_of_the_keyboard(begun: Page, harmless: str) -> None:
    begun.reload()
    begun.keyboard.press("Tab")
    expect(begun.get_by_role("link", name="Skip to main content")).to_be_focused()
    begun.keyboard.press("Tab")
    skip = begun.locator("button.nhsuk-skip-link")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    begun.keyboard.press("Enter")
    begun.wait_for_url(harmless)


def test_without_javascript_the_button_posts(
    browser: Browser, form_address: str, harmless: str
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{form_address}why/")
    page.get_by_label("They asked me to").check()
    page.get_by_role("main").get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("About you")
    page.get_by_role("button", name=EXIT).last.click()
    page.wait_for_url(harmless)
    has_forgotten(page, form_address)
    page.context.close()
