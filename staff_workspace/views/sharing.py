"""The screens that let a colleague in to one case and take it back."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from feedback_forms.fields import NhsForm
from permissions.models import StaffMember, Team
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.actions.share_case import holder_name, share_case, stop_sharing
from staff_workspace.forms.moments import end_of
from staff_workspace.forms.sharing import ShareForm
from staff_workspace.models import CaseTeamGrant, CaseUserGrant
from staff_workspace.views.case_action import CaseActionView


class ShareView(CaseActionView):
    """Give one person a role on this case."""

    action = Action.SHARE_CASE
    form_class = ShareForm
    title = "Share this case"
    button = "Share the case"
    done = "The case is shared"

    def form_options(self) -> dict[str, Any]:
        colleagues = StaffMember.objects.filter(body=self.body, user__is_active=True)
        return {
            "colleagues": list(colleagues.exclude(user=self.request.user).order_by("name")),
            "teams": list(self.body.teams.exclude(pk=self.case.owner_team_id).order_by("name")),
        }

    def perform(self, form: ShareForm) -> None:
        data = form.cleaned_data
        share_case(
            case=self.case,
            by=self.request.user,
            with_member=self.holder(*data["member"].split("-")),
            role=Role(data["role"]),
            reason=data["reason"],
            ends_at=end_of(data["ends_on"]) if data["ends_on"] else None,
        )

    def holder(self, kind: str, pk: str) -> StaffMember | Team:
        """Whom the form named, of this body."""
        if kind == "team":
            return self.body.teams.get(pk=pk)
        return StaffMember.objects.get(pk=pk, body=self.body)


class StopSharingView(CaseActionView):
    """Take a person's grant back."""

    action = Action.SHARE_CASE
    form_class = NhsForm
    title = "Stop sharing"
    button = "Stop sharing"
    done = "The case is no longer shared with them"

    @property
    def grant(self) -> CaseUserGrant | CaseTeamGrant:
        """The grant that the address names, of this case alone."""
        grant = self.grants().select_related("permission").filter(pk=self.kwargs["pk"]).first()
        if grant is None:
            raise Http404
        return grant

    def grants(self) -> QuerySet:
        """Where to look for it: who is named on a restricted case is for those who restrict it."""
        if Action.MANAGE_ACCESS in self.allowed:
            return self.case.user_grants
        return self.case.user_grants.exclude(permission__codename=Role.NAMED.value)

    def details(self) -> list[tuple[str, str]]:
        return [("Shared with", holder_name(self.grant)), ("Why", self.grant.reason)]

    def perform(self, form: NhsForm) -> None:
        stop_sharing(grant=self.grant, by=self.request.user)


class StopTeamSharingView(StopSharingView):
    """Take a team's grant back."""

    action = Action.SHARE_CASE

    def grants(self) -> QuerySet:
        return self.case.team_grants
