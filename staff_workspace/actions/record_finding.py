"""Record what was found about one point of the complaint."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Issue
from staff_workspace.policy import outcomes


def record_finding(
    *,
    issue: Issue,
    by: AbstractBaseUser,
    finding: str,
    explanation: str,
    change_made: str = "",
    at: datetime | None = None,
) -> None:
    """Record upheld, partly upheld or not upheld, why, and what changes because of it."""
    with case_step(
        case=issue.case,
        by=by,
        action=Action.RECORD_FINDINGS,
        verb="record_finding",
        at=at,
        audited={"issue": issue.number, "finding": finding},
    ) as step:
        issue.finding = finding
        issue.explanation = explanation
        issue.change_made = change_made
        issue.save()
        findings = list(step.case.issues.values_list("finding", flat=True))
        step.case.outcome = outcomes.overall(findings) if all(findings) else ""
        label = outcomes.OUTCOMES[finding]
        step.happened("finding", f"Point {issue.number}: {label.lower()}", detail=explanation)
