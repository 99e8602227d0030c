"""The record that the figures were discussed with a view to who seldom complains."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.actions.record_discussion import record_discussion
from staff_workspace.forms.discussions import DiscussionForm
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.seldom_heard import places
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.profile_in_force import policy_of
from staff_workspace.reports.periods_reported import years
from staff_workspace.reports.reporting_year import year_starting


class DiscussionView(GuardedView):
    """Governance writes down one discussion; nothing here leads to a case or a person."""

    action = Action.APPROVE_FIGURES

    def form(self, *args: object, **initial: str) -> DiscussionForm:
        """The form with the body's own places and the years that are shown."""
        known = [(year.key, year.label) for year in years(timezone.localdate())]
        named = places(policy_of(self.body, timezone.now()))
        return DiscussionForm(*args, years=known, places=named, initial=initial)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The empty form, with the year that the figures were looked at for."""
        return self.show(self.form(year=request.GET.get("year", "")))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Record it, and show it under the figures of its year."""
        form = self.form(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            try:
                record_discussion(
                    body=self.body,
                    by=request.user,
                    year=year_starting(int(data["year"])),
                    **{key: data[key] for key in ("where", "discussed_on", "groups", "measures")},
                )
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, "The discussion is recorded")
                figures = reverse("staff_workspace:what_people_told")
                return redirect(f"{figures}?period={data['year']}")
        return self.show(form)

    def show(self, form: DiscussionForm) -> HttpResponse:
        """The page with its form."""
        context = {**workspace_context(self.request, current="reports"), "form": form}
        return render(self.request, "staff_workspace/record_discussion.jinja", context)
