"""Until when a draft may lie with the one who checks it."""

from datetime import date

from django.utils import timezone

from staff_workspace.models import Response
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.working_days import CalendarNotVerified, body_calendar


def escalation_day(profile: Profile, response: Response) -> date | None:
    """The last working day before the draft is taken higher; the day it was handed in is day 0.

    None where the policy sets no time, or the day lies beyond the checked calendar.
    """
    days = profile.sign_off.signoff_escalate_wd.in_force
    if days is None or response.submitted_at is None:
        return None
    handed_in = timezone.localdate(response.submitted_at)
    try:
        return body_calendar(profile).add_working_days(handed_in, days)
    except CalendarNotVerified:
        return None
