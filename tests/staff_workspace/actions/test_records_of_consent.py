"""What the record of a consent and of a decision about authority holds."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.actions.chase_consent import chase_consent
from staff_workspace.actions.judge_authority import BestInterests, judge_authority
from staff_workspace.actions.make_consent_statement import make_consent_statement
from staff_workspace.actions.record_consent import record_consent
from staff_workspace.actions.withdraw_consent import withdraw_consent
from staff_workspace.models import AuthorityDecision, Case, Consent
from staff_workspace.policy.disclosure import may_share
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.case_facts import authority_accepted, statement_signed
from tests.workspace_people import at

TRUST = "Example Hospital Trust"


@pytest.fixture
def asked(own_case: Case, people: dict[str, Any]) -> Consent:
    """Consent to share with the trust, asked for on 20 November."""
    return make_consent_statement(
        case=own_case, by=people["officer"], organisations=[TRUST], giver="Owen", at=at(20)
    )


@pytest.mark.requirement("CN-5")
def test_a_consent_holds_its_capacity_scope_reminders_answer_and_withdrawal(
    asked: Consent, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    assert (asked.capacity, asked.scopes) == ("patient", ["investigate", "share"])
    chase_consent(case=asked.case, by=officer, asked_at=at(24), channel="phone")
    asked.refresh_from_db()
    record_consent(consent=asked, by=officer, signed=True, received_at=at(25), method="post")
    assert asked.record.chased[0].day == 24
    assert asked.lacks == ("the signed statement, or a note of it",)
    assert may_share([asked.record], organisation=TRUST, on=at(26).date())[0]
    assert statement_signed(asked.case)
    withdraw_consent(consent=asked, by=officer, withdrawn_at=at(27), note="Changed their mind")
    assert not may_share([asked.record], organisation=TRUST, on=at(27).date())[0]
    assert not statement_signed(asked.case)
    assert asked.answered_at == at(25)
    with pytest.raises(NotAllowed, match="not in force"):
        withdraw_consent(consent=asked, by=officer, withdrawn_at=at(27))


@pytest.mark.requirement("CN-5")
def test_a_consent_is_withdrawn_after_it_was_given_and_a_note_stands_for_the_copy(
    asked: Consent, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    record_consent(
        consent=asked,
        by=officer,
        signed=True,
        received_at=at(25),
        method="in_person",
        evidence_note="Signed at the desk, the paper is in the folder",
    )
    assert asked.lacks == ()
    with pytest.raises(NotAllowed, match="after it was given"):
        withdraw_consent(consent=asked, by=officer, withdrawn_at=at(24), at=at(26))


@pytest.mark.requirement("CN-5")
def test_sharing_is_not_asked_for_without_naming_with_whom(
    own_case: Case, people: dict[str, Any]
) -> None:
    with pytest.raises(NotAllowed, match="with which organisations"):
        make_consent_statement(
            case=own_case,
            by=people["officer"],
            organisations=[],
            giver="Owen",
            scopes=["share"],
            at=at(20),
        )


@pytest.mark.requirement("CN-5")
def test_a_withdrawal_of_consent_is_recorded_on_its_screen(
    asked: Consent,
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
    time_machine: Any,
) -> None:
    record_consent(
        consent=asked, by=people["officer"], signed=True, received_at=at(25), method="post"
    )
    time_machine.move_to(at(27), tick=False)
    client = client_for(body)
    client.force_login(people["officer"])
    address = reverse("staff_workspace:withdraw_consent", args=[asked.case.reference, asked.pk])
    data = {"on-day": "27", "on-month": "11", "on-year": "2026", "note": "Rang us"}
    page = client.post(address, data, follow=True).content.decode()
    assert "The consent is recorded as withdrawn" in page
    assert "Withdrawn" in page
    assert "share it with the organisations named" in page


def in_their_interest(case: Case, people: dict[str, Any], **changes: str) -> AuthorityDecision:
    """Decide in the patient's best interests, on 20 November."""
    given = {
        "options": "To look into it, or to wait",
        "public_interest": "Others are treated on the ward",
        "disclosure_limits": "No clinical detail to the complainant",
        "consulted": "The Assistant Director, on 19 November",
    }
    return judge_authority(
        case=case,
        by=people["officer"],
        decision="best_interests",
        evidence_seen="None",
        reason="The patient cannot ask anybody",
        best_interests=BestInterests(**{**given, **changes}),
        at=at(20),
    )


@pytest.mark.requirement("WC-9")
def test_a_best_interests_decision_keeps_its_options_limits_and_who_took_part(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case(representation="lacks_capacity")
    for missing in ("options", "public_interest", "disclosure_limits"):
        with pytest.raises(NotAllowed, match="Record who decides"):
            in_their_interest(case, people, **{missing: ""})
    with pytest.raises(NotAllowed, match="together with"):
        in_their_interest(case, people, consulted="")
    judged = in_their_interest(case, people)
    assert judged.disclosure_limits == "No clinical detail to the complainant"
    assert authority_accepted(case)


@pytest.mark.requirement("WC-9")
def test_west_essexs_team_decides_alone(
    at_west_essex: Body, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case(representation="lacks_capacity")
    assert in_their_interest(case, people, consulted="").decided_by == people["officer"]


@pytest.mark.requirement("WC-9")
def test_a_best_interests_decision_is_for_those_without_capacity_alone(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case(representation="died")
    with pytest.raises(NotAllowed, match="lacks capacity"):
        in_their_interest(case, people)
