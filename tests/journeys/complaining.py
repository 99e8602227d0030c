"""Somebody complains for a relative who lacks capacity, question by question."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.filling import choose, expect_heading, follow, give_date, go_on, upload, write
from tests.journeys.looking import Look

START = "/complain/for-someone-else/"
STORY = "My father waited nine hours on a trolley and nobody told us why."


@dataclass(frozen=True)
class Sent:
    """What the person knows afterwards."""

    reference: str
    page_text: str


def answer_why_and_prove_it(page: Page, look: Look, proof: Path, wrong: Path) -> None:
    """Why they complain for somebody, and the power of attorney; a wrong file is refused first."""
    go_on(page, "Start now")
    look(page)
    go_on(page)
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    look(page)
    choose(page, "They are not able to, because of illness or disability")
    go_on(page)
    choose(page, "A lasting power of attorney for health and welfare")
    go_on(page)
    expect_heading(page, "Upload proof")
    upload(page, wrong, button="Add this file")
    expect(page.get_by_role("alert")).to_contain_text("The selected file must be a PDF")
    look(page)
    upload(page, proof, button="Add this file")
    expect(page.get_by_role("main")).to_contain_text("power-of-attorney.pdf")
    look(page)
    go_on(page)


def say_who_they_are(page: Page, look: Look) -> None:
    """The representative and how to reach them."""
    write(page, Your_full_name="Nia O'Brien-José", What_are_you_to="Daughter")
    look(page)
    go_on(page)
    write(page, Email_address="nia@example.org", Phone_number="+44 (0)1632 960 123")
    choose(page, "Email")
    go_on(page)
    choose(page, "Yes")
    go_on(page)
    write(page, Address_line_1="1 Sample Street", Town_or_city="Hertford", Postcode="sg141ab")
    look(page)
    go_on(page)
    choose(page, "No, or only in some ways or at some times")
    write(page, What_should_we_know="Do not phone before 6pm")
    look(page)
    go_on(page)
    choose(page, "Information in another format")
    go_on(page)
    choose(page, "Large print")
    look(page)
    go_on(page)


def say_whom_it_is_about(page: Page, look: Look) -> None:
    """The patient."""
    write(page, Their_full_name="Owen O'Brien")
    give_date(page, "2", "Mar", "1948")
    look(page)
    go_on(page)
    choose(page, "Yes")
    go_on(page)
    choose(page, "Yes")
    page.get_by_label("NHS number", exact=True).fill("943 476 5919")
    look(page)
    go_on(page)
    choose(page, "None of these")
    go_on(page)


def tell_what_happened(page: Page, look: Look, photo: Path) -> None:
    """The story, when, where, what is wanted, and a photo of a letter."""
    expect(page.get_by_role("main")).to_contain_text("999")
    look(page)
    write(page, What_happened=STORY)
    go_on(page)
    write(page, Month="October", Year="2026")
    choose(page, "No")
    look(page)
    go_on(page)
    choose(page, "Hospital")
    write(page, What_is_it_called="Sample Hospital, Stevenage")
    look(page)
    go_on(page)
    choose(page, "None of these")
    look(page)
    go_on(page)
    write(page, What_would_you_like="An explanation and an apology.")
    go_on(page)
    upload(page, photo, button="Add this file")
    expect(page.get_by_role("main")).to_contain_text("letter.jpg")
    go_on(page)
    page.get_by_role("checkbox").check()
    look(page)
    go_on(page)


def check_and_send(page: Page, look: Look) -> Sent:
    """Check answers, change one, send; the confirmation survives a reload."""
    expect_heading(page, "Check your answers")
    for expected in ("943 476 5919", "power-of-attorney.pdf", "letter.jpg", STORY):
        expect(page.get_by_role("main")).to_contain_text(expected)
    look(page)
    follow(page.get_by_role("link", name=re.compile("Change.*what would you like", re.IGNORECASE)))
    write(page, What_would_you_like="An explanation, an apology and a change.")
    go_on(page)
    expect_heading(page, "Check your answers")
    expect(page.get_by_role("main")).to_contain_text("and a change.")
    go_on(page, "Send your complaint")
    page.reload()
    look(page)
    text = page.get_by_role("main").inner_text()
    found = re.search(r"\b(HWE-\d{4}-\d{4,}|WE-\d{4}-\d{4,}|COM\d{5,})\b", text)
    assert found, text
    return Sent(found.group(), text)


def complain_for_a_relative(
    page: Page, look: Look, *, proof: Path, photo: Path, wrong: Path
) -> Sent:
    """The whole form, from its start page to the confirmation."""
    answer_why_and_prove_it(page, look, proof, wrong)
    say_who_they_are(page, look)
    say_whom_it_is_about(page, look)
    tell_what_happened(page, look, photo)
    return check_and_send(page, look)
