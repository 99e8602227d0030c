"""Until when a draft may lie with the one who checks it."""

from datetime import date

from django.utils import timezone

from staff_workspace.models import Response
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.working_days import body_calendar


def escalation_day(profile: Profile, response: Response) -> date:
    """The last working day before the draft is taken higher; the day it was handed in is day 0.

    Raises ValueError for a body whose policy sets no time.
    """
    days = profile.sign_off.signoff_escalate_wd.in_force
    if days is None or response.submitted_at is None:
        raise ValueError("the policy sets no time, or the draft was not handed in")
    return body_calendar(profile).add_working_days(timezone.localdate(response.submitted_at), days)
