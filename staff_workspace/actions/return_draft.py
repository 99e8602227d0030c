"""Send a draft back instead of signing it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case


def return_draft(
    *, case: Case, by: AbstractBaseUser, reason: str, at: datetime | None = None
) -> None:
    """Give the draft back with the reason; the next draft is a new version."""
    with case_step(
        case=case, by=by, action=Action.SIGN_RESPONSE, verb="return_draft", at=at
    ) as step:
        response = step.case.responses.first()
        response.returned_because = reason
        response.save(update_fields=["returned_because"])
        step.happened("draft_returned", "Draft sent back", detail=reason)
