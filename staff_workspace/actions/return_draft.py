"""Send a draft back instead of approving or signing it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case


def return_draft(
    *, case: Case, by: AbstractBaseUser, reason: str, at: datetime | None = None
) -> None:
    """Give the draft back with the reason; the next draft is a new version."""
    action = Action.SIGN_RESPONSE if case.state == "sign_off" else Action.APPROVE_DRAFT
    with case_step(case=case, by=by, action=action, verb="return_draft", at=at) as step:
        response = step.case.responses.first()
        response.returned_because = reason
        response.save(update_fields=["returned_because"])
        step.happened("draft_returned", "Draft sent back", detail=reason)
