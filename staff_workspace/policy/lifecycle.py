"""The life of a case as a table: states with their labels, and which verb leads where."""

from __future__ import annotations

from dataclasses import dataclass

from . import lifecycle_guards as guards
from .lifecycle_guards import LifecycleFacts, NotAllowed

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
class State:
    """A state of a case: what staff call it and what the person who complained reads."""

    key: str
    label: str
    public_label: str


@dataclass(frozen=True, slots=True)
class Transition:
    """A verb, the state it is used in and the state it leads to (the same: no move)."""

    verb: str
    source: str
    target: str
    guard: guards.Guard = guards.nothing


STATES: dict[str, State] = {
    state.key: state
    for state in (
        State("received", "New", "We have it"),
        State("acknowledged", "Acknowledged", "We wrote to you to say so"),
        State("investigating", "Being investigated", "We look into it"),
        State("sign_off", "Waiting for signature", "We are checking our answer"),
        State("signed", "Signed, to be sent", "We are checking our answer"),
        State("responded", "Responded", "You have our answer"),
        State("closed", "Closed", "Closed"),
    )
}
OPEN_STATES = tuple(key for key in STATES if key != "closed")
EARLY_CLOSE_REASONS: dict[str, str] = {
    "no_consent": "Consent did not come in",
    "no_confirmation": "The person did not confirm the summary",
    "withdrawn": "The person withdrew it",
    "ineligible": "It cannot be dealt with under the procedure",
    "out_of_time": "It came too late",
    "redirected": "Passed to the body that deals with it",
    "resolved_early": "Settled at once",
    "vexatious_ended": "Contact was ended",
    "nobody_to_answer": "Looked into, and there is nobody to answer",
    "passed_on": "Thanks were passed on to those they name",
}

_ANY_TIME = ("judge_authority", "request_consent", "record_consent", "share", "ask_outside")
_BEFORE_SIGN_OFF = ("received", "acknowledged", "investigating")
TRANSITIONS: tuple[Transition, ...] = (
    *(Transition(verb, state, state) for state in OPEN_STATES for verb in _ANY_TIME),
    *(Transition("add_issue", state, state) for state in _BEFORE_SIGN_OFF),
    # Access can be taken back whatever has become of the case.
    *(Transition("stop_sharing", state, state) for state in STATES),
    *(Transition("withdraw_link", state, state) for state in STATES),
    Transition("acknowledge", "received", "investigating", guards.graded),
    Transition("acknowledge", "received", "acknowledged"),
    Transition("grade", "received", "investigating", guards.nobody_to_acknowledge),
    Transition("grade", "received", "received"),
    Transition("grade", "acknowledged", "investigating"),
    Transition("grade", "investigating", "investigating"),
    Transition("record_finding", "investigating", "investigating"),
    Transition("draft_response", "investigating", "investigating"),
    Transition("submit_for_sign_off", "investigating", "sign_off", guards.ready_to_sign),
    Transition("return_draft", "sign_off", "investigating"),
    Transition("sign_response", "sign_off", "signed", guards.signed_by_another),
    Transition("send_response", "signed", "responded", guards.may_be_sent),
    Transition("close", "responded", "closed"),
    *(
        Transition("close", state, "closed", guards.early_reason(EARLY_CLOSE_REASONS))
        for state in OPEN_STATES
        if state != "responded"
    ),
    Transition("reopen", "responded", "investigating"),
    Transition("reopen", "closed", "investigating"),
)


def allowed_verbs(state: str) -> tuple[str, ...]:
    """The verbs that this state knows, in the table's order; their guards are asked later."""
    _known(state)
    return tuple(dict.fromkeys(step.verb for step in TRANSITIONS if step.source == state))


def next_state(state: str, verb: str, facts: LifecycleFacts) -> str:
    """The state that follows, or NotAllowed with the reason in words for staff.

    Where a verb leads to two places, the first whose guard is content decides.
    """
    _known(state)
    steps = [step for step in TRANSITIONS if step.source == state and step.verb == verb]
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


def _known(state: str) -> None:
    if state not in STATES:
        raise NotAllowed(f"There is no state called “{state}”.")
