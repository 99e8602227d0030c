"""A case handler's first screen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from permissions import gate
from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.policy.working_days import body_calendar
from staff_workspace.presenters.outlook import outlook
from staff_workspace.presenters.saved_views import saved_views
from staff_workspace.presenters.tasks import from_outside
from staff_workspace.presenters.today import duty_groups
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.openings import sees_only_what_they_open, to_review
from staff_workspace.queries.profile_in_force import profile_version
from staff_workspace.queries.queue import cases_for
from staff_workspace.queries.staff_forms import staff_forms
from staff_workspace.queries.undelivered import undelivered_of


class TodayView(GuardedView):
    """What must I do, in order of need."""

    action = Action.ENTER_WORKSPACE

    def get(self, request: HttpRequest) -> HttpResponse:
        """The duties of the person who asks."""
        now = timezone.now()
        today = timezone.localdate(now)
        profile = profile_version(self.body, now).profile
        groups = duty_groups(request.user, self.body, today=today, calendar=body_calendar(profile))
        open_cases = cases_for(request.user, self.body).exclude(state="closed")
        open_count = open_cases.count()
        context = {
            **workspace_context(request, current="today"),
            "today": today,
            "groups": groups,
            "open_count": open_count,
            "opens_by_reason": not open_count and sees_only_what_they_open(request.user, self.body),
            "mine_count": open_cases.filter(handler=request.user).count(),
            "outlook": outlook(request.user, self.body, today=today),
            "staff_forms": staff_forms(request.user, self.body),
            "outside": from_outside(request.user, self.body),
            "openings": to_review(request.user, self.body),
            "undelivered": undelivered_of(self.body, now=now).count(),
            "may_mind_outbox": gate.may(request.user, Action.MIND_OUTBOX, self.body),
            "saved_views": saved_views(request.user, self.body),
        }
        return render(request, "staff_workspace/today.jinja", context)
