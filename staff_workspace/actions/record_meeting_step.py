"""Record a step of a meeting: offered, prepared, held, its actions sent, or called off."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.meeting_steps import against_step, steps_of


def record_meeting_step(
    *,
    case: Case,
    by: AbstractBaseUser,
    key: str,
    on: datetime,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Record the step ``key`` of those that the body's policy follows (LR-1).

    Raises NotAllowed for a step that it does not have, out of order, or for a wrong moment.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.ARRANGE_MEETING,
        verb="record_meeting",
        at=at or on,
        audited={"step": key},
    ) as step:
        step.require_in_time(on, what="This")
        found = next((s for s in steps_of(step.case.profile) if s.key == key), None)
        if found is None:
            raise NotAllowed("The policy has no such step of a meeting")
        fixed = step.case.events.filter(name="meeting").first()
        meeting = timezone.localdate(fixed.at) if fixed else None
        refused = against_step(found, meeting=meeting, on=timezone.localdate(on))
        if refused:
            raise NotAllowed(refused)
        if key == "cancelled":
            step.case.events.filter(name="meeting").update(name="meeting_not_held")
        step.happened(found.event, found.title, at=on, detail=note)
