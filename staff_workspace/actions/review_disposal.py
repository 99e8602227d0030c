"""Look at records whose time of keeping is over: they go, or they are kept for longer."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.legal_hold import standing_hold
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, DisposalReview
from staff_workspace.policy import retention
from staff_workspace.policy.lifecycle import NotAllowed


def review_disposal(
    *,
    case: Case,
    by: AbstractBaseUser,
    finding: str,
    reason: str,
    look_again_on: date | None = None,
    at: datetime | None = None,
) -> None:
    """Write down what was found; destroying waits for a second person.

    ``look_again_on`` is the day on which records that are kept come back. Raises NotAllowed before
    their time is over, under a legal hold, and for keeping them without a day.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.DISPOSE,
        verb="review_disposal",
        at=at,
        audited={"finding": finding, "reason": reason},
    ) as step:
        refusal = against_review(step.case, at=step.at)
        keeps = finding == DisposalReview.Finding.KEEP
        if keeps and not refusal:
            today = timezone.localdate(step.at)
            refusal = retention.against_keeping(look_again_on=look_again_on, today=today)
        if refusal:
            raise NotAllowed(refusal)
        found = {
            "finding": finding,
            "look_again_on": look_again_on if keeps else None,
            "reason": reason,
            "reviewed_by": by,
            "reviewed_at": step.at,
        }
        DisposalReview.objects.update_or_create(case=step.case, defaults=found)
        label = DisposalReview.Finding(finding).label
        step.happened("disposal_reviewed", f"Records reviewed: {label.lower()}", detail=reason)


def against_review(case: Case, *, at: datetime) -> str:
    """Why the records of ``case`` are not for destruction at ``at``; "": their time is over."""
    return retention.against_review(
        case.profile,
        closed=timezone.localdate(case.closed_at) if case.closed_at else None,
        legal_hold=standing_hold(case) is not None,
        today=timezone.localdate(at),
    )
