"""Name another organisation that the complaint is about as well."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, CaseOrganisation, Issue
from staff_workspace.policy.lifecycle import NotAllowed


def add_organisation(
    *,
    case: Case,
    by: AbstractBaseUser,
    name: str,
    contact: str = "",
    agreed: str = "",
    points: Iterable[Issue] = (),
    at: datetime | None = None,
) -> CaseOrganisation:
    """Open the row of an organisation with the ``points`` that are for it to answer (MO-2).

    ``agreed`` is what the person let go there otherwise than by a signed statement. Raises NotAllowed for one that is
    there already and for points of another case.
    """
    points = list(points)
    with case_step(
        case=case, by=by, action=Action.RECORD_FINDINGS, verb="work_with_organisation", at=at
    ) as step:
        if step.case.organisations.filter(name__iexact=name).exists():
            raise NotAllowed("This organisation is on the list already")
        if any(point.case_id != step.case.pk for point in points):
            raise NotAllowed("Only points of this case can be for it to answer")
        row = CaseOrganisation.objects.create(
            case=step.case, name=name, contact=contact, agreed=agreed
        )
        row.points.set(points)
        step.happened(
            "organisation_added",
            f"{name} is concerned as well",
            detail="\n".join(str(point) for point in points),
        )
    return row
