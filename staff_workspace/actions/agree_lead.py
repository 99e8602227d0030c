"""Record which body leads where several are concerned, and that the person knows."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say


def agree_lead(
    *,
    case: Case,
    by: AbstractBaseUser,
    lead: str,
    person_told_on: date | None,
    at: datetime | None = None,
) -> None:
    """Record that ``lead`` coordinates and answers (regulation 9, MO-1).

    ``person_told_on`` is None while the person has still to be told who handles what. Raises
    NotAllowed where no other organisation is concerned, for one that is not, and for a later day.
    """
    with case_step(
        case=case, by=by, action=Action.RECORD_FINDINGS, verb="work_with_organisation", at=at
    ) as step:
        names = [row.name for row in step.case.organisations.all()]
        if not names:
            raise NotAllowed("Name first the other organisations that are concerned")
        if lead not in (step.case.body.name, *names):
            raise NotAllowed("One of the organisations that are concerned leads")
        if person_told_on and person_told_on > timezone.localdate(step.at):
            raise NotAllowed("The person was told not later than today")
        step.case.lead_organisation = lead
        step.case.lead_told_on = person_told_on
        told = f"The person was told on {say(person_told_on)}" if person_told_on else ""
        step.happened("lead_agreed", f"{lead} leads and answers", detail=told)
