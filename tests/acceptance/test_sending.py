"""Check answers, send once, and what the person then knows."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.acceptance.answers import WORDS
from tests.acceptance.conftest import FORMS
from tests.acceptance.mail import mailed
from tests.acceptance.walking import fill_in, press
from tests.demonstration import DemoSite
from tests.journeys.filling import expect_heading, follow
from tests.journeys.working import sign_in

pytestmark = pytest.mark.browser
CHECK = "Check your answers"
SENDS = {
    "/complain/for-someone-else/": "Send your complaint",
    "/complain/for-yourself/": "Send your complaint",
    "/raise-a-concern/": "Send your concern",
    "/give-a-compliment/": "Send your compliment",
}
REFERENCE = r"HWE-\d{4}-\d{4,}"


def cases(site: DemoSite) -> int:
    """How many cases there are, as the database has them."""
    with sqlite3.connect(f"file:{site.var}/candour.sqlite3?mode=ro", uri=True) as database:
        (count,) = database.execute("select count(*) from staff_workspace_case").fetchone()
    return int(count)


@pytest.mark.acceptance("F31", "F33")
@pytest.mark.parametrize("form", FORMS)
def test_check_answers_lists_every_answer_and_sends_nothing_yet(
    filled_page: Page, demo_site: DemoSite, form: str
) -> None:
    filled_page.goto(demo_site.url(f"{form}check-answers/"))
    expect_heading(filled_page, CHECK)
    main = filled_page.get_by_role("main")
    expect(main).to_contain_text("Nothing is sent until")
    expect(main.get_by_role("button", name=SENDS[form], exact=True)).to_be_visible()
    for answer in (WORDS["story"], WORDS["your_name"], WORDS["your_email"]):
        expect(main).to_contain_text(answer)
    names = [" ".join(link.inner_text().split()) for link in main.get_by_text("Change").all()]
    assert len(names) == main.locator(".nhsuk-summary-list__row").count() > 4
    assert len(set(names)) == len(names)


@pytest.mark.acceptance("F31")
def test_what_was_left_out_reads_not_provided(filled_page: Page, demo_site: DemoSite) -> None:
    form = "/raise-a-concern/"
    filled_page.goto(demo_site.url(f"{form}outcome/?change=1"))
    filled_page.locator("[name=desired_outcome]").fill("")
    press(filled_page, "Continue")
    row = filled_page.locator(".nhsuk-summary-list__row", has_text="What would you like to happen")
    expect(row).to_contain_text("Not provided")


@pytest.mark.acceptance("F32")
def test_a_change_leads_back_by_way_of_the_question_that_it_calls_up(
    filled_page: Page, demo_site: DemoSite
) -> None:
    # Given answers that are complete
    form = "/complain/for-someone-else/"
    filled_page.goto(demo_site.url(f"{form}check-answers/"))
    # When a plain answer is changed, check answers follows at once
    follow(filled_page.get_by_role("link", name=re.compile("Change.*Your full name")))
    press(filled_page, "Continue")
    expect_heading(filled_page, CHECK)
    # When another answer calls up a question that was not asked before
    follow(filled_page.get_by_role("link", name=re.compile("Change.*Why are you complaining")))
    filled_page.locator("[name=reason][value=child]").check()
    press(filled_page, "Continue")
    expect_heading(filled_page, "What are you to the child?")
    filled_page.locator("[name=basis_child][value=parent]").check()
    press(filled_page, "Continue")
    # Then check answers has the new one, and the old one is gone
    expect_heading(filled_page, CHECK)
    expect(filled_page.get_by_role("main")).to_contain_text("What are you to the child?")
    expect(filled_page.get_by_role("main")).not_to_contain_text("What allows you to act")


@pytest.mark.acceptance("F7")
def test_back_shows_the_answers_again(filled_page: Page, demo_site: DemoSite) -> None:
    filled_page.goto(demo_site.url("/complain/for-yourself/reach-you/"))
    follow(filled_page.locator(".nhsuk-back-link"))
    expect(filled_page.locator("[name=your_name]")).to_have_value(WORDS["your_name"])
    press(filled_page, "Continue")
    filled_page.go_back()
    expect(filled_page.locator("[name=your_name]")).to_have_value(WORDS["your_name"])


@pytest.mark.acceptance("F2")
@pytest.mark.acceptance("F8")
def test_without_javascript_a_complaint_with_two_files_is_sent_once(
    new_context: Callable[..., BrowserContext],
    demo_site: DemoSite,
    power_of_attorney: Path,
    photo_of_letter: Path,
) -> None:
    # Given a complaint with two files, filled in without JavaScript
    page = new_context(java_script_enabled=False).new_page()
    fill_in(page, demo_site.url("/complain/for-yourself/"), power_of_attorney, photo_of_letter)
    for file in (power_of_attorney, photo_of_letter):
        expect(page.get_by_role("main")).to_contain_text(file.name)
    before = cases(demo_site)
    # When the button is double-clicked
    button = page.get_by_role("button", name="Send your complaint")
    with page.expect_navigation(url=re.compile("/sent/")):
        button.dblclick()
    # Then there is one case more, and its reference
    expect(page.locator(".candour-reference")).to_have_text(re.compile(REFERENCE))
    assert cases(demo_site) == before + 1


@pytest.mark.acceptance("F8", "F36")
def test_a_confirmation_says_what_comes_next_and_sending_again_makes_no_case(
    page: Page, demo_site: DemoSite
) -> None:
    # Given a complaint that is sent by a double click
    fill_in(page, demo_site.url("/complain/for-yourself/"))
    before = cases(demo_site)
    with page.expect_navigation(url=re.compile("/sent/")):
        page.get_by_role("button", name="Send your complaint").dblclick()
    reference = page.locator(".candour-reference").inner_text()
    # Then the reference is explained, with the body's own days and whom to ask
    main = page.get_by_role("main")
    for words in ("It is how we find your complaint", "within 3 working days", "What happens next"):
        expect(main).to_contain_text(words)
    assert main.locator("a[href^='tel:']").count()
    assert main.locator("a[href^='mailto:']", has_text="@").count()
    expect(main.get_by_role("link", name="Tell us what you think of this form")).to_be_visible()
    # When it is loaded again, and Back and Send are tried
    page.reload()
    expect(page.locator(".candour-reference")).to_have_text(reference)
    page.go_back()
    again = page.get_by_role("button", name="Send your complaint")
    if again.count():
        follow(again)
    # Then it is the same one case
    expect(page.locator(".candour-reference")).to_have_text(reference)
    assert cases(demo_site) == before + 1


@pytest.mark.acceptance("F34", "F35")
@pytest.mark.parametrize("religion", ["", "hindu"])
def test_equality_questions_come_after_sending_and_never_show_on_the_case(
    page: Page,
    new_context: Callable[..., BrowserContext],
    demo_site: DemoSite,
    religion: str,
) -> None:
    # Given a complaint that is sent
    fill_in(page, demo_site.url("/complain/for-yourself/"))
    before = cases(demo_site)
    with page.expect_navigation(url=re.compile("/sent/")):
        page.get_by_role("button", name="Send your complaint").click()
    reference = page.locator(".candour-reference").inner_text()
    # When the tab is closed at the equality questions, the complaint is there
    tab = page.context.new_page()
    tab.goto(page.url)
    follow(tab.get_by_role("link", name="Answer questions about you"))
    expect(tab.get_by_role("link", name="Skip these questions")).to_be_visible()
    tab.close()
    assert cases(demo_site) == before + 1
    # When none or one of the questions is answered, that is enough
    follow(page.get_by_role("link", name="Answer questions about you"))
    if religion:
        page.locator(f"[name=religion][value={religion}]").check()
    press(page, "Send these answers")
    expect(page).to_have_url(re.compile("/sent/"))
    # Then the officer who looks after the case sees none of it
    officer = new_context().new_page()
    sign_in(officer, demo_site, "hwe.officer")
    for place in ("", "files/"):
        officer.goto(demo_site.url(f"/workspace/cases/{reference}/{place}"))
        expect_heading(officer, reference)
        assert not re.search("hindu|religion|ethnic", officer.content(), re.IGNORECASE)


@pytest.mark.acceptance("F37")
def test_the_email_has_the_reference_and_what_comes_next_and_nothing_of_the_complaint(
    page: Page, demo_site: DemoSite, power_of_attorney: Path
) -> None:
    # Given somebody who may safely be written to
    form = demo_site.url("/complain/for-yourself/")
    fill_in(page, form, power_of_attorney)
    page.goto(f"{form}safe-contact/?change=1")
    page.locator("[name=safe_contact][value=yes]").check()
    press(page, "Continue")
    # When the complaint is sent and the post goes out
    with page.expect_navigation(url=re.compile("/sent/")):
        page.get_by_role("button", name="Send your complaint").click()
    reference = page.locator(".candour-reference").inner_text()
    demo_site.manage("work_outbox")
    # Then one message has the reference and what comes next
    (words,) = [text for text in mailed(demo_site) if reference in text]
    assert WORDS["your_email"] in words.partition("\n\n")[0]
    assert "What happens next" in words
    # And not a word of the complaint, nor its files
    for hidden in (WORDS["story"], WORDS["your_name"], power_of_attorney.name, "attachment"):
        assert hidden not in words
