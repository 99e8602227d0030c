"""What staff do with a case in the workspace."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.demonstration import DemoSite
from tests.journeys.filling import choose, follow, go_on, write
from tests.journeys.looking import look

PASSWORD = "candour-demo"


def sign_in(page: Page, site: DemoSite, user: str, *, body: str = "hwe") -> None:
    """Sign in to the workspace."""
    try_to_sign_in(page, site, user, body=body)
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")


def try_to_sign_in(page: Page, site: DemoSite, user: str, *, body: str = "hwe") -> None:
    """Give name and password, whatever comes of it."""
    page.goto(site.url("/workspace/sign-in/", body=body))
    write(page, Username=user)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    go_on(page, "Sign in")


def open_case(page: Page, site: DemoSite, reference: str, *, body: str = "hwe") -> None:
    """Find the case in the queue and open it."""
    page.goto(site.url(f"/workspace/cases/?q={reference}", body=body))
    look(page)
    follow(page.get_by_role("link", name=reference))
    expect(page.get_by_role("heading", level=1)).to_contain_text(reference)


def act(page: Page, action: str, *, rarer: bool = False) -> None:
    """Open one of the case's actions; the rarer ones lie under "More actions"."""
    page.get_by_text("All actions").click()
    if rarer:
        page.get_by_text("More actions").click()
    follow(page.get_by_role("group").get_by_role("link", name=action, exact=True))
    look(page)


def done(page: Page, words: str) -> None:
    """The case says that it is done."""
    expect(page.get_by_role("alert")).to_contain_text(words)
    look(page)


def pdf_text(page: Page, title: str) -> str:
    """Download the document that a link names; its words."""
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile(title)).first.click()
    return words_of(download.value.path())


def words_of(pdf: Path) -> str:
    """The words of a PDF, one space apart."""
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(pdf).pages).split())


def judge_and_ask_for_consent(page: Page, organisation: str | None) -> None:
    """Accept the power of attorney and make the body's statement."""
    act(page, "Judge the authority to act")
    expect(page.get_by_role("main")).to_contain_text("power-of-attorney.pdf")
    write(page, What_evidence_did_you_see="Lasting power of attorney for health and welfare")
    choose(page, "Yes, accept their authority")
    write(page, Why="It is registered and names the complainant")
    go_on(page, "Save the decision")
    done(page, "decision about authority")
    act(page, "Make a consent statement")
    if organisation:
        write(page, Which_organisations=organisation)
    go_on(page, "Make the statement")
    done(page, "consent statement is ready")


def record_signed_statement(page: Page) -> None:
    """The signed statement came back."""
    follow(page.get_by_role("link", name="Record the signed consent statement").first)
    look(page)
    choose(page, "They signed it", "Post")
    go_on(page, "Record the answer")
    done(page, "answer is recorded")


def acknowledge_and_grade(page: Page, grade: str) -> None:
    """Acknowledge with the offer to discuss, then grade."""
    act(page, "Record the acknowledgement")
    choose(page, "Letter")
    go_on(page, "Record the acknowledgement")
    expect(page.get_by_role("alert")).to_contain_text("Confirm that you offered")
    look(page)
    page.get_by_role("checkbox").check()
    go_on(page, "Record the acknowledgement")
    done(page, "acknowledgement is recorded")
    act(page, "Grade the case")
    choose(page, grade)
    write(page, Why_this_grade="Below expectation in several ways, no lasting harm")
    possible_claim = page.get_by_role("radio", name="No", exact=True)
    if possible_claim.count():  # some bodies ask for a further approval then
        possible_claim.check()
    go_on(page, "Save the grade")
    done(page, "grade is saved")


def find_and_draft(page: Page) -> None:
    """Record the finding, draft the letter with its checklist and pass it on."""
    follow(page.get_by_role("link", name="Record the finding on point 1").first)
    choose(page, "Partly upheld")
    write(
        page,
        How_did_you_reach="Two wards were closed and nobody kept the family informed.",
        What_changes="A named nurse speaks to waiting families every two hours.",
    )
    look(page)
    go_on(page, "Save the finding")
    done(page, "finding is saved")
    act(page, "Draft the response")
    for option in page.get_by_label("It is in the letter").all():
        option.check()
    go_on(page, "Save the draft")
    done(page, "draft is saved")
    follow(page.get_by_role("link", name="Pass the draft on to be checked").first)
    look(page)
    go_on(page, "Pass it on")
    done(page, "draft was passed on")


def check(page: Page) -> None:
    """Check and approve the draft, as a second person."""
    follow(page.get_by_role("link", name="Check and approve the draft").first)
    look(page)
    go_on(page, "Approve the draft")
    expect(page.get_by_role("alert")).to_contain_text("Confirm that you have read")
    page.get_by_label("As nominated deputy").check()
    page.get_by_role("checkbox").check()
    go_on(page, "Approve the draft")
    done(page, "draft is approved")


def sign(page: Page) -> None:
    """Sign as a further person."""
    follow(page.get_by_role("link", name="Sign the response").first)
    look(page)
    page.get_by_role("radio").first.check()
    page.get_by_role("checkbox").check()
    go_on(page, "Sign the response")
    done(page, "response is signed")


def send_and_close(page: Page) -> None:
    """Record the sending and close."""
    act(page, "Record that it was sent")
    choose(page, "Post")
    go_on(page, "Record it as sent")
    done(page, "recorded as sent")
    act(page, "Close the case")
    choose(page, "The response was sent")
    go_on(page, "Close the case")
    done(page, "case is closed")
