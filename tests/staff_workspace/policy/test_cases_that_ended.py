"""A case that ends without a response: what was late by then stays late, the rest is owed no more."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.forecast import forecast, warning_level
from staff_workspace.policy.overdue import duties

D = date.fromisoformat
LATER = "2026-11-02"
MP = {"kind": "mp_enquiry"}
SENT, AGAIN = ("final_response_sent", "2026-03-10"), ("reopened", "2026-03-16")


@pytest.mark.requirement("CL-2", "CC-3")
@pytest.mark.parametrize("end", ["withdrawn", "closed"])
@pytest.mark.parametrize(
    ("body", "clock", "due", "facts"),
    [
        ("millbrook", "first_contact", "2026-03-03", {}),
        ("hwe", "acknowledgement", "2026-03-05", {}),
        ("west_essex", "response_target", "2026-03-16", {"grade": "minor"}),
        ("hwe", "statutory_response", "2026-09-01", {}),
        ("millbrook", "draft", "2026-03-23", {}),
        ("hwe", "mp_acknowledgement", "2026-03-05", MP),
        ("hwe", "mp_draft", "2026-03-23", MP),
        ("hwe", "mp_chase", "2026-03-25", MP),
        ("hwe", "mp_final", "2026-04-08", MP),
    ],
)
def test_a_breach_is_not_undone_by_ending_the_case(
    body, clock, due, facts, end, request, read
) -> None:
    profile = request.getfixturevalue(body)
    in_time = read(profile, clock, "2026-03-02", (end, due), as_of=LATER, **facts)
    assert (in_time.state, in_time.due, in_time.waits) == ("not_applicable", None, False)
    late = read(profile, clock, "2026-03-02", (end, "2026-10-01"), as_of=LATER, **facts)
    assert (late.state, late.due) == ("breached", D(due))
    assert late.left.startswith("ended ")
    assert late.left.endswith(" late")
    how = "withdrawn" if end == "withdrawn" else "closed without a response"
    assert in_time.why == late.why[-1:] or late.why[-1].startswith(f"The case was {how} on ")
    assert in_time.why[0].startswith(f"The case was {how} on ")


@pytest.mark.requirement("CL-2", "CT-8")
def test_a_clock_that_ended_late_counts_to_the_end_and_asks_for_nothing_more(hwe, read) -> None:
    gone = ("withdrawn", "2026-03-10")
    clock = read(hwe, "acknowledgement", "2026-03-02", gone, as_of=LATER)
    assert (clock.left, clock.used_days) == ("ended 3 working days late", 6)
    assert clock.why[-1] == "The case was withdrawn on Tuesday 10 March 2026."
    assert clock.waits is False
    assert (forecast(hwe, clock).breaches, warning_level(hwe, clock)) == (None, None)
    closed = ("closed", "2026-09-02")
    limit = read(hwe, "statutory_response", "2026-03-02", closed, as_of=LATER)
    assert (limit.state, duties([limit])) == ("breached", ())


@pytest.mark.requirement("CL-2")
def test_what_was_done_before_the_end_stays_as_it_was_done(hwe, west_essex, read) -> None:
    gone = ("withdrawn", "2026-03-10")
    late = ("acknowledged", "2026-03-06")
    clock = read(hwe, "acknowledgement", "2026-03-02", late, gone, as_of=LATER)
    assert (clock.state, clock.left) == ("breached", "done 1 working day late")
    spot = {"grade": "on_the_spot", "kind": "concern"}
    missed = read(west_essex, "acknowledgement", "2026-03-02T09:00", gone, as_of=LATER, **spot)
    assert (missed.state, missed.left, missed.waits) == ("breached", "ended late", False)


@pytest.mark.requirement("LR-1", "WD-1")
def test_a_meeting_that_was_fixed_is_off_when_the_case_ends_before_it(hwe, read) -> None:
    fixed, clocks = ("meeting", "2026-05-21"), ("meeting_offer", "meeting_outputs")
    for clock in clocks:
        off = read(hwe, clock, "2026-03-02", fixed, ("withdrawn", "2026-05-20"), as_of=LATER)
        assert off.state == "not_applicable"
        assert off.why == ("The case was withdrawn on Wednesday 20 May 2026.",)
        none = read(hwe, clock, "2026-03-02", ("withdrawn", "2026-05-20"), as_of=LATER)
        assert none.state == "not_applicable"
        held = read(hwe, clock, "2026-03-02", fixed, ("closed", "2026-05-21"), as_of=LATER)
        assert held.state == "breached"
        assert held.waits
    assert read(hwe, "meeting_offer", "2026-03-02").state == "not_started"


@pytest.mark.requirement("RO-2", "CC-3")
def test_a_reopened_case_that_is_closed_owes_no_further_response(west_essex, read) -> None:
    def further(*events: tuple[str, str], grade: str | None = "minor"):
        case = (SENT, AGAIN, *events)
        clock = "reopened_response"
        return read(west_essex, clock, "2026-03-02", *case, as_of=LATER, grade=grade)

    assert further().state == "breached"
    in_time = further(("closed", "2026-03-30"))
    assert (in_time.state, in_time.why) == (
        "not_applicable",
        ("The case was closed without a response on Monday 30 March 2026.",),
    )
    late = further(("withdrawn", "2026-03-31"))
    assert (late.state, late.left) == ("breached", "ended 1 working day late")
    assert further(("closed", "2026-03-30"), grade=None).state == "not_applicable"
    answered = further(("final_response_sent", "2026-03-18"), ("closed", "2026-03-18"))
    assert (answered.state, answered.left) == ("met", "done in time")
    at_once = further(("final_response_sent", "2026-03-16"), ("closed", "2026-03-18"))
    assert at_once.state == "met"
    same_day = further(("closed", "2026-03-16"))
    assert same_day.state == "breached"
    assert same_day.waits


@pytest.mark.requirement("RO-2")
def test_a_case_reopened_before_its_only_response_did_not_end_again(hwe, read) -> None:
    events = ("withdrawn", "2026-03-05"), ("reopened", "2026-03-06"), SENT, ("closed", "2026-03-11")
    summary = ("summary_sent", "2026-03-09")
    clock = read(hwe, "confirmation", "2026-03-02", *events, summary, as_of=LATER)
    assert clock.why == ("The response was sent on Tuesday 10 March 2026.",)


@pytest.mark.requirement("RO-2", "CC-1")
def test_nothing_is_awaited_in_a_reopened_case_that_ended(hwe, west_essex, read) -> None:
    asked = ("summary_sent", "2026-03-18")
    clock = read(hwe, "confirmation", "2026-03-02", SENT, AGAIN, asked, ("closed", "2026-03-30"))
    assert clock.why == ("The case was closed without a response on Monday 30 March 2026.",)
    open_ = read(hwe, "confirmation", "2026-03-02", SENT, AGAIN, asked)
    assert open_.state == "running"


@pytest.mark.requirement("CC-1", "PP-23")
def test_what_never_began_before_the_response_begins_no_more(west_essex, read) -> None:
    for clock in ("confirmation", "signoff_escalation"):
        before = read(west_essex, clock, "2026-03-02")
        assert before.state == "not_started"
        after = read(west_essex, clock, "2026-03-02", SENT)
        assert after.state == "not_applicable"
        assert after.why == ("The response was sent on Tuesday 10 March 2026.",)
        assert read(west_essex, clock, "2026-03-02", SENT, AGAIN).state == "not_started"
        gone = read(west_essex, clock, "2026-03-02", ("withdrawn", "2026-03-09"))
        assert gone.why == ("The case was withdrawn on Monday 9 March 2026.",)


@pytest.mark.requirement("PP-23")
def test_a_draft_that_lay_too_long_is_not_forgiven_when_the_case_ends(west_essex, read) -> None:
    handed = ("submitted_for_signoff", "2026-03-09")
    late = read(west_essex, "signoff_escalation", "2026-03-02", handed, ("withdrawn", "2026-03-13"))
    assert (late.state, late.left) == ("breached", "ended 1 working day late")
    in_time = read(
        west_essex, "signoff_escalation", "2026-03-02", handed, ("withdrawn", "2026-03-12")
    )
    assert in_time.state == "not_applicable"


@pytest.mark.requirement("CT-4", "QA-6")
def test_millbrooks_maximum_that_was_missed_stays_missed(millbrook, read) -> None:
    agreed = ("response_agreed", "2026-03-05", "2026-07-31")
    late = read(
        millbrook, "response_maximum", "2026-03-02", agreed, ("closed", "2026-05-01"), as_of=LATER
    )
    assert (late.state, late.due) == ("breached", D("2026-04-29"))
    target = read(
        millbrook, "response_target", "2026-03-02", agreed, ("closed", "2026-05-01"), as_of=LATER
    )
    assert target.state == "not_applicable"


@pytest.mark.requirement("RO-2", "CL-2")
def test_the_first_response_stops_the_clocks_whatever_is_sent_after_reopening(
    west_essex, read
) -> None:
    late = ("final_response_sent", "2026-10-30")
    agreed = ("response_agreed", "2026-03-17", "2026-11-30")
    for clock in ("response_target", "statutory_response"):
        found = read(
            west_essex, clock, "2026-03-02", SENT, AGAIN, agreed, late, as_of=LATER, grade="minor"
        )
        assert (found.state, found.left, found.moved_by) == ("met", "done in time", ())


@pytest.mark.requirement("CT-4")
def test_a_target_that_nothing_paused_speaks_of_no_pause(millbrook, read) -> None:
    why = read(millbrook, "response_target", "2026-03-02").why
    assert why[-1] == "40 working days end on Wednesday 29 April 2026."


@pytest.mark.requirement("RO-2", "CC-1")
def test_the_further_response_ends_what_was_awaited_since_the_first(hwe, read) -> None:
    asked, answered = ("summary_sent", "2026-03-17"), ("final_response_sent", "2026-03-20")
    clock = read(hwe, "confirmation", "2026-03-02", SENT, AGAIN, asked, answered)
    assert clock.why == ("The response was sent on Friday 20 March 2026.",)


@pytest.mark.requirement("CL-2")
def test_a_clock_that_never_applied_keeps_its_own_reason_when_the_case_ends(hwe, read) -> None:
    gone = ("withdrawn", "2026-03-10")
    clock = read(hwe, "draft", "2026-03-02", gone)
    assert clock.why == ("The policy sets no time for the draft.",)


@pytest.mark.requirement("CT-2")
def test_west_essex_counts_hours_for_what_is_settled_on_the_spot_alone(west_essex, read) -> None:
    assert read(west_essex, "acknowledgement", "2026-03-02", grade="minor").due == D("2026-03-05")


@pytest.mark.requirement("CL-2")
def test_the_first_acknowledgement_counts_and_the_last_reopening(west_essex, read) -> None:
    sent = ("acknowledged", "2026-03-04"), ("acknowledged", "2026-03-20")
    assert read(west_essex, "acknowledgement", "2026-03-02", *sent).state == "met"
    twice = SENT, AGAIN, ("reopened", "2026-03-23")
    further = read(west_essex, "reopened_response", "2026-03-02", *twice, grade="minor")
    assert further.start == D("2026-03-23")
