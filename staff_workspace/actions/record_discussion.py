"""Record that a year's figures were discussed with a view to who seldom complains (EQ-1)."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.models import Body
from permissions.rules.actions import Action
from staff_workspace.actions.step import display_name
from staff_workspace.models import EqualityDiscussion
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.seldom_heard import against_record, places
from staff_workspace.queries.profile_in_force import policy_of
from staff_workspace.reports.reporting_year import ReportingYear


def record_discussion(
    *,
    body: Body,
    by: AbstractBaseUser,
    year: ReportingYear,
    where: str,
    discussed_on: date,
    groups: str,
    measures: str,
    at: datetime | None = None,
) -> EqualityDiscussion:
    """Add the record, for good; it touches no case and no person.

    Raises NotAllowed for a place that the policy does not name and for a wrong day.
    """
    at = at or timezone.now()
    standing = gate.require(by, Action.APPROVE_FIGURES, body)
    profile = policy_of(body, at)
    refused = against_record(
        profile,
        where=where,
        discussed_on=discussed_on,
        first_day=year.start,
        today=timezone.localdate(at),
    )
    if refused:
        raise NotAllowed(refused)
    with transaction.atomic():
        record = EqualityDiscussion.objects.create(
            body=body,
            year_start=year.start,
            where=where,
            where_title=places(profile)[where],
            discussed_on=discussed_on,
            groups=groups,
            measures=measures,
            recorded_by_name=display_name(by),
            recorded_at=at,
        )
        audit.record(
            user=by,
            action=Action.APPROVE_FIGURES,
            thing=record,
            under=standing.under,
            detail={"recorded": "discussion", "where": where, "year": year.label},
            at=at,
        )
    return record
