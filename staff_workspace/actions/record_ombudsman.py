"""Record what an ombudsman does with the case and asks for, and what we answered."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed

STEPS = {
    "referred": ("ombudsman_referred", "The person went to the ombudsman"),
    "requested": ("ombudsman_requested", "The ombudsman asks for papers"),
    "answered": ("ombudsman_answered", "The ombudsman was answered"),
    "decided": ("ombudsman_decided", "The ombudsman decided"),
    "complied": ("ombudsman_complied", "What the ombudsman asked for was done"),
}


def record_ombudsman(
    *,
    case: Case,
    by: AbstractBaseUser,
    key: str,
    on: datetime,
    due: date | None = None,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Record one step of ``STEPS`` (OM-1, OM-2); a request comes with the day it is due.

    Raises NotAllowed for a request without that day, for an answer to nothing, and for a moment
    before the case arrived or in the future.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.RECORD_OMBUDSMAN,
        verb="record_ombudsman",
        at=at or on,
        audited={"step": key},
    ) as step:
        step.require_in_time(on, what="This")
        if key == "requested" and (due is None or due < timezone.localdate(on)):
            raise NotAllowed("Give the day by which the ombudsman wants the answer")
        if key == "answered" and not _open_requests(step.case):
            raise NotAllowed("No request of an ombudsman is open")
        step.case.referred_to_ombudsman = True
        name, title = STEPS[key]
        step.happened(
            name, title, at=on, second_date=due if key == "requested" else None, detail=note
        )


def _open_requests(case: Case) -> int:
    asked = case.events.filter(name="ombudsman_requested").count()
    return asked - case.events.filter(name="ombudsman_answered").count()
