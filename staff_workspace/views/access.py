"""The screens that shut somebody out of a case, restrict it, and take either back."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from permissions.models import StaffMember
from permissions.rules.actions import Action
from permissions.rules.walls import REASONS, WallReason
from staff_workspace.actions.raise_wall import lift_wall, raise_wall
from staff_workspace.actions.restrict_case import lift_restriction, restrict_case
from staff_workspace.forms.access import BecauseForm, RestrictForm, ShutOutForm
from staff_workspace.models import CaseWall
from staff_workspace.queries.who_can_see import managers_of, standing_walls_of
from staff_workspace.views.case_action import CaseActionView


class AccessActionView(CaseActionView):
    """Back to who can see the case, unless the person has just lost sight of it."""

    def after(self) -> str:
        usual = super().after()
        if usual == reverse("staff_workspace:today"):
            return usual
        return reverse("staff_workspace:access", args=[self.case.reference])

    def staff(self) -> list[StaffMember]:
        """Everybody of the body whose account is in use."""
        found = StaffMember.objects.filter(body=self.body, user__is_active=True)
        return list(found.order_by("name"))


class ShutOutView(AccessActionView):
    """Raise a wall."""

    action = Action.MANAGE_ACCESS
    form_class = ShutOutForm
    title = "Shut somebody out of this case"
    button = "Shut them out"
    against: StaffMember

    def form_options(self) -> dict[str, Any]:
        walled = set(standing_walls_of(self.case).values_list("user_id", flat=True))
        return {"people": [m for m in self.staff() if m.user_id not in walled]}

    def perform(self, form: ShutOutForm) -> None:
        data = form.cleaned_data
        self.against = StaffMember.objects.get(pk=data["member"], body=self.body)
        raise_wall(
            case=self.case,
            by=self.request.user,
            against=self.against,
            reason=WallReason(data["kind"]),
            note=data["note"],
        )

    @property
    def done(self) -> str:  # type: ignore[override]
        """Said when it is done."""
        return f"{self.against.name} is shut out of the case"


class LetInView(AccessActionView):
    """Lift a wall."""

    action = Action.MANAGE_ACCESS
    form_class = BecauseForm
    title = "Let them in again"
    button = "Let them in again"
    name: str

    @property
    def wall(self) -> CaseWall:
        """The wall that the address names, of this case alone."""
        found = standing_walls_of(self.case).filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def details(self) -> list[tuple[str, str]]:
        wall = self.wall
        return [
            ("Shut out", str(wall.user.staff_member)),
            ("Why", REASONS[WallReason(wall.reason)]),
            ("What is known", wall.note),
        ]

    def perform(self, form: BecauseForm) -> None:
        wall = self.wall
        self.name = wall.user.staff_member.name
        lift_wall(wall=wall, by=self.request.user, because=form.cleaned_data["reason"])

    @property
    def done(self) -> str:  # type: ignore[override]
        """Said when it is done."""
        return f"{self.name} is no longer shut out of the case"


class RestrictView(AccessActionView):
    """Restrict the case, or name more people on a restricted one."""

    action = Action.MANAGE_ACCESS
    form_class = RestrictForm
    title = "Restrict this case"
    button = "Restrict to Governance and these people"
    done = "The case is restricted to Governance and named people"

    def form_options(self) -> dict[str, Any]:
        walled = set(standing_walls_of(self.case).values_list("user_id", flat=True))
        # Whoever manages access sees a restricted case anyway.
        needless = walled | managers_of(self.case)
        return {"people": [m for m in self.staff() if m.user_id not in needless]}

    def perform(self, form: RestrictForm) -> None:
        data = form.cleaned_data
        restrict_case(
            case=self.case,
            by=self.request.user,
            named=StaffMember.objects.filter(pk__in=data["named"], body=self.body),
            reason=data["reason"],
        )


class OpenUpView(AccessActionView):
    """Lift the restriction."""

    action = Action.MANAGE_ACCESS
    form_class = BecauseForm
    title = "Lift the restriction"
    button = "Lift the restriction"
    done = "The case is no longer restricted"

    def details(self) -> list[tuple[str, str]]:
        team = self.case.owner_team.name
        return [("Who sees it then", f"{team} and everybody it is shared with, as before")]

    def perform(self, form: BecauseForm) -> None:
        reason = form.cleaned_data["reason"]
        lift_restriction(case=self.case, by=self.request.user, reason=reason)
