"""Put a draft of the policy up for approval; a second person publishes it or sends it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from feedback_forms.fields import NhsForm
from permissions.rules.actions import Action
from staff_workspace.actions import draft_profile
from staff_workspace.actions.approve_profile import approve_profile, return_draft
from staff_workspace.forms.profile_publish import ApprovePolicyForm, ReturnPolicyForm, SubmitForm
from staff_workspace.models import ProfileDraft, ProfileVersion
from staff_workspace.presenters.profile_page import change_rows, effect_rows
from staff_workspace.queries.correction_effect import correction_effect, open_cases_seen
from staff_workspace.views.profile_drafts import DraftFormView


class WithEffect(DraftFormView):
    """Pages that show what would change and which open cases a correction would move."""

    template = "staff_workspace/profiles/publish.jinja"

    def details(self) -> dict[str, Any]:
        """The changes and, unless it is a new version, the effect on open cases."""
        draft = self.object
        before, after = draft.base.profile, draft.profile
        shown: dict[str, Any] = {"changes": change_rows(before, after), "effect": None}
        seen = open_cases_seen(self.request.user, draft.base)
        open_draft = draft.state in {draft.State.DRAFT, draft.State.SUBMITTED}
        if open_draft and draft.kind != ProfileDraft.Kind.NEW_VERSION:
            effects = correction_effect(draft.base, after, as_of=timezone.now())
            shown["effect"] = effect_rows(effects, set(seen.values_list("pk", flat=True)))
        else:
            shown["held"] = seen.count()
        return shown


class SubmitView(WithEffect):
    """What is this change, from when, and why."""

    action = Action.CHANGE_PROFILE
    title = "Put the change up for approval"
    button = "Put up for approval"
    done = "The change waits for the approval of a second person"

    def form(self, *data: Any) -> SubmitForm:
        draft = self.object
        known = {"kind": draft.kind, "effective_from": draft.effective_from, "why": draft.why}
        return SubmitForm(*data, initial=known)

    def perform(self, form: Any) -> None:
        data = form.cleaned_data
        draft_profile.submit_draft(
            draft=self.object,
            by=self.request.user,
            kind=data["kind"],
            effective_from=data["effective_from"],
            why=data["why"],
        )

    def after(self) -> HttpResponse:
        return redirect("staff_workspace:put_up_draft", pk=self.object.pk)


class PutUpView(WithEffect):
    """What waits for approval, as those who draft read it."""

    action = Action.CHANGE_PROFILE
    http_method_names = ["get", "head"]
    title = "A change of the policy"

    def form(self, *data: Any) -> NhsForm:
        return NhsForm(*data)


class TakeBackView(DraftFormView):
    """The drafter goes on changing."""

    action = Action.CHANGE_PROFILE
    http_method_names = ["post"]
    title = "Take the draft back"
    button = "Take it back"
    done = "The draft is yours again"

    def form(self, *data: Any) -> NhsForm:
        return NhsForm(*data)

    def perform(self, form: Any) -> None:
        draft_profile.take_back_draft(draft=self.object, by=self.request.user)


class ApproveView(WithEffect):
    """What waits for approval, as the approver reads it."""

    action = Action.APPROVE_PROFILE
    title = "A change of the policy"
    button = "Approve and publish"
    version: ProfileVersion

    def form(self, *data: Any) -> ApprovePolicyForm:
        return ApprovePolicyForm(*data)

    def perform(self, form: Any) -> None:
        read = self.request.POST.get("revision", "")
        self.version = approve_profile(
            draft=self.object,
            by=self.request.user,
            revision=int(read) if read.isdecimal() and len(read) < 9 else 0,
        )

    def after(self) -> HttpResponse:
        return redirect("staff_workspace:profile", pk=self.version.pk)

    @property
    def done(self) -> str:  # type: ignore[override]
        """Said when it is published."""
        return f"Version {self.version.number} is published"


class SendBackView(DraftFormView):
    """Back to the drafter, with the reason."""

    action = Action.APPROVE_PROFILE
    title = "Send the change back"
    button = "Send back"
    done = "The change is with its drafter again"

    def form(self, *data: Any) -> ReturnPolicyForm:
        return ReturnPolicyForm(*data)

    def perform(self, form: Any) -> None:
        data = form.cleaned_data
        return_draft(draft=self.object, by=self.request.user, because=data["because"])

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form, for somebody else's draft that waits."""
        if self.object.state != ProfileDraft.State.SUBMITTED:
            return redirect("staff_workspace:approve_draft", pk=self.object.pk)
        return super().get(request, **kwargs)

    def after(self) -> HttpResponse:
        return redirect("staff_workspace:profiles")
