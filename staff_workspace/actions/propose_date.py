"""Propose a day for the response, for the person to agree to or to decline."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.agree_date import against_date
from staff_workspace.actions.step import case_step
from staff_workspace.actions.tell_of_message import put_notice
from staff_workspace.models import Case, DateProposal
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say


def propose_date(
    *, case: Case, by: AbstractBaseUser, new: date, reason: str, at: datetime | None = None
) -> DateProposal:
    """Ask the person on "your complaint"; a proposal that waits is replaced.

    Raises NotAllowed for a date that could not be agreed today, and for an anonymous case.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.AGREE_DATES,
        verb="propose_date",
        at=at,
        audited={"new": str(new)},
    ) as step:
        if step.case.anonymous:
            raise NotAllowed("The complaint is anonymous: there is nobody to agree with")
        if refused := against_date(step.case, new=new, on=timezone.localdate(step.at)):
            raise NotAllowed(refused)
        waiting = step.case.date_proposals.filter(answer=DateProposal.Answer.WAITING)
        waiting.update(answer=DateProposal.Answer.REPLACED, answered_at=step.at)
        proposal = DateProposal.objects.create(
            case=step.case, new=new, reason=reason, proposed_at=step.at, proposed_by=by
        )
        step.happened("date_proposed", f"Proposed to respond by {say(new)}", detail=reason)
        put_notice(step.case)
    return proposal
