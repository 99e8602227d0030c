"""Pass the drafted response on to the people who may sign it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case


def submit_for_sign_off(*, case: Case, by: AbstractBaseUser, at: datetime | None = None) -> None:
    """Move the case to sign-off; NotAllowed while a finding or a letter element is missing."""
    with case_step(
        case=case, by=by, action=Action.DRAFT_RESPONSE, verb="submit_for_sign_off", at=at
    ) as step:
        response = step.case.responses.first()
        if response:
            response.submitted_at = step.at
            response.save(update_fields=["submitted_at"])
        step.happened("submitted_for_signoff", "Response passed on for signature")
