"""Record that the person confirmed the summary, or put it right."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed


def record_summary_confirmed(
    *,
    case: Case,
    by: AbstractBaseUser,
    confirmed_at: datetime,
    corrections: str = "",
    at: datetime | None = None,
) -> None:
    """Record the answer with the ``corrections`` that the person made; NotAllowed before a summary
    was sent, and a second time."""
    with case_step(
        case=case,
        by=by,
        action=Action.CONFIRM_SUMMARY,
        verb="record_summary_confirmed",
        at=at or confirmed_at,
    ) as step:
        step.require_in_time(confirmed_at, what="The answer")
        sent = step.case.events.filter(name="summary_sent").last()
        if sent is None or confirmed_at < sent.at:
            raise NotAllowed("Record first that the summary was sent, and when")
        if step.case.events.filter(name="summary_confirmed").exists():
            raise NotAllowed("The answer is recorded already")
        title = "Summary confirmed with corrections" if corrections else "Summary confirmed"
        step.happened("summary_confirmed", title, at=confirmed_at, detail=corrections)
        step.case.summaries.filter(answered_at=None).update(
            answered_at=confirmed_at, corrections=corrections
        )
