"""The life of a case as a table: which verb leads where, and which stage of the policy it needs."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from . import lifecycle_guards as guards
from .lifecycle_guards import LifecycleFacts, NotAllowed
from .lifecycle_states import (
    BEFORE_DRAFT,
    BEFORE_RESPONSE,
    DRAFT_WITH_OTHERS,
    EARLY_CLOSE_REASONS,
    OPEN_STATES,
    STATES,
    State,
)
from .stages import STAGES

__all__ = [
    "EARLY_CLOSE_REASONS",
    "OPEN_STATES",
    "STATES",
    "TRANSITIONS",
    "LifecycleFacts",
    "NotAllowed",
    "State",
    "Transition",
    "allowed_verbs",
    "next_state",
]


@dataclass(frozen=True, slots=True)
class Transition:
    """A verb, the state it is used in and the state it leads to (the same: no move).

    `stage` names the stage that the body's policy must have for it; empty: every body's has it.
    """

    verb: str
    source: str
    target: str
    guard: guards.Guard = guards.nothing
    stage: str = ""


def _stays(verb: str, states: tuple[str, ...], stage: str = "") -> tuple[Transition, ...]:
    return tuple(Transition(verb, state, state, stage=stage) for state in states)


_EVERYWHERE = tuple(STATES)
_MOVES_NOTHING: tuple[Transition, ...] = (
    *(
        step
        for verb in ("judge_authority", "request_consent", "record_consent", "chase_consent")
        for step in _stays(verb, OPEN_STATES)
    ),
    *_stays("ask_outside", OPEN_STATES),
    *_stays("assign", OPEN_STATES),
    *_stays("record_contact", OPEN_STATES),
    *_stays("record_email_consent", OPEN_STATES),
    *_stays("agree_date", BEFORE_RESPONSE),
    *_stays("set_period", BEFORE_RESPONSE),
    *_stays("propose_date", BEFORE_RESPONSE),
    *_stays("decline_date", BEFORE_RESPONSE),
    *_stays("change_contact", OPEN_STATES),
    *_stays("ask_withdrawal", OPEN_STATES),
    *_stays("ask_reopening", ("responded", "closed")),
    *_stays("name_elected_official", OPEN_STATES),
    *_stays("withdraw_consent", OPEN_STATES),
    *_stays("change_kind", BEFORE_DRAFT),
    *_stays("describe", OPEN_STATES),
    *_stays("take_as_complaint", BEFORE_RESPONSE),
    *_stays("add_issue", BEFORE_DRAFT),
    *_stays("work_with_organisation", OPEN_STATES),
    *_stays("tell_named_staff", OPEN_STATES),
    *_stays("give_news", BEFORE_RESPONSE),
    # Access can be given by name and taken back, notes written, an ombudsman answered and contact restricted whatever
    # has become of it.
    *(
        step
        for verb in (
            "share",
            "stop_sharing",
            "break_confidence",
            "withdraw_link",
            "note",
            "send_message",
            "write_message",
            "add_evidence",
            "add_form",
            "finish_task",
            "issue_code",
            "record_ombudsman",
            "restrict_contact",
            "review_restriction",
            "end_restriction",
            "hold_records",
            "lift_hold",
        )
        for step in _stays(verb, _EVERYWHERE)
    ),
    *_stays("review_disposal", ("closed",)),
    *_stays("dispose", ("closed",)),
    *_stays("record_meeting", _EVERYWHERE, "meeting"),
    *_stays("record_summary_sent", BEFORE_DRAFT, "confirmation"),
    *_stays("record_summary_confirmed", BEFORE_DRAFT, "confirmation"),
    *_stays("escalate_check", ("quality_check",), "escalation"),
    *_stays("amend_draft", ("quality_check", "further_approval")),
)
_DRAFT_GOES_ON: tuple[Transition, ...] = (
    Transition(
        "submit_for_sign_off",
        "investigating",
        "quality_check",
        guards.ready_to_sign,
        "quality_check",
    ),
    Transition(
        "submit_for_sign_off",
        "investigating",
        "further_approval",
        guards.ready_for_further_approval,
        "further_approval",
    ),
    Transition("submit_for_sign_off", "investigating", "sign_off", guards.ready_to_sign),
    Transition(
        "approve_draft",
        "quality_check",
        "further_approval",
        guards.checked_and_needs_more,
        "further_approval",
    ),
    Transition(
        "approve_draft", "quality_check", "sign_off", guards.checked_by_another, "quality_check"
    ),
    Transition(
        "approve_draft",
        "further_approval",
        "sign_off",
        guards.approved_by_a_third,
        "further_approval",
    ),
    *(Transition("return_draft", state, "investigating") for state in DRAFT_WITH_OTHERS),
    Transition("sign_response", "sign_off", "signed", guards.signed_by_another),
    Transition("send_response", "signed", "responded", guards.may_be_sent),
    *(
        Transition(
            "send_partial_response", state, state, guards.part_may_be_sent, "partial_response"
        )
        for state in ("investigating", "quality_check")
    ),
)
_RISK: tuple[Transition, ...] = (
    *_stays("weigh_risk", (*BEFORE_DRAFT, "quality_check"), "further_approval"),
    # A draft that already waits for its signature goes back one step for the further approval.
    Transition("weigh_risk", "sign_off", "further_approval", guards.needs_more, "further_approval"),
    Transition("weigh_risk", "sign_off", "sign_off", stage="further_approval"),
)
_ENDINGS: tuple[Transition, ...] = (
    Transition("close", "responded", "closed"),
    *(
        Transition("close", state, "closed", guards.early_reason(EARLY_CLOSE_REASONS))
        for state in OPEN_STATES
        if state != "responded"
    ),
    # Some bodies look on into what they know, although nobody waits for an answer any more.
    *(
        Transition("withdraw", state, "investigating", guards.looked_into_all_the_same)
        for state in BEFORE_RESPONSE
    ),
    *(Transition("withdraw", state, "closed") for state in OPEN_STATES),
    Transition("reopen", "responded", "investigating"),
    Transition("reopen", "closed", "investigating"),
)
TRANSITIONS: tuple[Transition, ...] = (
    *_MOVES_NOTHING,
    Transition("acknowledge", "received", "investigating", guards.graded),
    Transition("acknowledge", "received", "acknowledged"),
    Transition("grade", "received", "investigating", guards.nobody_to_acknowledge),
    Transition("grade", "received", "received"),
    Transition("grade", "acknowledged", "investigating"),
    Transition("grade", "investigating", "investigating"),
    Transition("record_finding", "investigating", "investigating"),
    Transition("draft_response", "investigating", "investigating"),
    *_DRAFT_GOES_ON,
    *_RISK,
    *_ENDINGS,
)


def allowed_verbs(state: str, *, stages: Set[str]) -> tuple[str, ...]:
    """The verbs that this state knows, in the table's order; their guards are asked later.

    `stages` are those of the body's policy (see `stages_of`).
    """
    _known(state)
    steps = [step for step in TRANSITIONS if step.source == state and _has(step, stages)]
    return tuple(dict.fromkeys(step.verb for step in steps))


def next_state(state: str, verb: str, facts: LifecycleFacts, *, stages: Set[str]) -> str:
    """The state that follows, or NotAllowed with the reason in words for staff.

    Where a verb leads to two places, the first whose guard is content decides.
    """
    _known(state)
    here = [step for step in TRANSITIONS if step.source == state and step.verb == verb]
    steps = [step for step in here if _has(step, stages)]
    if here and not steps:
        raise NotAllowed(STAGES[here[-1].stage])
    if not steps:
        words = verb.replace("_", " ")
        raise NotAllowed(f"A case that is “{STATES[state].label}” cannot be moved on by “{words}”.")
    reasons = []
    for step in steps:
        reason = step.guard(facts)
        if not reason:
            return step.target
        reasons.append(reason)
    raise NotAllowed(reasons[-1])


def _has(step: Transition, stages: Set[str]) -> bool:
    return not step.stage or step.stage in stages


def _known(state: str) -> None:
    if state not in STATES:
        raise NotAllowed(f"There is no state called “{state}”.")
