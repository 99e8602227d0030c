"""Pass the drafted response on: to the one who checks it, or to those who may sign it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.elected_officials import against_reply
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.elected_official import is_elected, original_kept

WORDS = {
    "quality_check": "to be checked",
    "further_approval": "for approval",
    "sign_off": "for signature",
}


def submit_for_sign_off(*, case: Case, by: AbstractBaseUser, at: datetime | None = None) -> None:
    """Hand the draft in; NotAllowed while a finding, a letter element or an original is missing.

    It goes to the check before the signature where the body's policy has one. A draft that came
    back, or a letter that was sent, is not handed in again as it is.
    """
    with case_step(
        case=case, by=by, action=Action.DRAFT_RESPONSE, verb="submit_for_sign_off", at=at
    ) as step:
        response = step.case.responses.first()
        refused = against_reply(
            elected=is_elected(step.case), original_kept=original_kept(step.case)
        )
        if refused:
            raise NotAllowed(refused)
        if response and response.submitted_at:
            raise NotAllowed("Change the draft first: this version was handed in before")
        if response:
            response.submitted_at = step.at
            response.save(update_fields=["submitted_at"])
        where = WORDS[step.leads_to()]
        step.happened("submitted_for_signoff", f"Response passed on {where}")
