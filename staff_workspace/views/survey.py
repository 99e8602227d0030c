"""What people answered to the survey."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.reports.reporting_year import last_full_year, year_starting
from staff_workspace.reports.survey_counts import survey_counts


class SurveyView(GuardedView):
    """Counts of this reporting year so far and of the one before: no names and no cases."""

    action = Action.VIEW_FIGURES

    def get(self, request: HttpRequest) -> HttpResponse:
        """Both years, one after the other."""
        last = last_full_year(timezone.localdate())
        years = []
        for year in (year_starting(last.start.year + 1), last):
            start, end = year.moments()
            years.append((year.label, survey_counts(self.body, start=start, end=end)))
        context = {**workspace_context(request, current="reports"), "years": years}
        return render(request, "staff_workspace/survey.jinja", context)
