"""The life of a case: which step follows which, and what stands in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from staff_workspace.policy import lifecycle
from staff_workspace.policy.lifecycle import (
    EARLY_CLOSE_REASONS,
    OPEN_STATES,
    STATES,
    TRANSITIONS,
    LifecycleFacts,
    NotAllowed,
)
from staff_workspace.policy.stages import STAGES, stages_of

NO_STAGES: frozenset[str] = frozenset()
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


def next_state(
    state: str, verb: str, facts: LifecycleFacts, stages: frozenset[str] = NO_STAGES
) -> str:
    """By the plain table, unless a test names stages."""
    return lifecycle.next_state(state, verb, facts, stages=stages)


def allowed_verbs(state: str, stages: frozenset[str] = NO_STAGES) -> tuple[str, ...]:
    """By the plain table, unless a test names stages."""
    return lifecycle.allowed_verbs(state, stages=stages)


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
def test_sharing_begins_and_ends_whatever_has_become_of_the_case(state: str) -> None:
    assert next_state(state, "share", LifecycleFacts()) == state
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
    always = {"share", "stop_sharing", "withdraw_link", "note", "record_ombudsman"}
    always |= {"restrict_contact", "review_restriction", "end_restriction"}
    # The person can still write, add and be written to, and ask for it to be opened again.
    always |= {"send_message", "write_message", "add_evidence", "add_form", "finish_task"}
    always |= {"issue_code", "hold_records", "lift_hold", "break_confidence"}
    at_the_end = {"reopen", "ask_reopening", "review_disposal", "dispose"}
    assert set(allowed_verbs("closed")) == {*always, *at_the_end}
    assert "acknowledge" in allowed_verbs("received")


@pytest.mark.requirement("QA-3")
def test_what_is_complex_or_may_become_a_claim_is_approved_before_it_is_signed() -> None:
    waiting = replace(READY, extra_approval_needed=True)
    with pytest.raises(NotAllowed, match="has to be approved first"):
        next_state("sign_off", "sign_response", waiting)
    assert (
        next_state("sign_off", "sign_response", replace(waiting, extra_approved=True)) == "signed"
    )


WITH_CHECK = frozenset({"quality_check"})
WITH_BOTH = frozenset({"quality_check", "further_approval"})
CHECKED = replace(READY, check_needed=True, version_approved=True, checked_by="cleo")


@pytest.mark.requirement("QA-1", "QA-2", "PP-22")
def test_where_the_policy_names_a_checker_the_draft_is_approved_before_it_is_signed() -> None:
    assert next_state("investigating", "submit_for_sign_off", READY, WITH_CHECK) == "quality_check"
    assert next_state("quality_check", "approve_draft", READY, WITH_CHECK) == "sign_off"
    assert next_state("quality_check", "return_draft", READY, WITH_CHECK) == "investigating"
    with pytest.raises(NotAllowed, match="no check of the draft"):
        next_state("quality_check", "approve_draft", READY)


@pytest.mark.requirement("QA-5")
def test_nobody_approves_their_own_draft() -> None:
    own = replace(READY, signer="ana")
    for state in ("quality_check", "further_approval"):
        with pytest.raises(NotAllowed, match="Somebody else has to approve"):
            next_state(state, "approve_draft", own, WITH_BOTH)
    with pytest.raises(NotAllowed, match="Say who approves"):
        next_state("quality_check", "approve_draft", replace(READY, signer=None), WITH_CHECK)


@pytest.mark.requirement("QA-3")
def test_what_is_complex_or_may_become_a_claim_is_approved_by_a_third_person() -> None:
    risky = replace(CHECKED, extra_approval_needed=True)
    assert next_state("quality_check", "approve_draft", risky, WITH_BOTH) == "further_approval"
    assert next_state("quality_check", "approve_draft", CHECKED, WITH_BOTH) == "sign_off"
    assert next_state("further_approval", "approve_draft", risky, WITH_BOTH) == "sign_off"
    with pytest.raises(NotAllowed, match="You checked this draft"):
        next_state("further_approval", "approve_draft", replace(risky, signer="cleo"), WITH_BOTH)


@pytest.mark.requirement("QA-3")
def test_without_a_checker_a_risky_draft_goes_straight_to_the_further_approval() -> None:
    stages = frozenset({"further_approval"})
    risky = replace(READY, extra_approval_needed=True)
    assert next_state("investigating", "submit_for_sign_off", risky, stages) == "further_approval"
    assert next_state("investigating", "submit_for_sign_off", READY, stages) == "sign_off"


@pytest.mark.requirement("QA-3")
def test_a_draft_that_turns_out_risky_goes_back_for_the_further_approval() -> None:
    risky = replace(CHECKED, extra_approval_needed=True)
    assert next_state("sign_off", "weigh_risk", risky, WITH_BOTH) == "further_approval"
    assert next_state("sign_off", "weigh_risk", CHECKED, WITH_BOTH) == "sign_off"
    assert next_state("investigating", "weigh_risk", risky, WITH_BOTH) == "investigating"
    with pytest.raises(NotAllowed, match="no further approval"):
        next_state("investigating", "weigh_risk", risky, WITH_CHECK)


@pytest.mark.requirement("QA-5")
def test_a_version_that_nobody_checked_is_not_signed() -> None:
    with pytest.raises(NotAllowed, match="has not been checked"):
        next_state("sign_off", "sign_response", replace(CHECKED, version_approved=False))
    assert next_state("sign_off", "sign_response", CHECKED) == "signed"


@pytest.mark.parametrize(
    ("verb", "state", "stage"),
    [
        ("record_summary_sent", "acknowledged", "confirmation"),
        ("record_summary_confirmed", "investigating", "confirmation"),
        ("escalate_check", "quality_check", "escalation"),
        ("send_partial_response", "investigating", "partial_response"),
        ("record_meeting", "closed", "meeting"),
    ],
)
def test_a_verb_of_a_stage_that_the_policy_lacks_is_refused_in_words(
    verb: str, state: str, stage: str
) -> None:
    assert verb not in allowed_verbs(state)
    assert verb in allowed_verbs(state, frozenset({stage}))
    assert next_state(state, verb, READY, frozenset({stage})) == state
    with pytest.raises(NotAllowed) as refused:
        next_state(state, verb, READY)
    assert refused.value.reason == STAGES[stage]


@pytest.mark.requirement("WD-1")
@pytest.mark.parametrize("state", OPEN_STATES)
def test_a_complaint_is_withdrawn_at_any_stage(state: str) -> None:
    assert next_state(state, "withdraw", LifecycleFacts()) == "closed"
    goes_on = LifecycleFacts(review_continues=True)
    expected = "closed" if state == "responded" else "investigating"
    assert next_state(state, "withdraw", goes_on) == expected


@pytest.mark.requirement("WD-1")
def test_nobody_drafts_for_signature_what_was_withdrawn() -> None:
    withdrawn = replace(READY, withdrawn=True)
    with pytest.raises(NotAllowed, match="withdrew it"):
        next_state("investigating", "submit_for_sign_off", withdrawn)
    parts = frozenset({"partial_response"})
    with pytest.raises(NotAllowed, match="withdrew it"):
        next_state("investigating", "send_partial_response", withdrawn, parts)


@pytest.mark.requirement("CC-3")
def test_a_reason_that_does_not_hold_closes_nothing() -> None:
    facts = LifecycleFacts(close_reason="no_consent", against_close_reason="Ask again.")
    with pytest.raises(NotAllowed, match="Ask again"):
        next_state("investigating", "close", facts)


@pytest.mark.requirement("PP-12", "PP-22", "PP-37")
def test_each_policy_has_its_own_stages(hwe, west_essex, millbrook, statute) -> None:
    assert stages_of(hwe) == {"quality_check", "confirmation", "partial_response", "meeting"}
    assert stages_of(west_essex) == {"quality_check", "escalation", "confirmation", "meeting"}
    assert stages_of(millbrook) == {"quality_check", "further_approval", "meeting"}
    assert stages_of(statute) == frozenset()
