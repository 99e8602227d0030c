"""The page behind the receipt: what is asked, where it stands and why, and nothing of ours."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from staff_workspace.actions.agree_date import agree_date
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.actions.propose_date import propose_date
from staff_workspace.actions.record_summary_sent import record_summary_sent
from staff_workspace.actions.send_message import send_message
from staff_workspace.actions.write_note import write_note
from staff_workspace.models import CaseEvent
from tests.staff_workspace.actions.working_a_case import to_investigating
from tests.staff_workspace.complainant.conftest import Sent, address, text
from tests.workspace_people import at


def page(opened: Client) -> str:
    """What the status page says."""
    return text(opened.get(address("status")))


def test_nothing_is_asked_and_the_dates_are_promised(opened: Client) -> None:
    said = page(opened)
    assert "We need nothing from you now" in said
    assert "We have it : done Thursday 19 November 2026" in said
    assert "We do this by Tuesday 24 November 2026" in said
    assert "We will agree a date with you. The law says by 18 May 2027 at the latest." in said


def test_the_reasons_for_a_date_are_the_clock_s_own_sentences(opened: Client) -> None:
    said = page(opened)
    assert "Why this date?" in said
    assert "The 6 months begin on Thursday 19 November 2026, the day of receipt" in said


def test_what_was_done_in_time_says_so(
    opened: Client, sent: Sent, people: dict[str, Any], morning: Any
) -> None:
    to_investigating(sent.case, people)
    morning.move_to(at(24, 11))
    opened.post(address("open"), {"reference": sent.case.reference, "code": sent.code})
    said = page(opened)
    assert "Monday 23 November 2026, as promised within 3 working days" in said
    assert "We look into it : now" in said


def test_a_date_that_was_agreed_is_called_agreed(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    agree_date(
        case=sent.case,
        by=people["officer"],
        new=date(2027, 2, 1),
        agreed_with="Nia",
        agreed_at=at(20),
        channel="phone",
        reason="Three services answer",
    )
    said = page(opened)
    assert "We agreed 1 February 2027 with you." in said
    assert "it was agreed with you that the date is" in said


def test_what_is_asked_comes_first_and_is_counted(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    record_summary_sent(case=sent.case, by=officer, sent_at=at(20), channel="online")
    propose_date(case=sent.case, by=officer, new=date(2027, 1, 15), reason="Two services answer")
    send_message(case=sent.case, by=officer, text="Hello")
    said = page(opened)
    assert "We need three things from you" in said
    assert "1 point. Tell us if we got something wrong. By 4 December." in said
    assert "We propose 15 January 2027." in said
    assert said.index("We need three things") < said.index("Where it stands")


def test_nothing_that_is_ours_alone_is_shown(
    opened: Client, sent: Sent, people: dict[str, Any]
) -> None:
    write_note(case=sent.case, by=people["officer"], text="She rings every day, be careful")
    grade_case(case=sent.case, by=people["officer"], grade="moderate", reason="No lasting harm")
    said = opened.get(address("status")).content.decode()
    internal = ("rings every day", "oderate", "lasting harm", "Officer", "officer", "Owen Example")
    for hidden in (*internal, "9991234567", "Nine hours on a trolley", sent.case.headline):
        assert hidden not in said


@pytest.mark.parametrize("name", ["status", "messages", "evidence", "contact", "stop"])
def test_no_page_shows_another_person_s_details(opened: Client, sent: Sent, name: str) -> None:
    said = opened.get(address(name)).content.decode()
    for hidden in ("Owen Example", "9991234567", "1 Sample Street"):
        assert hidden not in said


def test_the_named_contact_is_told(opened: Client, sent: Sent, people: dict[str, Any]) -> None:
    sent.case.handler = people["officer"]
    sent.case.save()
    assert "Officer looks after your complaint." in page(opened)


def test_a_closed_case_says_why_in_public_words(opened: Client, sent: Sent) -> None:
    sent.case.state, sent.case.closed_because = "closed", "redirected"
    sent.case.closed_at = at(20)
    sent.case.save()
    CaseEvent.objects.create(
        case=sent.case, name="closed", at=at(20), title="x", by_name="x", recorded_at=at(20)
    )
    said = page(opened)
    assert "We passed it to the organisation that deals with it." in said
    assert "Stop this complaint" not in said
