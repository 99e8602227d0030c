"""The staff of the body: who is on it, who joins, who leaves, and who needs a link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from permissions.models import StaffMember
from permissions.rules.actions import Action
from permissions.views import GuardedView
from staff_workspace.actions.invite_to_staff import invite_again
from staff_workspace.actions.staff_of_body import add_to_staff, leave_staff
from staff_workspace.forms.staff import AddStaffForm, InviteForm, LeaveForm
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.staff_list import staff_list
from staff_workspace.views.body_form import BodyFormView


class StaffView(GuardedView):
    """Everybody on the staff."""

    action = Action.MANAGE_TEAMS

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list of the body."""
        rows = staff_list(self.body, now=timezone.now())
        self.looked["rows"] = len(rows)
        context = {**workspace_context(request, current="teams"), "rows": rows}
        return render(request, "staff_workspace/access/staff.jinja", context)


class _StaffFormView(BodyFormView):
    back = ("staff", "Staff")

    @property
    def member(self) -> StaffMember:
        """Whom the address names, of this body alone."""
        found = StaffMember.objects.filter(pk=self.kwargs["pk"], body=self.body)
        one = found.select_related("user", "body__site").first()
        if one is None:
            raise Http404
        return one

    def after(self) -> str:
        """Back to the list."""
        return reverse("staff_workspace:staff")


class AddStaffView(_StaffFormView):
    """Take somebody onto the staff, with an account that is there or a new one."""

    action = Action.MANAGE_TEAMS
    form_class = AddStaffForm
    title = "Add somebody to the staff"
    button = "Add to the staff"

    def perform(self, form: AddStaffForm) -> tuple[str, str]:
        data = form.cleaned_data
        member = add_to_staff(body=self.body, by=self.request.user, **data)
        link = "" if member.user.has_usable_password() else ". A link to set a password is sent"
        said = f"{member.name} is on the staff{link}. Put them into a team, so that they see cases"
        return said, self.after()


class LeaveStaffView(_StaffFormView):
    """Somebody is no longer on the staff."""

    action = Action.MANAGE_TEAMS
    form_class = LeaveForm
    title = "No longer on the staff"
    button = "They leave now"

    def details(self) -> list[tuple[str, str]]:
        words = (
            "Every time in a team and every role on a single case ends now, and the account is "
            "switched off, unless it has a job on the website too. What they did stays on record"
        )
        return [("Who", str(self.member)), ("What happens", words)]

    def perform(self, form: LeaveForm) -> tuple[str, str]:
        member = self.member
        leave_staff(member=member, by=self.request.user, reason=form.cleaned_data["reason"])
        return f"{member.name} is no longer on the staff", self.after()


class InviteView(_StaffFormView):
    """Send the link to set a password again."""

    action = Action.MANAGE_TEAMS
    form_class = InviteForm
    title = "Send a link to set a password"
    button = "Send the link"

    def details(self) -> list[tuple[str, str]]:
        return [("To", f"{self.member}, at {self.member.user.email or 'no address'}")]

    def perform(self, form: InviteForm) -> tuple[str, str]:
        invite_again(member=self.member, by=self.request.user)
        return f"A new link is sent to {self.member.name}", self.after()
