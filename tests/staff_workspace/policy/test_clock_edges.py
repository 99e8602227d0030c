"""The edges of the clocks: the last moment in time, the first too late, and who is said to rule."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.clocks import CLOCKS, CaseFacts, Event, read_clocks

D = date.fromisoformat
CONSENT = ("consent_requested", "2026-03-04")
ON_THE_SPOT = {"grade": "on_the_spot", "kind": "concern"}


@pytest.mark.requirement("CL-1")
def test_each_clock_says_what_it_is_and_whose_rule_it_is(hwe) -> None:
    events = (Event("occurred", D("2026-02-02")), Event("consent_requested", D("2026-03-04")))
    facts = CaseFacts("complaint", D("2026-03-02"), "email", "major", events=events)
    found = read_clocks(hwe, facts, as_of=D("2026-03-05"))
    assert {reading.clock: (reading.label, reading.rule) for reading in found} == {
        "first_contact": ("First contact", "policy"),
        "acknowledgement": ("Acknowledgement", "law and policy"),
        "response_target": ("Response", "policy"),
        "statutory_response": ("Legal limit", "law"),
        "response_maximum": ("Longest time to respond", "policy"),
        "draft": ("Draft response", "policy"),
        "signoff_escalation": ("Escalate the sign-off", "policy"),
        "consent_chase": ("Ask again for consent", "policy"),
        "consent_closure": ("Last day for consent", "policy"),
        "confirmation": ("Confirm the summary", "policy"),
        "mp_acknowledgement": ("Acknowledge the enquiry", "policy"),
        "mp_draft": ("Draft the reply", "policy"),
        "mp_chase": ("Obtain a late draft", "policy"),
        "mp_final": ("Reply to the enquiry", "policy"),
        "meeting_offer": ("Offer dates for the meeting", "policy"),
        "meeting_agenda": ("Agenda for the meeting", "policy"),
        "meeting_premeet": ("Prepare the meeting", "policy"),
        "meeting_outputs": ("Send actions and recording", "policy"),
        "meeting_update": ("Update after the meeting", "policy"),
        "meeting_window": ("Time for a meeting", "policy"),
        "late_complaint": ("Time to complain", "law and policy"),
        "reopened_response": ("Further response", "policy"),
        "ombudsman_request": ("Answer the ombudsman", "law and policy"),
    }
    assert [reading.clock for reading in found] == list(CLOCKS)
    concern = CaseFacts("concern", D("2026-03-02"), "email")
    acknowledged = read_clocks(hwe, concern, as_of=D("2026-03-05"))[1]
    assert (acknowledged.rule, acknowledged.source) == ("policy", hwe.acknowledgement.ack_wd.source)
    by_clock = {reading.clock: reading.source for reading in found}
    assert by_clock["acknowledgement"].startswith("reg 13; ")
    assert by_clock["statutory_response"].startswith("reg 14; ")
    assert by_clock["late_complaint"].startswith("reg 12; ")


@pytest.mark.requirement("PP-2")
@pytest.mark.parametrize(
    ("received", "done", "state"),
    [
        ("2026-03-06T15:00", "2026-03-07T15:00", "met"),
        ("2026-03-06T15:00", "2026-03-07T15:01", "breached"),
        ("2026-03-06T15:00", "2026-03-07", "met"),
        ("2026-03-06T15:00", "2026-03-08", "breached"),
        ("2026-03-06", "2026-03-07", "met"),
        ("2026-03-06", "2026-03-08", "breached"),
    ],
)
def test_24_hours_end_with_their_last_moment(
    west_essex, read, received: str, done: str, state: str
) -> None:
    event = ("first_contact", done)
    reading = read(west_essex, "first_contact", received, event, as_of="2026-03-09", **ON_THE_SPOT)
    assert reading.state == state
    assert reading.unit == ("hour" if "T" in received else "day")
    assert reading.start == D("2026-03-06")


def test_a_clock_that_is_late_by_a_weekend_alone_is_late_by_one_day(hwe, read) -> None:
    late = read(hwe, "acknowledgement", "2026-03-03", as_of="2026-03-07")
    assert (late.due, late.state, late.left) == (
        D("2026-03-06"),
        "breached",
        "1 working day late",
    )
    assert read(hwe, "acknowledgement", "2026-03-03", as_of="2026-03-10").left == (
        "2 working days late"
    )


def test_nothing_is_used_up_of_a_clock_that_starts_later(hwe, read) -> None:
    meeting = ("meeting", "2026-05-21")
    planned = read(hwe, "meeting_outputs", "2026-01-05", meeting, as_of="2026-04-20")
    assert (planned.used_days, planned.total_days) == (0, 14)


@pytest.mark.requirement("CT-6", "T-07")
def test_consent_asked_and_given_on_one_day_is_no_pause(millbrook, read) -> None:
    same = ("consent_received", "2026-03-04")
    target = read(millbrook, "response_target", "2026-03-02", CONSENT, same, on_behalf=True)
    assert (target.due, target.moved_by) == (D("2026-04-29"), ())


@pytest.mark.requirement("CT-6")
def test_an_open_pause_gives_way_to_an_agreement_and_to_the_response(millbrook, read) -> None:
    def target(*events: tuple[str, ...]):
        return read(millbrook, "response_target", "2026-03-02", CONSENT, *events, on_behalf=True)

    agreed = target(("response_agreed", "2026-03-05", "2026-04-15"))
    assert (agreed.state, agreed.due) == ("running", D("2026-04-15"))
    assert agreed.total_days == 30
    sent = target(("final_response_sent", "2026-03-10"))
    assert (sent.state, sent.due) == ("met", D("2026-04-29"))


@pytest.mark.requirement("CC-2")
def test_a_case_may_be_closed_on_the_first_working_day_after_the_last_for_consent(
    millbrook, read
) -> None:
    closure = read(millbrook, "consent_closure", "2026-03-02", ("consent_requested", "2026-04-01"))
    assert closure.due == D("2026-05-01")
    assert closure.why[1] == (
        "The case may be closed from Saturday 2 May 2026; the first working day for that is "
        "Tuesday 5 May 2026."
    )
    in_the_week = read(
        millbrook, "consent_closure", "2026-03-02", ("consent_requested", "2026-03-09")
    )
    assert in_the_week.due == D("2026-04-08")
    assert in_the_week.why[1].endswith("the first working day for that is Thursday 9 April 2026.")


@pytest.mark.requirement("CC-2")
def test_the_last_request_for_consent_is_the_one_shown_when_all_are_answered(
    millbrook, read
) -> None:
    asked = CONSENT, ("consent_requested", "2026-03-16")
    answered = ("consent_received", "2026-03-10"), ("consent_received", "2026-03-20")
    closure = read(millbrook, "consent_closure", "2026-03-02", *asked, *answered)
    assert (closure.start, closure.due) == (D("2026-03-16"), D("2026-04-15"))
    assert closure.state == "met"
    chase = read(millbrook, "consent_chase", "2026-03-02", *asked, *answered)
    assert chase.why == ("Consent was answered on Friday 20 March 2026.",)


@pytest.mark.requirement("CT-5")
def test_a_target_that_started_with_consent_says_what_held_it_up(hwe, read) -> None:
    came = ("consent_received", "2026-03-20")
    target = read(hwe, "response_target", "2026-03-02", CONSENT, came, grade="major")
    assert target.moved_by == (
        "The target counts from Friday 20 March 2026, when consent came in.",
    )


@pytest.mark.requirement("CL-3", "CT-7")
def test_the_legal_limit_names_the_agreement_that_moved_it(hwe, read) -> None:
    longer = ("extension_agreed", "2026-08-03", "2026-10-30")
    limit = read(hwe, "statutory_response", "2026-03-02", longer)
    assert limit.due == D("2026-10-30")
    assert limit.why[-1].endswith("that the date is Friday 30 October 2026.")
    assert limit.why[1:] == limit.moved_by


@pytest.mark.requirement("CL-3")
def test_each_agreement_holds_while_the_one_before_still_ran(hwe, read) -> None:
    first = ("extension_agreed", "2026-08-03", "2026-10-30")
    second = ("extension_agreed", "2026-10-05", "2026-12-04")
    assert read(hwe, "statutory_response", "2026-03-02", first, second).due == D("2026-12-04")
    assert read(hwe, "statutory_response", "2026-03-02", second).due == D("2026-09-01")


@pytest.mark.requirement("CL-3")
def test_agreements_count_in_the_order_of_their_days_whatever_their_name(hwe, read) -> None:
    earlier = ("extension_agreed", "2026-03-05", "2026-05-01")
    later = ("response_agreed", "2026-03-10", "2026-05-15")
    assert read(hwe, "response_target", "2026-03-02", earlier, later).due == D("2026-05-15")


@pytest.mark.requirement("CL-3")
def test_an_agreement_counts_up_to_the_day_of_the_response(hwe, read) -> None:
    sent = ("final_response_sent", "2026-03-10")
    for on, due in (("2026-03-09", "2026-05-15"), ("2026-03-10", "2026-05-15")):
        agreed = ("response_agreed", on, due)
        assert read(hwe, "response_target", "2026-03-02", agreed, sent).due == D(due)
    after = ("response_agreed", "2026-03-11", "2026-05-15")
    target = read(hwe, "response_target", "2026-03-02", sent, after, grade="minor")
    assert target.due == D("2026-03-16")
