"""The counts of the survey and of what people told of themselves."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from permissions import gate
from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.models import EqualityDiscussion
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.seldom_heard import still_to_discuss
from staff_workspace.policy.small_numbers import BY_YEAR, FEWEST_SHOWN
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.profile_in_force import policy_of
from staff_workspace.reports.periods_reported import halves_reported, years
from staff_workspace.reports.reporting_year import HalfYear, ReportingYear
from staff_workspace.reports.what_people_told import (
    equality_coverage,
    equality_figures,
    half_figures,
    half_turnout,
    survey_figures,
    survey_turnout,
)


class WhatPeopleToldView(GuardedView):
    """Counts of a year, or half of one where the policy reports so; no way to a case or person."""

    action = Action.VIEW_FIGURES

    def get(self, request: HttpRequest) -> HttpResponse:
        """The counts of the period that the address names by its key; else of this year."""
        profile, today = policy_of(self.body, timezone.now()), timezone.localdate()
        known = {
            period.key: (year, period)
            for year in years(today)
            for period in (year, *halves_reported(profile, year, today))
        }
        wanted = request.GET.get("period", next(iter(known)))
        if wanted not in known:
            raise Http404
        year, chosen = known[wanted]
        context = {
            **workspace_context(request, current="reports"),
            "period": chosen,
            "year": year,
            "years": years(today),
            "halves": halves_reported(profile, year, today),
            "nobody_asked": _nobody_asked(profile),
            "fewest": FEWEST_SHOWN,
        }
        if isinstance(chosen, HalfYear):
            context |= self.of_a_half(year, chosen)
        else:
            context |= self.of_a_year(profile, year)
        return render(request, "staff_workspace/what_people_told.jinja", context)

    def of_a_half(self, year: ReportingYear, half: HalfYear) -> dict[str, Any]:
        """How it was for them, as far as no hidden number could be worked out from it."""
        survey, by_year = half_figures(self.body, year, half)
        turnout = half_turnout(self.body, year, half)
        return {
            "survey": survey,
            "turnout": turnout,
            "by_year": by_year,
            "some_by_year": bool(by_year) or BY_YEAR in (turnout.asked, turnout.answered),
        }

    def of_a_year(self, profile: Profile, year: ReportingYear) -> dict[str, Any]:
        """How it was for them, who told of themselves, and who discussed it.

        The last two by year alone: from a year and its half a hidden number could be worked out.
        """
        records = EqualityDiscussion.objects.filter(body=self.body, year_start=year.start)
        return {
            "survey": survey_figures(self.body, year),
            "turnout": survey_turnout(self.body, year),
            "coverage": equality_coverage(self.body, year),
            "equality": equality_figures(self.body, year),
            "discussions": list(records),
            "still_to_discuss": still_to_discuss(profile, {record.where for record in records}),
            "may_record": gate.may(self.request.user, Action.APPROVE_FIGURES, self.body),
        }


def _nobody_asked(profile: Profile) -> str:
    """Why the policy has nobody asked, or "" where it has."""
    asked = profile.listening.survey_after_response, profile.listening.survey_after_closing
    return "" if any(value.in_force for value in asked) else asked[0].reason
