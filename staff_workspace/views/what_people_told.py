"""The counts of the survey and of what people told of themselves."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.policy.small_numbers import FEWEST_SHOWN
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.reports.reporting_year import last_full_year, year_starting
from staff_workspace.reports.what_people_told import (
    equality_coverage,
    equality_figures,
    survey_figures,
)

YEARS_BACK = 3


class WhatPeopleToldView(GuardedView):
    """One reporting year of counts, without a way to a case or a person."""

    action = Action.VIEW_FIGURES

    def get(self, request: HttpRequest) -> HttpResponse:
        """The counts of the year that the address asks for by its first; else of this one."""
        now = last_full_year(timezone.localdate()).start.year + 1
        years = [year_starting(now - back) for back in range(YEARS_BACK)]
        wanted = request.GET.get("year", str(now))
        chosen = next((one for one in years if str(one.start.year) == wanted), None)
        if chosen is None:
            raise Http404
        context = {
            **workspace_context(request, current="reports"),
            "year": chosen,
            "years": years,
            "coverage": equality_coverage(self.body, chosen),
            "equality": equality_figures(self.body, chosen),
            "survey": survey_figures(self.body, chosen),
            "fewest": FEWEST_SHOWN,
        }
        return render(request, "staff_workspace/what_people_told.jinja", context)
