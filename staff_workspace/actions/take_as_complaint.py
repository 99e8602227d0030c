"""Take a concern or enquiry on as a complaint, where a quick answer did not settle it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, Issue
from staff_workspace.policy.lifecycle import NotAllowed

QUICKLY_ANSWERED = (Case.Kind.CONCERN, Case.Kind.ENQUIRY)


def take_as_complaint(
    *,
    case: Case,
    by: AbstractBaseUser,
    why: str,
    person_told: bool,
    at: datetime | None = None,
) -> None:
    """Go on as a complaint with the record as it stands, so that nobody tells their story again.

    The complaint counts from the day on which the matter first came. Raises NotAllowed for what is
    no concern or enquiry, and until the person was told how it goes on (IN-7).
    """
    with case_step(
        case=case,
        by=by,
        action=Action.GRADE,
        verb="take_as_complaint",
        at=at,
        audited={"kind_before": case.kind},
    ) as step:
        if step.case.kind not in QUICKLY_ANSWERED:
            raise NotAllowed("Only a concern or an enquiry is taken on as a complaint")
        if not person_told:
            raise NotAllowed("Tell the person first that it goes on as a complaint")
        before = step.case.get_kind_display().lower()
        step.case.kind = Case.Kind.COMPLAINT
        if step.case.story and not step.case.issues.exists():
            point = step.case.story.strip().splitlines()[0]
            Issue.objects.create(case=step.case, number=1, point=point[:300])
        step.happened("taken_as_complaint", f"The {before} goes on as a complaint", detail=why)
