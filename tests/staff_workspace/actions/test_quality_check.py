"""The check before the signature: by another person, of one version, recorded."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404

from permissions.models import AuditEvent, Body
from staff_workspace.actions.amend_draft import amend_draft
from staff_workspace.actions.approve_draft import approve_draft
from staff_workspace.actions.draft_response import draft_response
from staff_workspace.actions.escalate_check import escalate_check
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.actions.return_draft import return_draft
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.actions.submit_for_sign_off import submit_for_sign_off
from staff_workspace.actions.weigh_risk import weigh_risk
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.presenters.next_steps import next_steps
from staff_workspace.queries.case_clocks import clock_readings
from tests.staff_workspace.actions.working_a_case import (
    all_ticked,
    to_handed_in,
    to_investigating,
    to_responded,
    to_sign_off,
)
from tests.workspace_people import at, make_person

MakeCase = Callable[..., Case]


@pytest.mark.requirement("QA-1", "QA-5")
def test_a_draft_is_checked_by_another_before_it_is_signed(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_handed_in(own_case, people)
    assert own_case.state == "quality_check"
    with pytest.raises(Http404):
        sign_response(case=own_case, by=people["signatory"], version=1, at=at(2, month=12))
    approval = approve_draft(
        case=own_case, by=people["governance"], version=1, as_deputy=True, at=at(2, month=12)
    )
    assert own_case.state == "sign_off"
    assert approval.response.version == 1
    assert approval.approved_title == "Governance of HWE"
    assert approval.as_deputy_of == "Head of Patient Experience"
    assert own_case.events.filter(name="draft_approved").get().by == people["governance"]
    detail = AuditEvent.objects.get(action="case.approve_draft").detail
    assert (detail["version"], detail["as_deputy"]) == (1, True)


@pytest.mark.requirement("QA-5")
def test_nobody_approves_their_own_draft(own_case: Case, people: dict[str, Any]) -> None:
    to_handed_in(own_case, people)
    own_case.responses.update(drafted_by=people["governance"])
    with pytest.raises(NotAllowed, match="Somebody else has to approve"):
        approve_draft(case=own_case, by=people["governance"], version=1, at=at(2, month=12))
    assert not own_case.approvals.exists()
    with pytest.raises(NotAllowed, match="Send it back"):
        amend_draft(
            case=own_case, by=people["governance"], version=1, text="New.", at=at(2, month=12)
        )


@pytest.mark.requirement("QA-5")
def test_an_officer_does_not_approve(own_case: Case, people: dict[str, Any]) -> None:
    to_handed_in(own_case, people)
    with pytest.raises(Http404):
        approve_draft(case=own_case, by=people["officer2"], version=1, at=at(2, month=12))


@pytest.mark.requirement("QA-3", "QA-5")
def test_what_is_amended_is_a_new_version_and_the_approval_is_of_that_one(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_handed_in(own_case, people)
    checker = people["governance"]
    with pytest.raises(NotAllowed, match="Nothing was changed"):
        amend_draft(case=own_case, by=checker, version=1, text="We are sorry.", at=at(2, month=12))
    amended = amend_draft(
        case=own_case, by=checker, version=1, text="We are very sorry.", at=at(2, month=12)
    )
    assert (amended.version, amended.amended_by, amended.drafted_by) == (
        2,
        checker,
        people["officer"],
    )
    with pytest.raises(NotAllowed, match="Read it again"):
        approve_draft(case=own_case, by=checker, version=1, at=at(2, 12, month=12))
    approve_draft(case=own_case, by=checker, version=2, at=at(2, 12, month=12))
    sign_response(case=own_case, by=people["signatory"], version=2, at=at(3, month=12))
    assert own_case.responses.get(version=1).text == "We are sorry."


@pytest.mark.requirement("QA-5")
def test_a_draft_that_came_back_is_changed_and_checked_anew(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_sign_off(own_case, people)
    officer = people["officer"]
    return_draft(case=own_case, by=people["signatory"], reason="Too short", at=at(3, month=12))
    with pytest.raises(NotAllowed, match="Change the draft first"):
        submit_for_sign_off(case=own_case, by=officer, at=at(3, 11, month=12))
    draft_response(
        case=own_case,
        by=officer,
        text="A longer letter.",
        elements=all_ticked(own_case),
        at=at(3, 12, month=12),
    )
    submit_for_sign_off(case=own_case, by=officer, at=at(3, 13, month=12))
    assert own_case.state == "quality_check"
    return_draft(case=own_case, by=people["governance"], reason="A date", at=at(4, month=12))
    assert own_case.state == "investigating"


@pytest.mark.requirement("QA-5")
def test_a_deputy_signs_and_it_is_recorded(own_case: Case, people: dict[str, Any]) -> None:
    to_sign_off(own_case, people)
    sign_response(
        case=own_case, by=people["signatory"], version=1, as_deputy=True, at=at(3, month=12)
    )
    assert own_case.responses.get().signed_as_deputy
    assert "as nominated deputy" in own_case.events.get(name="signed").title


@pytest.mark.requirement("QA-5")
def test_author_approver_signatory_and_sender_are_kept_with_their_times(
    own_case: Case, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    letter = own_case.responses.get()
    check = letter.approvals.get()
    assert [letter.drafted_by, check.approved_by, letter.signed_by, letter.sent_by] == [
        people["officer"],
        people["governance"],
        people["signatory"],
        people["officer"],
    ]
    assert letter.drafted_at < check.approved_at < letter.signed_at < letter.sent_at


@pytest.mark.requirement("QA-3")
def test_a_case_is_marked_as_a_possible_claim_when_it_is_graded(
    at_millbrook: Body, own_case: Case, people: dict[str, Any]
) -> None:
    case = own_case
    to_investigating(case, people, grade="low")
    assert not case.complex_or_claim
    grade_case(
        case=case,
        by=people["officer"],
        grade="high",
        reason="A hand was hurt",
        complex_or_claim=True,
        at=at(24, 11),
    )
    assert case.complex_or_claim
    assert "may become a claim" in case.events.filter(name="graded").first().title


@pytest.mark.requirement("QA-3", "QA-5")
def test_the_further_approval_is_by_a_third_person(
    at_millbrook: Body, own_case: Case, people: dict[str, Any]
) -> None:
    case = own_case
    deputy = make_person(at_millbrook, "deputy", at_millbrook.teams.get(key="governance"))
    to_handed_in(case, people, grade="low")
    weigh_risk(
        case=case,
        by=people["officer"],
        complex_or_claim=True,
        reason="A solicitor wrote",
        at=at(2, month=12),
    )
    with pytest.raises(NotAllowed, match="already"):
        weigh_risk(
            case=case, by=people["officer"], complex_or_claim=True, reason="So", at=at(2, month=12)
        )
    approve_draft(case=case, by=people["governance"], version=1, at=at(3, month=12))
    assert case.state == "further_approval"
    with pytest.raises(NotAllowed, match="You checked this draft"):
        approve_draft(case=case, by=people["governance"], version=1, at=at(3, 11, month=12))
    approve_draft(case=case, by=deputy, version=1, at=at(3, 12, month=12))
    assert case.state == "sign_off"
    assert [row.stage for row in case.approvals.all()] == ["quality_check", "further_approval"]


@pytest.mark.requirement("QA-3")
def test_a_risk_seen_late_takes_the_draft_back_from_the_signature(
    at_millbrook: Body, own_case: Case, people: dict[str, Any]
) -> None:
    case = own_case
    to_handed_in(case, people, grade="low")
    approve_draft(case=case, by=people["governance"], version=1, at=at(2, month=12))
    weigh_risk(
        case=case, by=people["officer"], complex_or_claim=True, reason="A claim", at=at(3, month=12)
    )
    assert case.state == "further_approval"


@pytest.mark.requirement("QA-3")
def test_a_body_without_the_further_approval_refuses_the_mark_in_words(
    own_case: Case, people: dict[str, Any]
) -> None:
    with pytest.raises(NotAllowed, match="no further approval"):
        weigh_risk(
            case=own_case, by=people["officer"], complex_or_claim=True, reason="So", at=at(20)
        )


@pytest.mark.requirement("QA-2", "T-17")
def test_at_west_essex_a_draft_that_lies_three_working_days_is_taken_higher(
    at_west_essex: Body, own_case: Case, people: dict[str, Any]
) -> None:
    case = own_case
    to_handed_in(case, people)  # on Tuesday 1 December
    officer = people["officer"]
    with pytest.raises(NotAllowed, match="until Friday 4 December"):
        escalate_check(case=case, by=officer, at=at(4, month=12))
    escalate_check(case=case, by=officer, note="By telephone", at=at(7, month=12))
    title = case.events.get(name="signoff_escalated").title
    assert title == f"Draft taken higher to the {case.profile.role_title('director_of_nursing')}"
    approve_draft(case=case, by=people["governance"], version=1, at=at(8, month=12))
    readings = clock_readings(case, as_of=at(20, month=12)).by_name()
    assert readings["signoff_escalation"].left == "done 2 working days late"
    assert not readings["signoff_escalation"].waits


@pytest.mark.requirement("QA-1")
def test_the_next_step_is_the_checkers(own_case: Case, people: dict[str, Any]) -> None:
    to_handed_in(own_case, people)
    own_case = Case.objects.get(pk=own_case.pk)
    verbs = [step.verb for step in next_steps(own_case)]
    assert verbs == [
        "Check and approve the draft",
        "Tell the person how it goes on, and when they hear next",
        "Give the case to a handler",
    ]
