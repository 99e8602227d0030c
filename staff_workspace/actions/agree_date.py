"""Agree with the person by when they get the response; the date before stays in the timeline."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.step import Step, case_step
from staff_workspace.models import Case
from staff_workspace.policy.agreed_dates import against_agreeing
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say

CHANNELS = {
    "phone": "by telephone",
    "in_person": "in person",
    "email": "by e-mail",
    "letter": "by letter",
}


def agree_date(
    *,
    case: Case,
    by: AbstractBaseUser,
    new: date,
    agreed_with: str,
    agreed_at: datetime,
    channel: str,
    reason: str,
    at: datetime | None = None,
) -> None:
    """Record the date with who agreed, when, on which channel and why (CL-3, regulation 17).

    Raises NotAllowed for a date that is none or is the one in force, and for an agreement made
    after the legal limit has passed, which could not move it any more.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.AGREE_DATES,
        verb="agree_date",
        at=at or agreed_at,
        audited={"new": str(new)},
    ) as step:
        step.require_in_time(agreed_at, what="The agreement")
        agree_on(
            step,
            new=new,
            agreed_at=agreed_at,
            how=f"Agreed with {agreed_with}, {CHANNELS[channel]}. {reason}",
        )


def agree_on(step: Step, *, new: date, agreed_at: datetime, how: str) -> None:
    """Write the agreement into the timeline; called inside an action. Raises NotAllowed."""
    case, promised = step.case, promised_date(step.case)
    if refused := against_date(case, new=new, on=timezone.localdate(agreed_at)):
        raise NotAllowed(refused)
    agreed_before = case.events.filter(name__in=["response_agreed", "extension_agreed"])
    later = agreed_before.exists() or (promised is not None and new > promised)
    before = f" Before: {say(promised)}." if promised else ""
    step.happened(
        "extension_agreed" if later else "response_agreed",
        f"Response agreed for {say(new)}",
        at=agreed_at,
        second_date=new,
        detail=f"{how}{before}",
    )


def against_date(case: Case, *, new: date, on: date) -> str:
    """Why the date cannot be agreed on that day, or ""."""
    return against_agreeing(
        new=new,
        agreed_on=on,
        received=timezone.localdate(case.received_at),
        promised=promised_date(case),
        # Once answered, the law's six months have done their work (RO-2).
        legal_limit=None if case.responded_at else case.statutory_due,
    )


def promised_date(case: Case) -> date | None:
    """The date in force: the one agreed last or the body's target, else the legal limit."""
    if case.responded_at:
        agreed = case.events.filter(
            name__in=["response_agreed", "extension_agreed"], at__gte=case.responded_at
        ).first()
        return agreed.second_date if agreed else None
    return case.response_due or case.statutory_due
