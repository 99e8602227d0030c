"""Put on record what bears on a case beside the complaint: a claim or the press, risk, other bodies."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case


def describe_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    legal_or_media: str,
    immediate_risk: str,
    other_body: str,
    at: datetime | None = None,
) -> None:
    """Replace the three texts; what they said before stays in the timeline."""
    with case_step(case=case, by=by, action=Action.GRADE, verb="describe", at=at) as step:
        given = {
            "Claim or press": legal_or_media,
            "Risk now": immediate_risk,
            "Also complained to": other_body,
        }
        step.case.legal_or_media = legal_or_media
        step.case.immediate_risk = immediate_risk
        step.case.other_body = other_body
        detail = "\n".join(f"{label}: {text or 'nothing known'}" for label, text in given.items())
        step.happened("described", "What bears on the case recorded", detail=detail)
