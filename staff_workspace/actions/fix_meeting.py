"""Fix the day of a meeting with the person, once what has to be right about it is."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.meetings import MeetingPlan, may_be_offered, objections


def fix_meeting(
    *,
    case: Case,
    by: AbstractBaseUser,
    takes_place_at: datetime,
    where: str,
    chair: str,
    plan: MeetingPlan,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Fix the meeting, or move it to another day; the clocks count from the day fixed last.

    Raises NotAllowed with what the policy has against the plan (LR-1 to LR-3), and for a day before
    the case arrived.
    """
    with case_step(
        case=case, by=by, action=Action.ARRANGE_MEETING, verb="record_meeting", at=at
    ) as step:
        if takes_place_at < step.case.received_at:
            raise NotAllowed("The meeting must be after the case arrived")
        answered = step.case.events.filter(name="final_response_sent").count()
        if not may_be_offered(step.case.profile, revised_reply_sent=answered > 1):
            raise NotAllowed("The policy offers a meeting only after a revised reply was sent")
        against = objections(step.case.profile, plan)
        if against:
            raise NotAllowed(" ".join(against))
        # A meeting that has not been held yet is moved: the clocks know one day only.
        earlier = step.case.events.filter(name="meeting")
        held = step.case.events.filter(name="meeting_held").first()
        if held:
            earlier = earlier.filter(recorded_at__gt=held.recorded_at)
        moved = earlier.update(name="meeting_moved")
        step.happened(
            "meeting",
            "Meeting with the person, moved to this day" if moved else "Meeting with the person",
            at=takes_place_at,
            detail=f"{where}. Chair: {chair}. {note}".strip(),
        )
