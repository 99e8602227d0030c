"""The main job in a real browser: read, complain, work the case, publish the report."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.demonstration import DemoSite
from tests.journeys.complaining import START, Sent, complain_for_a_relative
from tests.journeys.looking import Look, look, only_picture
from tests.journeys.publishing import (
    approve_draft_figures,
    publish_annual_report,
    read_annual_report,
    sign_in_as_editor,
)
from tests.journeys.working import (
    acknowledge_and_grade,
    check,
    find_and_draft,
    judge_and_ask_for_consent,
    open_case,
    pdf_text,
    record_signed_statement,
    send_and_close,
    sign,
    sign_in,
    try_to_sign_in,
)
from tests.proving import ALL

pytestmark = pytest.mark.browser
LONG = pytest.mark.skipif(not ALL, reason="long: make prove")
NewPage = Callable[..., Page]


@pytest.fixture
def given_papers(
    power_of_attorney: Path, photo_of_letter: Path, program_called_pdf: Path
) -> dict[str, Path]:
    return {"proof": power_of_attorney, "photo": photo_of_letter, "wrong": program_called_pdf}


def when_somebody_complains(
    page: Page, site: DemoSite, papers: dict[str, Path], look_at: Look, *, body: str
) -> Sent:
    page.goto(site.url(START, body=body))
    look_at(page)
    return complain_for_a_relative(page, look_at, **papers)


@pytest.mark.parametrize("body", ["hwe", pytest.param("west-essex", marks=LONG), "millbrook"])
def test_the_public_reads_policy_charter_and_help(
    page: Page, demo_site: DemoSite, body: str
) -> None:
    page.goto(demo_site.url("/", body=body))
    look(page)
    pages = page.evaluate(
        "[...new Set([...document.querySelectorAll('main a, header a, footer a')]"
        ".map(a => a.href).filter(h => h.startsWith(location.origin)))]"
    )
    assert len(pages) >= 8
    for address in pages:
        answer = page.goto(address)
        assert answer
        assert answer.status == 200, address
        expect(page.get_by_text("Demonstration, not a real service.")).to_be_visible()
        look(page)
        logo = page.locator(".nhsuk-header__logo")
        assert logo.count() == (0 if body == "millbrook" else 1), address


def test_a_complaint_without_javascript_gets_its_reference_and_date(
    new_context: Callable[..., BrowserContext], demo_site: DemoSite, given_papers: dict[str, Path]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    sent = when_somebody_complains(page, demo_site, given_papers, only_picture, body="hwe")
    assert "within 3 working days" in sent.page_text


@pytest.mark.parametrize(
    ("body", "prefix", "grade", "statement", "organisation"),
    [
        ("hwe", "hwe", "Moderate", "Consent to share information", "Sample Hospital Trust"),
        pytest.param(
            "millbrook", "millbrook", "Moderate", "Statement of legal authority", None, marks=LONG
        ),
    ],
)
def test_a_complaint_becomes_a_case_that_is_answered_and_closed(
    page: Page,
    new_context: Callable[..., BrowserContext],
    demo_site: DemoSite,
    given_papers: dict[str, Path],
    body: str,
    prefix: str,
    grade: str,
    statement: str,
    organisation: str | None,
) -> None:
    # Given a complaint for somebody who lacks capacity, with a power of attorney
    sent = when_somebody_complains(page, demo_site, given_papers, look, body=body)
    # When an officer works it
    officer = new_context().new_page()
    sign_in(officer, demo_site, f"{prefix}.officer", body=body)
    look(officer)
    open_case(officer, demo_site, sent.reference, body=body)
    look(officer)
    for clock in ("Acknowledgement", "Response", "Legal limit"):
        expect(officer.get_by_role("heading", name=re.compile(clock), level=3)).to_be_visible()
    judge_and_ask_for_consent(officer, organisation)
    officer.goto(demo_site.url(f"/workspace/cases/{sent.reference}/files/", body=body))
    look(officer)
    words = pdf_text(officer, statement)
    assert sent.reference in words
    assert "Owen O'Brien" in words
    open_case(officer, demo_site, sent.reference, body=body)
    record_signed_statement(officer)
    acknowledge_and_grade(officer, grade)
    find_and_draft(officer)
    # And a second person checks it
    checker = new_context().new_page()
    sign_in(checker, demo_site, f"{prefix}.governance", body=body)
    open_case(checker, demo_site, sent.reference, body=body)
    check(checker)
    # And a third signs it
    signatory = new_context().new_page()
    sign_in(signatory, demo_site, f"{prefix}.signatory", body=body)
    open_case(signatory, demo_site, sent.reference, body=body)
    sign(signatory)
    # And the officer sends it and closes the case
    open_case(officer, demo_site, sent.reference, body=body)
    send_and_close(officer)
    # Then the timeline shows each step, and the letter is a PDF with its signatory
    for step in (
        "Complaint received",
        "Authority to act accepted",
        "made for",
        "Consent signed",
        "Acknowledged by letter",
        "Graded",
        "Point 1: partly upheld",
        "Response drafted",
        "passed on to be checked",
        "Version 1 approved as deputy of the",
        "Response signed by",
        "Response sent by post",
        "Closed",
    ):
        expect(officer.locator(".candour-timeline")).to_contain_text(step)
    officer.goto(demo_site.url(f"/workspace/cases/{sent.reference}/response/", body=body))
    look(officer)
    letter = pdf_text(officer, "The signed letter")
    assert "A named nurse speaks to waiting families" in letter


def test_approved_figures_become_the_published_annual_report(
    page: Page,
    new_context: Callable[..., BrowserContext],
    demo_site: DemoSite,
    tmp_path: Path,
) -> None:
    # Given figures that Governance has checked and approved
    sign_in(page, demo_site, "hwe.governance")
    approve_draft_figures(page, demo_site)
    # When a comms editor makes the report's page and publishes it
    editor = new_context().new_page()
    sign_in_as_editor(editor, demo_site, "hwe.comms")
    publish_annual_report(editor, demo_site)
    # Then the public reads it as a page with a chart, and as a PDF with the same figures
    reader = new_context().new_page()
    words = read_annual_report(reader, demo_site, tmp_path)
    shown = " ".join(reader.get_by_role("main").inner_text().split())
    for figure in ("2,813", "89.4%"):
        assert figure in shown
        assert figure in words


@pytest.mark.parametrize(
    "user",
    [
        pytest.param("hwe.comms", marks=LONG),
        pytest.param("westessex.officer", marks=LONG),
        pytest.param("hwe.colleague", marks=LONG),
        pytest.param("admin", marks=LONG),
        None,
    ],
)
def test_nobody_else_finds_the_case(
    page: Page, new_context: Callable[..., BrowserContext], demo_site: DemoSite, user: str | None
) -> None:
    # Given a case that the officer sees
    sign_in(page, demo_site, "hwe.officer")
    page.goto(demo_site.url("/workspace/cases/?state=received"))
    reference = page.locator("main table a[href*='/cases/']").first.inner_text()
    # When somebody else asks for it
    other = new_context().new_page()
    if user:
        try_to_sign_in(other, demo_site, user)
    # Then the case, its files and its forms are not there
    for path in ("", "files/", "response/", "documents/1/", "evidence/1/", "grade/", "access/"):
        answer = other.goto(demo_site.url(f"/workspace/cases/{reference}/{path}"))
        assert answer
        assert answer.status == 404, (user, path)
        assert reference not in other.get_by_role("main").inner_text()
    look(other)
