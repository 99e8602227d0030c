"""Prepare and approve the figures of a reporting year."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.models import Body
from permissions.rules.actions import Action
from staff_workspace.documents.report_figures import Lesson
from staff_workspace.models import AnnualFigures
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.working_days import CalendarNotVerified
from staff_workspace.queries.profile_in_force import profile_version
from staff_workspace.reports.reporting_year import ReportingYear
from staff_workspace.reports.year_figures import year_figures


def prepare_figures(
    *,
    body: Body,
    by: AbstractBaseUser,
    year: ReportingYear,
    matters: tuple[str, ...] = (),
    lessons: tuple[Lesson, ...] = (),
    at: datetime | None = None,
) -> AnnualFigures:
    """Count the year and keep the result as a draft; NotAllowed while the year still runs."""
    at = at or timezone.now()
    standing = gate.require(by, Action.PREPARE_FIGURES, body)
    with transaction.atomic():
        if year.end >= timezone.localdate(at):
            raise NotAllowed(f"The year {year.label} has not ended yet")
        profile = profile_version(body, year.moments()[0]).profile
        try:
            counted = year_figures(body, year, profile=profile, matters=matters, lessons=lessons)
        except CalendarNotVerified:
            raise NotAllowed(
                "Responses were sent after the last day whose bank holidays are checked, so their"
                " working days cannot be counted: correct the calendar of the policy first"
            ) from None
        figures = AnnualFigures.objects.create(
            body=body,
            year_start=year.start,
            year_end=year.end,
            figures=counted.to_dict(),
            prepared_by=by,
            prepared_at=at,
        )
        audit.record(
            user=by, action=Action.PREPARE_FIGURES, thing=figures, under=standing.under, at=at
        )
    return figures


def approve_figures(
    *, figures: AnnualFigures, by: AbstractBaseUser, at: datetime | None = None
) -> None:
    """Approve and thereby freeze the figures; NotAllowed when that was done before."""
    at = at or timezone.now()
    standing = gate.require(by, Action.APPROVE_FIGURES, figures)
    with transaction.atomic():
        locked = AnnualFigures.objects.select_for_update().get(pk=figures.pk)
        if locked.state != AnnualFigures.State.DRAFT:
            raise NotAllowed("These figures are approved already")
        locked.state = AnnualFigures.State.APPROVED
        locked.approved_by = by
        locked.approved_by_name = str(by.staff_member)
        locked.approved_at = at
        locked.save()
        audit.record(
            user=by, action=Action.APPROVE_FIGURES, thing=locked, under=standing.under, at=at
        )
    figures.refresh_from_db()
