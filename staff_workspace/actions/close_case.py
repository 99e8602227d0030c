"""Close a case, and say why."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy import lifecycle

RESPONDED = "responded"
THANKS_PASSED_ON = "passed_on"
NOBODY_TO_ANSWER = "nobody_to_answer"
CLOSURE_REASONS = {RESPONDED: "The response was sent", **lifecycle.EARLY_CLOSE_REASONS}


def closure_reasons(case: Case) -> dict[str, str]:
    """The reasons that fit the case's state, with their labels."""
    if case.state == "responded":
        return {RESPONDED: CLOSURE_REASONS[RESPONDED]}
    reasons = lifecycle.EARLY_CLOSE_REASONS
    if case.kind == Case.Kind.COMPLIMENT:
        return {THANKS_PASSED_ON: reasons[THANKS_PASSED_ON]}
    unfit = {THANKS_PASSED_ON} if case.anonymous else {THANKS_PASSED_ON, NOBODY_TO_ANSWER}
    return {key: label for key, label in reasons.items() if key not in unfit}


def close_case(
    *, case: Case, by: AbstractBaseUser, because: str, note: str = "", at: datetime | None = None
) -> None:
    """Close for one of the policy's reasons; NotAllowed when the reason does not fit the state."""
    with case_step(
        case=case,
        by=by,
        action=Action.CLOSE_CASE,
        verb="close",
        at=at,
        audited={"because": because},
    ) as step:
        step.case.closed_because = because
        step.case.closed_at = step.at
        step.happened("closed", f"Closed: {CLOSURE_REASONS[because].lower()}", detail=note)
