"""Grade a case by its body's own model; a new grade keeps the earlier one in the timeline."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy import grading
from staff_workspace.policy.lifecycle import NotAllowed


def grade_case(
    *,
    case: Case,
    by: AbstractBaseUser,
    grade: str,
    reason: str,
    complex_or_claim: bool | None = None,
    at: datetime | None = None,
) -> None:
    """Set the grade, with the reason; raises UnknownGrade for a grade that the body does not have
    and NotAllowed for the one that the case has already.

    ``complex_or_claim`` says as well whether it is complex or may become a claim, where the body
    asks for a further approval then; None leaves it as it is.
    """
    with case_step(
        case=case, by=by, action=Action.GRADE, verb="grade", at=at, audited={"grade": grade}
    ) as step:
        if step.case.grade == grade:
            raise NotAllowed("The case has this grade already")
        label = grading.grade(step.case.profile, grade).label
        step.case.grade = grade
        if complex_or_claim is not None:
            step.case.complex_or_claim = complex_or_claim
        risk = " (complex, or may become a claim)" if complex_or_claim else ""
        step.happened("graded", f"Graded {label.lower()}{risk}", detail=reason)
