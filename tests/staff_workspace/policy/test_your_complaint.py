"""What somebody may do on "your complaint", and for how long it stays open."""

from datetime import UTC, datetime, timedelta

import pytest

from staff_workspace.policy.your_complaint import (
    IDLE,
    LONGEST,
    against_message,
    against_signing,
    is_open,
    notice_by_email,
    overall_answer,
)

OPENED = datetime(2026, 11, 2, 9, tzinfo=UTC)
MOMENT = timedelta(seconds=1)


def test_it_closes_half_an_hour_after_the_last_page() -> None:
    seen = OPENED + timedelta(hours=1)
    assert is_open(opened_at=OPENED, seen_at=seen, now=seen + IDLE - MOMENT)
    assert not is_open(opened_at=OPENED, seen_at=seen, now=seen + IDLE)


def test_it_closes_after_four_hours_however_busy_somebody_is() -> None:
    end = OPENED + LONGEST
    assert is_open(opened_at=OPENED, seen_at=end - MOMENT, now=end - MOMENT)
    assert not is_open(opened_at=OPENED, seen_at=end - MOMENT, now=end)


def test_it_is_not_open_before_it_was_opened() -> None:
    assert not is_open(opened_at=OPENED, seen_at=OPENED, now=OPENED - MOMENT)


@pytest.mark.requirement("CN-2", "CN-6")
@pytest.mark.parametrize(
    ("statement", "capacity", "on_behalf", "why"),
    [
        ("sharing_consent", "complainant", False, ""),
        ("sharing_consent", "patient", False, ""),
        ("legal_authority", "representative", True, ""),
        ("sharing_consent", "patient", True, "The patient signs this statement"),
        ("chosen_representative", "patient", False, "signed on paper"),
    ],
)
def test_a_statement_is_signed_on_the_screen_by_the_one_whom_it_binds(
    statement: str, capacity: str, on_behalf: bool, why: str
) -> None:
    said = against_signing(statement=statement, capacity=capacity, on_behalf=on_behalf)
    assert why in said
    assert bool(said) == bool(why)


def test_a_message_holds_words_or_files() -> None:
    assert against_message(" ", files=0) == "Enter your message"
    assert against_message(" ", files=1) == ""
    assert against_message("Thank you", files=0) == ""


@pytest.mark.parametrize(
    ("safe_contact", "against_email", "mailed"),
    [("", "", True), (" ", "", True), ("Not at home", "", False), ("", "Not agreed to", False)],
)
def test_notice_is_mailed_only_where_it_was_agreed_and_nothing_is_to_be_heeded(
    safe_contact: str, against_email: str, mailed: bool
) -> None:
    assert notice_by_email(safe_contact=safe_contact, against_email=against_email) is mailed


def test_consent_for_one_organisation_of_several_is_a_signed_statement() -> None:
    assert overall_answer({True, False}) == "signed"
    assert overall_answer({False}) == "refused"
