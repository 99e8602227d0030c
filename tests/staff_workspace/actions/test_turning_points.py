"""Meetings, replies to a part, withdrawing, opening again and the ombudsman."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from permissions.models import Body
from staff_workspace.actions.close_case import close_case
from staff_workspace.actions.draft_response import draft_response
from staff_workspace.actions.fix_meeting import fix_meeting
from staff_workspace.actions.record_meeting_step import record_meeting_step
from staff_workspace.actions.record_ombudsman import record_ombudsman
from staff_workspace.actions.reopen_case import reopen_case
from staff_workspace.actions.send_partial_response import send_partial_response
from staff_workspace.actions.submit_for_sign_off import submit_for_sign_off
from staff_workspace.actions.withdraw_case import withdraw_case
from staff_workspace.models import Case
from staff_workspace.policy.clocks import ClockReading
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.meetings import MeetingPlan
from staff_workspace.policy.working_days import body_calendar
from staff_workspace.presenters.next_steps import next_steps
from staff_workspace.presenters.today import duties
from staff_workspace.queries.case_clocks import clock_readings
from tests.staff_workspace.actions.working_a_case import (
    all_ticked,
    to_investigating,
    to_responded,
)
from tests.workspace_people import at

MakeCase = Callable[..., Case]
AN_HOUR = MeetingPlan(length=timedelta(hours=1), senior_chair=True)


def clocks(case: Case, day: int, month: int = 12) -> dict[str, ClockReading]:
    """The clocks of the case on a day of 2026."""
    case = Case.objects.get(pk=case.pk)
    return clock_readings(case, as_of=at(day, month=month)).by_name()


def fix(case: Case, people: dict[str, Any], day: int, plan: MeetingPlan = AN_HOUR) -> None:
    """Fix a meeting for a day of January 2027."""
    fix_meeting(
        case=case,
        by=people["officer"],
        takes_place_at=at(31, month=12) + timedelta(days=day),
        where="Charter House",
        chair="A senior nurse",
        plan=plan,
        at=at(7, month=12),
    )


@pytest.mark.requirement("LR-1")
def test_the_milestones_of_a_meeting_run_from_its_day(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    fix(own_case, people, 20)
    officer = people["officer"]
    record_meeting_step(case=own_case, by=officer, key="offered", on=at(8, month=12))
    after = clocks(own_case, 9)
    assert after["meeting_offer"].state == "met"
    assert after["meeting_agenda"].due == date(2027, 1, 6)
    fix(own_case, people, 13)
    assert clocks(own_case, 9)["meeting_agenda"].due == date(2026, 12, 30)
    with pytest.raises(NotAllowed, match="after that day"):
        record_meeting_step(case=own_case, by=officer, key="held", on=at(9, month=12))
    later = at(31, month=12) + timedelta(days=13)
    record_meeting_step(case=own_case, by=officer, key="held", on=later)
    record_meeting_step(
        case=own_case, by=officer, key="outputs", on=later + timedelta(days=7), note="Notes"
    )
    assert own_case.events.filter(name="meeting_outputs_sent").exists()


@pytest.mark.requirement("LR-1")
def test_a_meeting_that_is_called_off_stops_its_clocks(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    fix(own_case, people, 20)
    record_meeting_step(case=own_case, by=people["officer"], key="cancelled", on=at(9, month=12))
    assert clocks(own_case, 10)["meeting_agenda"].state == "not_started"


@pytest.mark.requirement("LR-2", "LR-3")
def test_a_plan_that_the_policy_speaks_against_is_refused(
    at_millbrook: Body, own_case: Case, people: dict[str, Any]
) -> None:
    with pytest.raises(NotAllowed, match="Assess the risk before meeting at home"):
        fix(own_case, people, 20, MeetingPlan(length=timedelta(hours=1), at_home=True))
    with pytest.raises(NotAllowed, match="has no such step"):
        record_meeting_step(case=own_case, by=people["officer"], key="agenda", on=at(20))


@pytest.mark.requirement("PP-37")
def test_a_reply_to_a_part_stops_no_clock(own_case: Case, people: dict[str, Any]) -> None:
    to_investigating(own_case, people)
    part = {
        "case": own_case,
        "by": people["officer"],
        "sent_at": at(30),
        "channel": "post",
        "answers": "The wait at the surgery",
    }
    with pytest.raises(NotAllowed, match="chose it"):
        send_partial_response(**part, person_wants_it=False)
    send_partial_response(**part, person_wants_it=True)
    assert own_case.state == "investigating"
    assert clocks(own_case, 1)["statutory_response"].state == "running"


@pytest.mark.requirement("PP-37")
def test_a_body_with_one_integrated_reply_sends_no_part(
    at_west_essex: Body, own_case: Case, people: dict[str, Any]
) -> None:
    to_investigating(own_case, people)
    with pytest.raises(NotAllowed, match="one reply to the whole complaint"):
        send_partial_response(
            case=own_case,
            by=people["officer"],
            sent_at=at(30),
            channel="post",
            answers="A part",
            person_wants_it=True,
        )


@pytest.mark.requirement("WD-1")
def test_a_withdrawal_closes_the_case_once_those_concerned_know(
    own_case: Case, people: dict[str, Any]
) -> None:
    told = {"case": own_case, "by": people["officer"], "withdrawn_at": at(25), "way": "orally"}
    with pytest.raises(NotAllowed, match="Tell those who were complained about"):
        withdraw_case(**told, told_those_named=False)
    withdraw_case(**told, told_those_named=True)
    assert (own_case.state, own_case.closed_because) == ("closed", "withdrawn")
    assert clocks(own_case, 30, 11)["statutory_response"].state == "not_applicable"


@pytest.mark.requirement("WD-1")
def test_millbrook_looks_into_it_all_the_same_where_it_knows_enough(
    at_millbrook: Body, own_case: Case, people: dict[str, Any]
) -> None:
    to_investigating(own_case, people, grade="low")
    officer = people["officer"]
    withdraw = {"by": officer, "way": "in_writing", "told_those_named": True}
    withdraw_case(case=own_case, withdrawn_at=at(25), enough_to_review=True, **withdraw)
    assert own_case.state == "investigating"
    assert clocks(own_case, 30, 11)["statutory_response"].state == "not_applicable"
    with pytest.raises(NotAllowed, match="recorded already"):
        withdraw_case(case=own_case, withdrawn_at=at(26), **withdraw)
    own_case.issues.update(finding="upheld")
    fresh = Case.objects.get(pk=own_case.pk)
    assert next_steps(fresh)[0].verb == "Close the case"
    close_case(case=own_case, by=officer, because="withdrawn", at=at(27))
    assert own_case.state == "closed"


def reopen(case: Case, by: Any, **more: Any) -> None:
    """Ask further questions on 14 December."""
    given = {"new_matter": False, "left_to_answer": True} | more
    reopen_case(
        case=case,
        by=by,
        asked_at=at(14, month=12),
        questions="Why was nobody called?",
        answered_by="Our own team",
        **given,
    )


@pytest.mark.requirement("RO-1", "RO-2")
def test_a_reopened_case_has_its_own_clock_and_is_received_once(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    answered = own_case.responded_at
    close_case(case=own_case, by=people["officer"], because="responded", at=at(10, month=12))
    reopen(own_case, people["officer"])
    assert (own_case.state, own_case.reopened, own_case.closed_at) == ("investigating", True, None)
    assert own_case.events.filter(name="received").count() == 1
    read = clocks(own_case, 15)
    assert read["response_target"].state == "met"
    assert read["reopened_response"].state == "running"
    with pytest.raises(NotAllowed, match="Change the draft first"):
        submit_for_sign_off(case=own_case, by=people["officer"], at=at(15, month=12))
    further = draft_response(
        case=own_case,
        by=people["officer"],
        text="We looked again.",
        elements=all_ticked(own_case),
        at=at(15, month=12),
    )
    assert further.version == 2
    assert own_case.responded_at == answered


@pytest.mark.requirement("RO-1")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"new_matter": True}, "Open a new one"),
        ({"left_to_answer": False}, "the ombudsman is next"),
    ],
)
def test_a_new_matter_or_nothing_left_does_not_reopen(
    own_case: Case, people: dict[str, Any], change: dict[str, bool], words: str
) -> None:
    to_responded(own_case, people)
    with pytest.raises(NotAllowed, match=words):
        reopen(own_case, people["officer"], **change)
    assert not own_case.reopened


@pytest.mark.requirement("RO-1")
def test_at_millbrook_governance_decides_about_reopening(
    at_millbrook: Body, own_case: Case, people: dict[str, Any]
) -> None:
    close_case(case=own_case, by=people["officer"], because="ineligible", at=at(20))
    with pytest.raises(NotAllowed, match="Only the Head of Risk"):
        reopen(own_case, people["officer"])
    reopen(own_case, people["governance"])
    assert own_case.state == "investigating"


@pytest.mark.requirement("OM-1", "OM-2")
def test_an_ombudsman_is_answered_by_the_day_they_name_although_the_case_is_closed(
    own_case: Case, people: dict[str, Any], body: Body
) -> None:
    officer = people["officer"]
    to_responded(own_case, people)
    close_case(case=own_case, by=officer, because="responded", at=at(10, month=12))
    step = {"case": own_case, "by": officer}
    record_ombudsman(**step, key="referred", on=at(14, month=12))
    assert own_case.referred_to_ombudsman
    with pytest.raises(NotAllowed, match="Give the day"):
        record_ombudsman(**step, key="requested", on=at(15, month=12))
    with pytest.raises(NotAllowed, match="No request"):
        record_ombudsman(**step, key="answered", on=at(15, month=12))
    due = date(2027, 1, 15)
    record_ombudsman(**step, key="requested", on=at(15, month=12), due=due, note="The file")
    assert (own_case.state, own_case.ombudsman_due, own_case.next_due) == ("closed", due, due)
    calendar = body_calendar(own_case.profile)
    found = duties(officer, body, today=date(2026, 12, 16), calendar=calendar)
    assert [duty.step.verb for duty in found] == ["Answer the ombudsman"]
    record_ombudsman(**step, key="answered", on=at(18, month=12))
    assert own_case.next_due is None
    record_ombudsman(**step, key="decided", on=at(30, month=12), note="Upheld: write again.")
    assert own_case.events.filter(name="ombudsman_decided").exists()
