"""Add a point to a complaint, so that it gets a finding of its own."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Max

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Issue
from staff_workspace.policy.lifecycle import NotAllowed


def add_issue(
    *,
    case: Case,
    by: AbstractBaseUser,
    point: str,
    who_answers: str,
    service: str = "",
    provider: str = "",
    profession: str = "",
    at: datetime | None = None,
) -> Issue:
    """Add ``point`` under the next number, with the service, provider and profession it is about.

    Raises NotAllowed when it is there, as after a double click.
    """
    with case_step(
        case=case, by=by, action=Action.RECORD_FINDINGS, verb="add_issue", at=at
    ) as step:
        if step.case.issues.filter(point=point).exists():
            raise NotAllowed("This point is on the list already")
        last = step.case.issues.aggregate(last=Max("number"))["last"] or 0
        issue = Issue.objects.create(
            case=step.case,
            number=last + 1,
            point=point,
            who_answers=who_answers,
            service=service,
            provider=provider,
            profession=profession,
        )
        step.happened("issue_added", f"Point {issue.number} added", detail=point)
    return issue
