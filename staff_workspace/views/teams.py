"""The teams of the body: who is in them from when to when, and why."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from permissions.models import StaffMember, Team, TeamMembership
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from permissions.rules.words import role_words
from permissions.views import GuardedView
from staff_workspace.actions.team_members import add_to_team, end_membership
from staff_workspace.forms.moments import end_of, start_of
from staff_workspace.forms.teams import EndForm, JoinForm
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.team_members import teams_with_members
from staff_workspace.views.body_form import BodyFormView


class TeamsView(GuardedView):
    """Every team with its members, now, later and before."""

    action = Action.MANAGE_TEAMS

    def get(self, request: HttpRequest) -> HttpResponse:
        """The teams of the body."""
        context = {
            **workspace_context(request, current="teams"),
            "teams": teams_with_members(self.body, now=timezone.now()),
            "role_words": lambda role: role_words(Role(role)),
        }
        return render(request, "staff_workspace/access/teams.jinja", context)


class JoinView(BodyFormView):
    """Put somebody into a team."""

    action = Action.MANAGE_TEAMS
    form_class = JoinForm
    title = "Add somebody to a team"
    button = "Add to the team"

    @property
    def team(self) -> Team:
        """The team that the address names, of this body alone."""
        found = self.body.teams.filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def details(self) -> list[tuple[str, str]]:
        team = self.team
        return [("Team", team.name), ("What its members are", role_words(Role(team.role)))]

    def form_options(self) -> dict[str, Any]:
        staff = StaffMember.objects.filter(body=self.body, user__is_active=True)
        return {"people": staff.order_by("name")}

    def perform(self, form: JoinForm) -> tuple[str, str]:
        data, now = form.cleaned_data, timezone.now()
        member = StaffMember.objects.get(pk=data["member"], body=self.body)
        day = data["starts_on"]
        add_to_team(
            team=self.team,
            by=self.request.user,
            member=member,
            starts_at=now if not day or day == timezone.localdate(now) else start_of(day),
            ends_at=end_of(data["ends_on"]) if data["ends_on"] else None,
            reason=data["reason"],
        )
        return f"{member.name} is in {self.team.name}", reverse("staff_workspace:teams")


class EndView(BodyFormView):
    """End somebody's time in a team."""

    action = Action.MANAGE_TEAMS
    form_class = EndForm
    title = "End somebody’s time in a team"
    button = "End it"

    @property
    def membership(self) -> TeamMembership:
        """The membership that the address names, of this body alone."""
        found = TeamMembership.objects.filter(pk=self.kwargs["pk"], team__body=self.body)
        one = found.select_related("team__body", "staff_member").first()
        if one is None:
            raise Http404
        return one

    def details(self) -> list[tuple[str, str]]:
        own = self.membership
        return [("Who", str(own.staff_member)), ("Team", own.team.name), ("Why then", own.reason)]

    def perform(self, form: EndForm) -> tuple[str, str]:
        data, now = form.cleaned_data, timezone.now()
        own = self.membership
        ends = end_of(data["ends_on"]) if data["ends_on"] else now
        end_membership(
            membership=own, by=self.request.user, ends_at=ends, reason=data["reason"], at=now
        )
        when = f"at the end of {data['ends_on']:%-d %B %Y}" if data["ends_on"] else "now"
        said = f"{own.staff_member.name} leaves {own.team.name} {when}"
        return said, reverse("staff_workspace:teams")
