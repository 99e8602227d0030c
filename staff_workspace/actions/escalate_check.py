"""Take a draft higher that has lain with the one who checks it for longer than the policy allows."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say
from staff_workspace.queries.escalation import escalation_day


def escalate_check(
    *, case: Case, by: AbstractBaseUser, note: str = "", at: datetime | None = None
) -> None:
    """Record that the draft was taken to the role that the policy names (QA-2).

    Raises NotAllowed before the policy's working days have passed since it was handed in.
    """
    with case_step(
        case=case, by=by, action=Action.DRAFT_RESPONSE, verb="escalate_check", at=at
    ) as step:
        profile = step.case.profile
        due = escalation_day(profile, step.case.responses.first())
        # Beyond the checked calendar nobody can say that it is too early.
        if due and timezone.localdate(step.at) <= due:
            raise NotAllowed(f"The draft may lie there until {say(due)}. Take it higher after that")
        role = profile.sign_off.signoff_escalate_to.in_force
        whom = f" to the {profile.role_title(role)}" if role else ""
        step.happened("signoff_escalated", f"Draft taken higher{whom}", detail=note)
