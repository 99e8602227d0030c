"""Set the period for the response where nobody took up the offer to discuss it."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.agree_date import promised_date
from staff_workspace.actions.open_tasks import close_tasks
from staff_workspace.actions.record_email_consent import require_email_consent
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, DateProposal, Task
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say
from staff_workspace.queries.complaint_record import response_period

IN_WRITING = {"letter": "letter", "email": "e-mail"}


def set_period(
    *,
    case: Case,
    by: AbstractBaseUser,
    until: date,
    told_at: datetime,
    channel: str,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Record the date that the body set and told in writing (regulation 13).

    Raises NotAllowed before the offer was made, once a date is agreed, and for a date later than
    the body's own target or the law's limit, which only the person can agree to.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.AGREE_DATES,
        verb="set_period",
        at=at or told_at,
        audited={"until": str(until)},
    ) as step:
        step.require_in_time(told_at, what="The letter")
        period = response_period(step.case)
        told_on = timezone.localdate(told_at)
        latest = promised_date(step.case)
        if period.offered is None or told_on < period.offered:
            raise NotAllowed("Offer first to discuss how it is handled, and by when")
        if period.agreed is not None:
            raise NotAllowed("A date is agreed with the person already")
        if until <= told_on or (latest and until > latest):
            last = f" and no later than {say(latest)}" if latest else ""
            raise NotAllowed(f"The date lies after the letter{last}: more is for the person")
        require_email_consent(step.case, channel=channel, at=told_at)
        step.happened(
            "period_set",
            f"Response promised by {say(until)}, told by {IN_WRITING[channel]}",
            at=told_at,
            second_date=until,
            detail=f"{why_set(step.case)} {note}".strip(),
        )
        close_tasks(step.case, Task.Kind.DATE, by=by, at=step.at)


def why_set(case: Case) -> str:
    """Why the body sets the date itself."""
    declined = case.date_proposals.filter(answer=DateProposal.Answer.DECLINED).last()
    if declined:
        return f"The date proposed, {say(declined.new)}, was declined."
    return "The offer to discuss it was not taken up."
