"""Waiting for consent and for a signature."""

from __future__ import annotations

from datetime import date

import pytest

D = date.fromisoformat
ASKED = ("consent_requested", "2026-03-04")


@pytest.mark.requirement("V-8", "CC-2", "PP-11", "T-09")
def test_millbrook_waits_thirty_calendar_days_for_consent(millbrook, read) -> None:
    clock = read(millbrook, "consent_closure", "2026-03-02", ASKED)
    assert clock.due == D("2026-04-03")
    assert (
        "The case may be closed from Saturday 4 April 2026; the first working day for that is "
        "Tuesday 7 April 2026." in clock.why
    )


@pytest.mark.requirement("T-38")
def test_before_closing_for_want_of_consent_the_law_is_remembered(millbrook, read) -> None:
    clock = read(millbrook, "consent_closure", "2026-03-02", ASKED, as_of="2026-04-04")
    assert clock.state == "breached"
    assert "still owed by law" in clock.why[-1]


@pytest.mark.requirement("T-38", "CC-1")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_before_closing_after_three_attempts_the_law_is_remembered(
    body: str, request, read
) -> None:
    tries = [("summary_sent", day) for day in ("2026-03-02", "2026-03-16", "2026-03-30")]
    third = read(request.getfixturevalue(body), "confirmation", "2026-03-02", *tries)
    assert third.why[-1].endswith("What the law still asks for is looked at before closing.")
    second = read(request.getfixturevalue(body), "confirmation", "2026-03-02", *tries[:2])
    assert "the law" not in second.why[-1]


@pytest.mark.requirement("CC-2")
def test_hwe_and_west_essex_close_no_case_for_want_of_consent(hwe, west_essex, read) -> None:
    for body in (hwe, west_essex):
        assert read(body, "consent_closure", "2026-03-02", ASKED).state == "not_applicable"


@pytest.mark.requirement("CC-2")
def test_consent_is_asked_for_again_before_day_thirty(millbrook, read) -> None:
    assert read(millbrook, "consent_chase", "2026-03-02", ASKED).due == D("2026-03-18")
    chased = read(millbrook, "consent_chase", "2026-03-02", ASKED, ("consent_chased", "2026-03-18"))
    assert chased.due == D("2026-04-01")


def test_nothing_is_chased_before_consent_is_asked_for_or_after_it_is_in(millbrook, read) -> None:
    received = ("consent_received", "2026-03-20")
    for clock in ("consent_chase", "consent_closure"):
        assert read(millbrook, clock, "2026-03-02").state == "not_applicable"
    done = read(millbrook, "consent_chase", "2026-03-02", ASKED, received)
    assert done.state == "not_applicable"
    assert read(millbrook, "consent_closure", "2026-03-02", ASKED, received).state == "met"


@pytest.mark.requirement("QA-2", "PP-23")
def test_west_essex_takes_an_unsigned_draft_higher_after_three_working_days(
    west_essex, hwe, read
) -> None:
    handed_in = ("submitted_for_signoff", "2026-03-06")
    clock = read(west_essex, "signoff_escalation", "2026-03-02", handed_in)
    assert clock.due == D("2026-03-11")
    signed = read(
        west_essex, "signoff_escalation", "2026-03-02", handed_in, ("signed", "2026-03-10")
    )
    assert signed.state == "met"
    assert read(west_essex, "signoff_escalation", "2026-03-02").state == "not_started"
    assert read(hwe, "signoff_escalation", "2026-03-02", handed_in).state == "not_applicable"
