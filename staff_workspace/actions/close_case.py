"""Close a case, and say why."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.ask_how_it_was import ask_how_it_was
from staff_workspace.actions.open_tasks import close_tasks
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Task
from staff_workspace.policy import closing, lifecycle
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.stages import stages_of
from staff_workspace.policy.survey import Moment

RESPONDED = "responded"
THANKS_PASSED_ON = "passed_on"
NOBODY_TO_ANSWER = "nobody_to_answer"
WITHDRAWN = "withdrawn"
NO_CONFIRMATION = "no_confirmation"
# What nobody has to do any more once the case is closed; messages and questions stay.
ENDS_WITH_IT = (Task.Kind.WITHDRAWAL, Task.Kind.SUMMARY, Task.Kind.DATE)
CLOSURE_REASONS = {RESPONDED: "The response was sent", **lifecycle.EARLY_CLOSE_REASONS}


def closure_reasons(case: Case) -> dict[str, str]:
    """The reasons that fit the case's state, with their labels."""
    if case.state == "responded":
        return {RESPONDED: CLOSURE_REASONS[RESPONDED]}
    reasons = lifecycle.EARLY_CLOSE_REASONS
    if case.kind == Case.Kind.COMPLIMENT:
        return {THANKS_PASSED_ON: reasons[THANKS_PASSED_ON]}
    unfit = {THANKS_PASSED_ON} if case.anonymous else {THANKS_PASSED_ON, NOBODY_TO_ANSWER}
    if not case.withdrawn_at:
        unfit.add(WITHDRAWN)  # a withdrawal has a screen of its own
    if "confirmation" not in stages_of(case.profile):
        unfit.add(NO_CONFIRMATION)
    return {key: label for key, label in reasons.items() if key not in unfit}


def close_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    because: str,
    duties_heeded: bool = False,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Close for one of the policy's reasons; NotAllowed when the reason does not fit the state.

    Where silence is the reason, the policy's time for it has passed, and ``duties_heeded`` says
    that what the law still asks for was looked at: closing is an act of the policy, and the law's
    duties go on for what can be answered without sharing.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.CLOSE_CASE,
        verb="close",
        at=at,
        audited={"because": because},
    ) as step:
        if because in closing.PROMPTS and not duties_heeded:
            raise NotAllowed("Say first that what the law still asks for was looked at")
        step.case.closed_because = because
        step.case.closed_at = step.at
        step.happened("closed", f"Closed: {CLOSURE_REASONS[because].lower()}", detail=note)
        close_tasks(step.case, *ENDS_WITH_IT, by=by, at=step.at)
        ask_how_it_was(step, Moment.CLOSED)
