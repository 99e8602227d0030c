"""Say that a case is complex or may become a claim, so that somebody further approves it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed


def weigh_risk(
    *,
    case: Case,
    by: AbstractBaseUser,
    complex_or_claim: bool,
    reason: str,
    at: datetime | None = None,
) -> None:
    """Set or clear the mark, with the reason (QA-3); NotAllowed when nothing changes.

    A draft that waits for its signature goes back one step when the mark is set.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.GRADE,
        verb="weigh_risk",
        at=at,
        audited={"complex_or_claim": complex_or_claim},
    ) as step:
        if step.case.complex_or_claim == complex_or_claim:
            raise NotAllowed("The case is marked like this already")
        step.case.complex_or_claim = complex_or_claim
        title = (
            "Complex, or may become a claim: further approval is needed"
            if complex_or_claim
            else "Not complex and no claim: no further approval is needed"
        )
        step.happened("risk_weighed", title, detail=reason)
