"""What is to be done next on the way to the answer: findings, draft, checks, signature, sending."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.policy.stages import stages_of
from staff_workspace.presenters.step import Step, step_to
from staff_workspace.queries.escalation import escalation_day

CHECKS = {
    "quality_check": "Check and approve the draft",
    "further_approval": "Approve the draft further",
}


def answering_steps(case: Case) -> Iterator[Step]:
    """The steps that the state of ``case`` asks for; needs what ``next_steps`` prefetches."""
    if case.state == "investigating":
        yield from _investigation_steps(case)
    elif case.state in CHECKS:
        yield from _check_steps(case)
    elif case.state == "sign_off":
        yield step_to(
            case,
            "sign",
            "Open to sign",
            Action.SIGN_RESPONSE,
            "Sign the response",
            why="A second person signs what a first one drafted",
            due=case.response_due,
        )
    elif case.state == "signed":
        yield step_to(
            case,
            "send",
            "Record it",
            Action.SEND_RESPONSE,
            "Send the response and record it",
            why="Only sending stops the clocks",
            due=case.response_due or case.statutory_due,
        )
    elif case.state == "responded":
        yield step_to(case, "close", "Close", Action.CLOSE_CASE, "Close the case")


def _check_steps(case: Case) -> Iterator[Step]:
    draft = next(iter(case.responses.all()), None)
    yield step_to(
        case,
        "approve",
        "Open to check",
        Action.APPROVE_DRAFT,
        CHECKS[case.state],
        why="Nobody approves their own draft",
        due=case.response_due or case.statutory_due,
    )
    if case.state == "quality_check" and "escalation" in stages_of(case.profile) and draft:
        day = escalation_day(case.profile, draft)
        if day and day < timezone.localdate():
            yield step_to(
                case,
                "escalate",
                "Record it",
                Action.DRAFT_RESPONSE,
                "Take the draft higher",
                why="It has lain with the one who checks it for longer than the policy allows",
                due=day,
            )


def _investigation_steps(case: Case) -> Iterator[Step]:
    open_issues = [issue for issue in case.issues.all() if not issue.finding]
    due = case.response_due or case.statutory_due
    for issue in open_issues:
        yield Step(
            verb=f"Record the finding on point {issue.number}",
            button="Record it",
            action=Action.RECORD_FINDINGS,
            url=reverse("staff_workspace:finding", args=[case.reference, issue.number]),
            why=issue.point,
            due=due,
        )
    if open_issues:
        return
    if case.anonymous or case.withdrawn_at:
        why = "Nobody can be written to" if case.anonymous else "The person withdrew it"
        yield step_to(case, "close", "Close", Action.CLOSE_CASE, "Close the case", why=why)
        return
    draft = next(iter(case.responses.all()), None)
    checked = "quality_check" in stages_of(case.profile)
    if draft is None or draft.submitted_at:
        yield step_to(
            case,
            "draft",
            "Draft",
            Action.DRAFT_RESPONSE,
            "Draft the response",
            why=draft.returned_because if draft else "Every point has a finding",
            due=due,
        )
    else:
        yield step_to(
            case,
            "submit",
            "Pass on",
            Action.DRAFT_RESPONSE,
            "Pass the draft on to be checked" if checked else "Pass the draft on for signature",
            due=due,
        )
