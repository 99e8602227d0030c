"""Give the person a new code for "your complaint", after checking who they are."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from feedback_forms.actions.reissue_receipt import reissue_receipt
from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed


def issue_code(
    *, case: Case, by: AbstractBaseUser, checked: str, reason: str, at: datetime | None = None
) -> str:
    """The new code, told this once; the old one and what it opened are shut.

    ``checked`` is how it was made sure who they are. Raises NotAllowed for a case that did not
    come through a form.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.ISSUE_CODE,
        verb="issue_code",
        at=at,
        audited={"checked": checked, "reason": reason},
    ) as step:
        sent = step.case.submission
        if sent is None or sent.reference != step.case.reference:
            raise NotAllowed("This case did not come through a form, so it has no code")
        code = reissue_receipt(submission=sent, by=by, under=step.under, now=step.at)
        step.happened(
            "code_issued",
            "New code for “your complaint”",
            detail=f"Who they are: {checked}. Why: {reason}",
        )
    return code
