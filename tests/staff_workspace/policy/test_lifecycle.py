"""The life of a case: which step follows which, and what stands in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from staff_workspace.policy.lifecycle import (
    EARLY_CLOSE_REASONS,
    OPEN_STATES,
    STATES,
    TRANSITIONS,
    LifecycleFacts,
    NotAllowed,
    allowed_verbs,
    next_state,
)

READY = LifecycleFacts(
    graded=True,
    acknowledged=True,
    issues=2,
    issues_with_finding=2,
    has_draft=True,
    drafted_by="ana",
    signer="ben",
    signer_holds_role=True,
)


@pytest.mark.requirement("QA-5")
def test_a_case_goes_from_receipt_to_closure() -> None:
    state = "received"
    for verb, reached in [
        ("acknowledge", "investigating"),
        ("record_finding", "investigating"),
        ("draft_response", "investigating"),
        ("submit_for_sign_off", "sign_off"),
        ("return_draft", "investigating"),
        ("submit_for_sign_off", "sign_off"),
        ("sign_response", "signed"),
        ("send_response", "responded"),
        ("close", "closed"),
        ("reopen", "investigating"),
    ]:
        state = next_state(state, verb, READY)
        assert state == reached


def test_an_ungraded_case_is_acknowledged_first_and_investigated_once_graded() -> None:
    assert next_state("received", "grade", LifecycleFacts()) == "received"
    assert next_state("received", "acknowledge", LifecycleFacts()) == "acknowledged"
    assert next_state("acknowledged", "grade", LifecycleFacts()) == "investigating"
    assert next_state("investigating", "grade", READY) == "investigating"


@pytest.mark.parametrize("state", OPEN_STATES)
def test_consent_authority_and_sharing_move_no_case(state: str) -> None:
    for verb in ("judge_authority", "request_consent", "record_consent", "share"):
        assert next_state(state, verb, LifecycleFacts()) == state


def test_points_are_added_until_the_response_is_passed_on() -> None:
    taking = [state for state in STATES if "add_issue" in allowed_verbs(state)]
    assert taking == ["received", "acknowledged", "investigating"]


@pytest.mark.parametrize("state", STATES)
def test_sharing_can_be_stopped_whatever_has_become_of_the_case(state: str) -> None:
    assert next_state(state, "stop_sharing", LifecycleFacts()) == state


@pytest.mark.requirement("RL-1", "QA-5", "T-26")
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"issues": 0, "issues_with_finding": 0}, "Add at least one issue"),
        ({"issues_with_finding": 1}, "1 issue has no finding yet"),
        ({"issues_with_finding": 0}, "2 issues have no finding yet"),
        ({"has_draft": False}, "Write the draft"),
        ({"letter_elements_missing": ("An apology",)}, "still lacks: An apology"),
    ],
)
def test_a_draft_goes_to_be_signed_only_when_it_is_complete(change: dict, message: str) -> None:
    with pytest.raises(NotAllowed, match=message):
        next_state("investigating", "submit_for_sign_off", replace(READY, **change))


@pytest.mark.requirement("QA-5")
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"signer": None}, "Say who signs"),
        ({"signer": "ana"}, "Somebody else has to sign"),
        ({"signer_holds_role": False}, "Only the person who signs"),
        (
            {"signer_holds_role": False, "signer_is_named_deputy": True, "deputy_may_sign": False},
            "Only the person who signs",
        ),
    ],
)
def test_nobody_signs_their_own_draft_or_without_the_right(change: dict, message: str) -> None:
    with pytest.raises(NotAllowed, match=message):
        next_state("sign_off", "sign_response", replace(READY, **change))


@pytest.mark.requirement("QA-5")
def test_a_named_deputy_signs() -> None:
    deputy = replace(READY, signer_holds_role=False, signer_is_named_deputy=True)
    assert next_state("sign_off", "sign_response", deputy) == "signed"


@pytest.mark.requirement("CN-2", "CL-2", "AN-1")
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"anonymous": True}, "nobody to send"),
        ({"acknowledged": False}, "Record the acknowledgement"),
        ({"on_behalf": True}, "authority to act"),
        (
            {"on_behalf": True, "authority_accepted": True, "statement_needed": True},
            "signed consent statement",
        ),
    ],
)
def test_a_response_is_sent_only_to_someone_who_may_have_it(change: dict, message: str) -> None:
    with pytest.raises(NotAllowed, match=message):
        next_state("signed", "send_response", replace(READY, **change))


def test_a_representative_with_authority_and_statement_is_answered() -> None:
    facts = replace(
        READY,
        on_behalf=True,
        authority_accepted=True,
        statement_needed=True,
        statement_signed=True,
    )
    assert next_state("signed", "send_response", facts) == "responded"


@pytest.mark.requirement("CC-3")
@pytest.mark.parametrize("reason", EARLY_CLOSE_REASONS)
def test_a_case_is_closed_early_with_its_reason(reason: str) -> None:
    assert next_state("acknowledged", "close", LifecycleFacts(close_reason=reason)) == "closed"


@pytest.mark.requirement("CC-3")
def test_a_case_is_not_closed_early_without_a_reason_that_counts() -> None:
    with pytest.raises(NotAllowed, match="Give the reason"):
        next_state("received", "close", LifecycleFacts())
    with pytest.raises(NotAllowed, match="not a reason"):
        next_state("received", "close", LifecycleFacts(close_reason="bored"))


@pytest.mark.requirement("AN-1")
def test_an_anonymous_complaint_is_looked_into_without_an_acknowledgement() -> None:
    assert next_state("received", "grade", LifecycleFacts(anonymous=True)) == "investigating"
    assert next_state("received", "grade", LifecycleFacts()) == "received"


def test_a_step_that_the_state_does_not_know_is_refused_in_words() -> None:
    with pytest.raises(NotAllowed) as refused:
        next_state("received", "sign_response", READY)
    assert refused.value.reason == ("A case that is “New” cannot be moved on by “sign response”.")
    with pytest.raises(NotAllowed, match="no state called"):
        next_state("limbo", "close", READY)


def test_the_table_names_only_states_that_exist_and_every_state_can_be_reached() -> None:
    for step in TRANSITIONS:
        assert {step.source, step.target} <= set(STATES)
    assert {step.target for step in TRANSITIONS} == set(STATES)
    assert allowed_verbs("closed") == ("stop_sharing", "withdraw_link", "reopen")
    assert "acknowledge" in allowed_verbs("received")


@pytest.mark.requirement("QA-3")
def test_what_is_complex_or_may_become_a_claim_is_approved_before_it_is_signed() -> None:
    waiting = replace(READY, extra_approval_needed=True)
    with pytest.raises(NotAllowed, match="has to be approved first"):
        next_state("sign_off", "sign_response", waiting)
    assert (
        next_state("sign_off", "sign_response", replace(waiting, extra_approved=True)) == "signed"
    )
