"""Break the glass on one case; read and review what was opened."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from permissions.rules.actions import Action
from permissions.views import GuardedObjectView, GuardedView
from staff_workspace.actions.break_glass import break_glass, review_opening
from staff_workspace.forms.access import BreakGlassForm, ReviewForm
from staff_workspace.models import CaseOpening
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.openings import own_openings, visible_openings
from staff_workspace.queries.profile_in_force import profile_version
from staff_workspace.views.body_form import BodyFormView


class BreakGlassView(BodyFormView):
    """A reference and a reason; then the case, for the body's number of hours."""

    action = Action.BREAK_GLASS
    form_class = BreakGlassForm
    title = "Break the glass"
    button = "Open the case"
    current = "glass"
    back = ("today", "Today")
    template = "staff_workspace/access/break_glass.jinja"

    def details(self) -> list[tuple[str, str]]:
        profile = profile_version(self.body, timezone.now()).profile
        stand_in = profile.confidentiality.caldicott_fallback.in_force
        words = profile.role_title(stand_in) if stand_in else "The policy names nobody"
        hours = self.body.break_glass_hours
        return [
            ("Who may", profile.role_title("caldicott_guardian")),
            ("Who stands in", words),
            ("For how long", f"{hours} {'hour' if hours == 1 else 'hours'}"),
        ]

    def perform(self, form: BreakGlassForm) -> tuple[str, str]:
        data = form.cleaned_data
        opening = break_glass(
            body=self.body,
            by=self.request.user,
            reference=data["reference"].strip().upper(),
            reason=data["reason"],
        )
        until = f"{timezone.localtime(opening.ends_at):%-d %B, %H:%M}"
        reference = opening.content_object.reference
        address = reverse("staff_workspace:case", args=[reference])
        return f"{reference} is open to you until {until}. Governance is being told.", address

    def more(self) -> dict[str, Any]:
        return {"openings": own_openings(self.request.user, self.body)}


class OpeningsView(GuardedView):
    """Every broken glass that the person may review, the unreviewed ones first."""

    action = Action.MANAGE_TEAMS

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        openings = visible_openings(request.user, self.body)
        context = {**workspace_context(request, current="teams"), "openings": openings[:100]}
        return render(request, "staff_workspace/access/openings.jinja", context)


class ReviewView(GuardedObjectView):
    """One opening: who, why, until when; and the review."""

    action = Action.REVIEW_OPENING
    lookup = {"pk": "pk"}

    def get_queryset(self) -> QuerySet[CaseOpening]:
        """The body's openings."""
        found = CaseOpening.objects.filter(content_object__body=self.body)
        return found.select_related(
            "content_object__body", "user__staff_member", "reviewed_by__staff_member"
        )

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page."""
        return self.show(ReviewForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write the review down."""
        form = ReviewForm(request.POST)
        if form.is_valid():
            try:
                review_opening(opening=self.object, by=request.user, note=form.cleaned_data["note"])
            except NotAllowed as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, "The review is written down")
                return redirect("staff_workspace:openings")
        return self.show(form)

    def show(self, form: Any) -> HttpResponse:
        """The opening with the form, where it is still to be reviewed by this person."""
        context = {
            **workspace_context(self.request, current="teams"),
            "opening": self.object,
            "form": form,
            "may_review": not self.object.reviewed_at
            and self.object.user_id != self.request.user.pk,
        }
        return render(self.request, "staff_workspace/access/opening.jinja", context)
