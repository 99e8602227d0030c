"""What a refusal, an end or an agreement does to the clocks that wait for somebody."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.clocks import CLOCKS

D = date.fromisoformat
ASKED = ("consent_requested", "2026-03-04")
REFUSED = ("consent_refused", "2026-03-09")
BODIES = ["hwe", "west_essex", "millbrook", "statute"]


@pytest.mark.requirement("CT-5", "CN-5")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_consent_that_was_refused_is_not_said_to_be_still_awaited(body, request, read) -> None:
    profile = request.getfixturevalue(body)
    clock = read(profile, "response_target", "2026-03-02", ASKED, REFUSED, grade="major")
    assert clock.state == "not_started"
    assert clock.why == (
        "Consent was refused on Monday 9 March 2026: what needs it cannot start, and what does not "
        "need it is still answered.",
    )
    again = (("consent_requested", "2026-03-16"), ("consent_received", "2026-03-20"))
    given = read(profile, "response_target", "2026-03-02", ASKED, REFUSED, *again, grade="major")
    assert (given.due, given.start) == (D("2026-05-20"), D("2026-03-20"))


@pytest.mark.requirement("CL-1", "CL-3")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_a_date_promised_to_the_person_stands_while_consent_is_out(body, request, read) -> None:
    promised = ("response_agreed", "2026-03-05", "2026-05-01")
    clock = read(
        request.getfixturevalue(body),
        "response_target",
        "2026-03-02",
        ASKED,
        promised,
        grade="major",
    )
    assert (clock.due, clock.state) == (D("2026-05-01"), "running")
    assert clock.moved_by[0].startswith("Consent was asked for on Wednesday 4 March 2026")


@pytest.mark.requirement("CC-2", "CC-3")
@pytest.mark.parametrize(
    ("end", "words"),
    [
        (("withdrawn", "2026-03-20"), "The case was withdrawn on Friday 20 March 2026."),
        (("closed", "2026-03-20"), "The case was closed without a response on"),
        (("final_response_sent", "2026-03-20"), "The response was sent on Friday 20 March 2026."),
    ],
)
def test_nothing_is_awaited_from_the_person_after_the_case_has_ended(
    millbrook, hwe, read, end, words
) -> None:
    for name in ("consent_chase", "consent_closure"):
        clock = read(millbrook, name, "2026-03-02", ASKED, end, as_of="2026-06-01")
        assert clock.state == "not_applicable"
        assert clock.why[0].startswith(words)
    sent = ("summary_sent", "2026-03-04")
    unconfirmed = read(hwe, "confirmation", "2026-03-02", sent, end, as_of="2026-06-01")
    assert unconfirmed.state == "not_applicable"
    back = read(hwe, "confirmation", "2026-03-02", sent, end, ("reopened", "2026-03-23"))
    assert back.state == "breached"


@pytest.mark.requirement("CC-1")
def test_a_corrected_summary_has_to_be_confirmed_anew(hwe, read) -> None:
    events = (
        ("summary_sent", "2026-03-02"),
        ("summary_confirmed", "2026-03-04"),
        ("summary_sent", "2026-03-06"),
    )
    clock = read(hwe, "confirmation", "2026-03-02", *events)
    assert (clock.state, clock.due) == ("running", D("2026-03-20"))


@pytest.mark.requirement("CT-1", "CL-2")
def test_an_acknowledgement_that_came_before_the_first_call_was_the_first_contact(
    millbrook, west_essex, read
) -> None:
    written, called = ("acknowledged", "2026-03-03T09:00"), ("first_contact", "2026-03-10T09:00")
    assert read(millbrook, "first_contact", "2026-03-02T10:00", written, called).state == "met"
    spot = {"kind": "concern", "grade": "on_the_spot"}
    there = read(west_essex, "first_contact", "2026-03-02T10:00", written, called, **spot)
    assert there.state == "met"


@pytest.mark.requirement("CT-1")
def test_nobody_has_to_be_called_about_a_complaint_that_is_withdrawn(millbrook, read) -> None:
    gone = ("withdrawn", "2026-03-03")
    clock = read(millbrook, "first_contact", "2026-03-02", gone, as_of="2026-04-01")
    assert clock.why == ("The case was withdrawn on Tuesday 3 March 2026.",)


@pytest.mark.requirement("CT-7", "CL-3", "REG-14")
@pytest.mark.parametrize("body", BODIES)
def test_an_earlier_promise_takes_nothing_from_the_six_months_in_which_more_can_be_agreed(
    body, request, read
) -> None:
    early = ("response_agreed", "2026-03-05", "2026-04-10")
    more = ("extension_agreed", "2026-04-20", "2026-10-01")
    profile = request.getfixturevalue(body)
    assert read(profile, "statutory_response", "2026-03-02", early, more).due == D("2026-10-01")
    within = ("extension_agreed", "2026-09-10", "2026-11-02")
    longer = read(profile, "statutory_response", "2026-03-02", early, more, within)
    assert longer.due == D("2026-11-02")
    after = ("extension_agreed", "2026-10-02", "2026-11-02")
    too_late = read(profile, "statutory_response", "2026-03-02", early, more, after)
    assert (too_late.due, too_late.state) == (D("2026-10-01"), "breached")
    assert too_late.why[-1] == (
        "A date agreed only on Friday 2 October 2026, after Thursday 1 October 2026 had passed, "
        "moves nothing."
    )


@pytest.mark.requirement("CL-1", "CT-4", "QA-6")
def test_millbrooks_forty_days_run_on_beside_a_later_date_that_was_agreed(
    millbrook, hwe, read
) -> None:
    later = ("response_agreed", "2026-03-05", "2026-06-01")
    name, received = "response_maximum", "2026-03-02"
    assert read(millbrook, "response_target", received, later).due == D("2026-06-01")
    clock = read(millbrook, name, received, later, as_of="2026-04-30")
    assert (clock.due, clock.state) == (D("2026-04-29"), "breached")
    pausing = (ASKED, ("consent_received", "2026-03-20"), later)
    assert read(millbrook, name, received, *pausing, on_behalf=True).due == D("2026-05-18")
    assert read(millbrook, name, received, ASKED, later, on_behalf=True).state == "paused"
    for shown in (
        read(millbrook, name, received),
        read(millbrook, name, received, later, anonymous=True),
        read(hwe, name, received, later, grade="major"),
    ):
        assert shown.state == "not_applicable"


def test_a_maximum_that_starts_with_consent_waits_for_it(millbrook, read) -> None:
    stored = millbrook.to_dict()
    stored["response"]["target_starts"]["in_force"] = "consent"
    stored["response"]["target_starts"]["policy_says"] = "consent"
    profile = type(millbrook).from_dict(stored)
    later = ("response_agreed", "2026-03-05", "2026-06-01")
    assert read(profile, "response_maximum", "2026-03-02", ASKED, later).state == "not_started"


@pytest.mark.requirement("CT-4", "REG-13")
def test_where_nothing_sets_a_target_the_agreed_date_does(statute, read) -> None:
    waiting = read(statute, "response_target", "2026-03-02")
    assert (waiting.state, waiting.left) == ("not_started", "starts when a date is agreed")
    agreed = ("response_agreed", "2026-03-05", "2026-04-10")
    assert read(statute, "response_target", "2026-03-02", agreed).due == D("2026-04-10")


@pytest.mark.requirement("AN-1", "T-41")
@pytest.mark.parametrize("body", BODIES)
def test_no_clock_of_an_anonymous_complaint_is_ever_breached_by_silence(
    body, request, read
) -> None:
    owed_to_the_person = set(CLOCKS) - {"draft"}  # the officer's own answer is owed inside
    for name in owed_to_the_person:
        clock = read(
            request.getfixturevalue(body), name, "2026-03-02", as_of="2027-03-02", anonymous=True
        )
        assert clock.state in ("not_applicable", "not_started")
        assert clock.due is None


@pytest.mark.requirement("CT-5", "T-06")
@pytest.mark.parametrize("body", ["hwe", "west_essex"])
def test_a_further_request_for_consent_brings_no_time_back_that_had_run_out(
    body, request, read
) -> None:
    profile = request.getfixturevalue(body)
    came = ("consent_received", "2026-03-06")  # 10 working days end on Friday 20 March
    facts = {"grade": "minor", "as_of": "2026-05-01"}

    def target(asked: str, *more: tuple[str, str]):
        events = ASKED, came, ("consent_requested", asked), *more
        return read(profile, "response_target", "2026-03-02", *events, **facts)

    for too_late in ("2026-03-21", "2026-03-23"):  # the Saturday is after the last day as well
        late = target(too_late)
        assert (late.state, late.due) == ("breached", D("2026-03-20"))
        assert target(too_late, ("consent_received", "2026-03-25")).due == D("2026-03-20")
    assert target("2026-03-20").state == "not_started"
    assert target("2026-03-20", ("consent_received", "2026-03-25")).due == D("2026-04-10")


@pytest.mark.requirement("IV-2", "CT-3")
def test_millbrooks_draft_that_was_late_stays_late_whatever_is_asked_then(millbrook, read) -> None:
    came = ("consent_received", "2026-03-06")  # 15 working days end on Friday 27 March
    again = ("consent_requested", "2026-03-30")
    facts = {"on_behalf": True, "as_of": "2026-05-01"}
    late = read(millbrook, "draft", "2026-03-02", ASKED, came, again, **facts)
    assert (late.state, late.due) == ("breached", D("2026-03-27"))
    refused = (("consent_refused", "2026-03-06"), again)
    waits = read(millbrook, "draft", "2026-03-02", ASKED, *refused, **facts)
    assert waits.state == "not_started"


@pytest.mark.requirement("T-07")
def test_pauses_that_overlap_say_what_each_added(millbrook, read) -> None:
    events = (
        ASKED,
        ("consent_requested", "2026-03-10"),
        ("consent_received", "2026-03-13"),
        ("consent_received", "2026-03-20"),
    )
    clock = read(millbrook, "response_target", "2026-03-02", *events, on_behalf=True)
    assert clock.due == D("2026-05-18")
    assert clock.moved_by == (
        "Paused for 7 working days: consent was asked for on Wednesday 4 March 2026 and answered "
        "on Friday 13 March 2026.",
        "Paused for 5 working days more: consent was asked for on Tuesday 10 March 2026 and "
        "answered on Friday 20 March 2026, and what lies before Saturday 14 March 2026 is counted "
        "already.",
    )


@pytest.mark.requirement("CT-5")
def test_a_further_request_holds_up_a_target_whose_end_nobody_knows_yet(hwe, read) -> None:
    came, again = ("consent_received", "2026-03-06"), ("consent_requested", "2026-03-16")
    ungraded = read(hwe, "response_target", "2026-03-02", ASKED, came, again)
    assert ungraded.why == ("Consent was asked for on Monday 16 March 2026 and is not in yet.",)
    late = (
        ("consent_requested", "2027-12-02"),
        ("consent_received", "2027-12-06"),
        ("consent_requested", "2027-12-13"),
    )
    facts = {"grade": "major", "as_of": "2027-12-14"}  # its 40 days end beyond the calendar
    assert read(hwe, "response_target", "2027-12-01", *late, **facts).state == "not_started"


@pytest.mark.requirement("CT-6", "T-07")
@pytest.mark.parametrize(
    ("asked", "answered", "due"),
    [("2026-04-24", "2026-04-28", "2026-05-08"), ("2026-04-30", "2026-05-05", "2026-05-08")],
)
def test_a_second_pause_counts_while_the_first_still_holds_the_target_open(
    asked, answered, due, millbrook, read
) -> None:
    events = (  # the first pause of 4 working days moves 29 April to 6 May
        ASKED,
        ("consent_received", "2026-03-10"),
        ("consent_requested", asked),
        ("consent_received", answered),
    )
    clock = read(millbrook, "response_target", "2026-03-02", *events, on_behalf=True)
    assert clock.due == D(due)


@pytest.mark.requirement("CT-1")
def test_a_policy_without_a_time_for_the_first_contact_says_so(hwe, read) -> None:
    clock = read(hwe, "first_contact", "2026-03-02")
    assert clock.why == ("The policy names no time for a first contact.",)
