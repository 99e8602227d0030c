"""The draft, the confirmation of the summary, and the reopened case."""

from __future__ import annotations

from datetime import date

import pytest

D = date.fromisoformat
ASKED = ("consent_requested", "2026-03-04")
IN = ("consent_received", "2026-03-20")


@pytest.mark.requirement("CT-3", "PP-9", "T-09")
def test_millbrooks_officer_answers_in_fifteen_working_days(millbrook, hwe, read) -> None:
    assert read(millbrook, "draft", "2026-03-02").due == D("2026-03-23")
    begun = read(millbrook, "draft", "2026-03-02", ("investigation_started", "2026-03-04"))
    assert begun.due == D("2026-03-25")
    assert read(millbrook, "draft", "2026-03-02", ("drafted", "2026-03-20")).state == "met"
    assert not millbrook.response.io_wd.verified
    assert read(hwe, "draft", "2026-03-02").state == "not_applicable"
    assert read(millbrook, "draft", "2026-03-02", kind="concern").state == "not_applicable"
    gone = read(millbrook, "draft", "2026-03-02", ("withdrawn", "2026-03-03"))
    assert gone.state == "not_applicable"


@pytest.mark.requirement("IV-2")
def test_the_investigation_waits_until_the_authority_is_in(millbrook, read) -> None:
    waiting = read(millbrook, "draft", "2026-03-02", ASKED, on_behalf=True)
    assert (waiting.state, waiting.left) == ("not_started", "starts when consent is in")
    started = read(millbrook, "draft", "2026-03-02", ASKED, IN, on_behalf=True)
    assert started.due == D("2026-04-14")
    later = ("investigation_started", "2026-03-23")
    assert read(millbrook, "draft", "2026-03-02", ASKED, IN, later, on_behalf=True).start == D(
        "2026-03-23"
    )
    refused = ("consent_refused", "2026-03-20")
    still = read(millbrook, "draft", "2026-03-02", ASKED, refused, on_behalf=True)
    assert still.state == "not_started"


@pytest.mark.requirement("CC-1", "PP-12")
def test_an_unconfirmed_summary_is_asked_about_three_times_in_all(hwe, read) -> None:
    first = ("summary_sent", "2026-03-02")
    clock = read(hwe, "confirmation", "2026-03-02", first)
    assert clock.due == D("2026-03-16")
    assert clock.why[0] == "This is attempt 1 of 3."
    assert clock.why[-1] == "Without an answer by then it is asked again."
    last = read(
        hwe,
        "confirmation",
        "2026-03-02",
        first,
        ("summary_sent", "2026-03-16"),
        ("summary_sent", "2026-03-30"),
    )
    assert last.due == D("2026-04-15")
    assert "the person is told so in writing" in last.why[-1]


@pytest.mark.requirement("CC-1")
def test_a_confirmed_summary_ends_the_waiting(hwe, millbrook, read) -> None:
    sent = ("summary_sent", "2026-03-02")
    confirmed = read(hwe, "confirmation", "2026-03-02", sent, ("summary_confirmed", "2026-03-09"))
    assert confirmed.state == "met"
    assert read(hwe, "confirmation", "2026-03-02").state == "not_started"
    assert read(hwe, "confirmation", "2026-03-02", sent, anonymous=True).due is None
    assert read(millbrook, "confirmation", "2026-03-02", sent).state == "not_applicable"


SENT = ("final_response_sent", "2026-04-01")
AGAIN = ("reopened", "2026-04-08")


@pytest.mark.requirement("RO-2")
def test_a_reopened_case_has_a_clock_of_its_own(west_essex, read) -> None:
    further = read(west_essex, "reopened_response", "2026-03-02", SENT, AGAIN, grade="minor")
    assert (further.due, further.state) == (D("2026-04-22"), "running")
    first = read(west_essex, "response_target", "2026-03-02", SENT, AGAIN, grade="major")
    assert first.state == "met"
    legal = read(west_essex, "statutory_response", "2026-03-02", SENT, AGAIN)
    assert legal.state == "met"
    done = ("final_response_sent", "2026-04-20")
    closed = read(west_essex, "reopened_response", "2026-03-02", SENT, AGAIN, done, grade="minor")
    assert closed.state == "met"


@pytest.mark.requirement("RO-2", "CL-3")
def test_a_date_agreed_after_reopening_belongs_to_the_further_response(west_essex, read) -> None:
    agreed = ("extension_agreed", "2026-04-09", "2026-06-01")
    events = (SENT, AGAIN, agreed)
    further = read(west_essex, "reopened_response", "2026-03-02", *events)
    assert further.due == D("2026-06-01")
    assert len(further.moved_by) == 1
    first = read(west_essex, "response_target", "2026-03-02", *events, grade="major")
    assert (first.due, first.state) == (D("2026-04-29"), "met")


def test_without_reopening_or_a_grade_the_further_response_waits(west_essex, read) -> None:
    assert read(west_essex, "reopened_response", "2026-03-02", SENT).state == "not_applicable"
    ungraded = read(west_essex, "reopened_response", "2026-03-02", SENT, AGAIN)
    assert ungraded.state == "not_started"
    early = ("response_agreed", "2026-03-05", "2026-04-10")
    graded = read(west_essex, "reopened_response", "2026-03-02", early, SENT, AGAIN, grade="minor")
    assert graded.due == D("2026-04-22")


@pytest.mark.requirement("CC-3")
def test_late_consent_reopens_the_same_case_and_leaves_its_day_of_receipt(hwe, read) -> None:
    closed = ("closed", "2026-05-01")
    gone = read(hwe, "statutory_response", "2026-03-02", ASKED, closed)
    assert gone.state == "not_applicable"
    back = (ASKED, closed, ("reopened", "2026-06-01"), ("consent_received", "2026-06-01"))
    assert read(hwe, "statutory_response", "2026-03-02", *back).due == D("2026-09-01")
    target = read(hwe, "response_target", "2026-03-02", *back, grade="minor")
    assert target.due == D("2026-06-15")
