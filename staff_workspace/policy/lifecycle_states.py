"""The states of a case: what staff call each and what the person who complained reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A state of a case: what staff call it and what the person who complained reads."""

    key: str
    label: str
    public_label: str


CHECKING = "We are checking our answer"
STATES: dict[str, State] = {
    state.key: state
    for state in (
        State("received", "New", "We have it"),
        State("acknowledged", "Acknowledged", "We wrote to you to say so"),
        State("investigating", "Being investigated", "We look into it"),
        State("quality_check", "Draft being checked", CHECKING),
        State("further_approval", "Waiting for further approval", CHECKING),
        State("sign_off", "Waiting for signature", CHECKING),
        State("signed", "Signed, to be sent", CHECKING),
        State("responded", "Responded", "You have our answer"),
        State("closed", "Closed", "Closed"),
    )
}
OPEN_STATES = tuple(key for key in STATES if key != "closed")
BEFORE_DRAFT = ("received", "acknowledged", "investigating")
DRAFT_WITH_OTHERS = ("quality_check", "further_approval", "sign_off")
BEFORE_RESPONSE = (*BEFORE_DRAFT, *DRAFT_WITH_OTHERS, "signed")
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
