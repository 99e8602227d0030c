"""A draft of the policy: open it, change its values, replace it by a file, drop it."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from feedback_forms.fields import NhsForm
from permissions import gate
from permissions.rules.actions import Action
from permissions.views import GuardedObjectView
from staff_workspace.actions import draft_profile
from staff_workspace.forms.profile_publish import ProfileFileForm
from staff_workspace.forms.profile_value import ProfileValueForm
from staff_workspace.models import ProfileDraft, ProfileVersion
from staff_workspace.policy.compare import values
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.parameter_names import SECTIONS, name_of
from staff_workspace.policy.profile import ProfileError
from staff_workspace.presenters.profile_find import CHANGED, SHOWS, asked_of
from staff_workspace.presenters.profile_page import (
    NOT_CHANGED_HERE,
    change_rows,
    profile_sections,
)
from staff_workspace.presenters.profile_reading import reading_context
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.correction_effect import (
    correction_effect,
    moved_and_held,
    open_cases_seen,
)

DRAFT = "staff_workspace:policy_draft"


class OpenView(GuardedObjectView):
    """Begin a change from one version."""

    action = Action.CHANGE_PROFILE
    lookup = {"pk": "pk"}
    http_method_names = ["post"]

    def get_queryset(self) -> QuerySet[ProfileVersion]:
        """The body's versions."""
        return ProfileVersion.objects.filter(body=self.body)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A new draft, or the person's own that is open already."""
        own = self.object.drafts.filter(drafted_by=request.user, state=ProfileDraft.State.DRAFT)
        draft = own.first()
        try:
            draft = draft or draft_profile.open_draft(version=self.object, by=request.user)
        except NotAllowed:
            # The button stood on a page from before the correction; the page now says so.
            return redirect("staff_workspace:profile", pk=pk)
        return redirect(DRAFT, pk=draft.pk)


class DraftBase(GuardedObjectView):
    """What every page of a draft has in common; other people's drafts can be read."""

    lookup = {"pk": "pk"}

    def get_queryset(self) -> QuerySet[ProfileDraft]:
        """The body's drafts."""
        return ProfileDraft.objects.filter(body=self.body).select_related("base", "body", "version")

    @property
    def is_own(self) -> bool:
        """Whether the person may change it now."""
        draft = self.object
        return draft.drafted_by_id == self.request.user.pk and draft.state == draft.State.DRAFT

    def context(self, **more: Any) -> dict[str, Any]:
        """The frame, the draft and what is asked of it."""
        draft = self.object
        return {
            **workspace_context(self.request, current="policy"),
            "draft": draft,
            "is_own": self.is_own,
            "is_drafter": draft.drafted_by_id == self.request.user.pk,
            "may_approve": gate.may(self.request.user, Action.APPROVE_PROFILE, draft),
            "may_change": gate.may(self.request.user, Action.CHANGE_PROFILE, draft),
            **more,
        }


class DraftView(DraftBase):
    """Every value with a way to change it, and what would change."""

    action = Action.CHANGE_PROFILE

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page."""
        draft, base, profile = self.object, self.object.base.profile, self.object.profile
        sections, find = profile_sections(profile, base=base), asked_of(request)
        changes = change_rows(base, profile)
        # Counted on the overview alone: it reads every clock of every open case twice.
        told = changes and self.is_own and not find.asked
        context = self.context(
            **reading_context(profile, sections, find, shows=SHOWS | CHANGED),
            changes=changes,
            moved=self.moved() if told else None,
            version=draft.base,
        )
        return render(request, "staff_workspace/profiles/draft.jinja", context)

    def moved(self) -> tuple[int, int]:
        """In how many of how many cases open to the reader a correction would move a date."""
        base = self.object.base
        effects = correction_effect(base, self.object.profile, as_of=timezone.now())
        seen = open_cases_seen(self.request.user, base).values_list("pk", flat=True)
        return moved_and_held(effects, set(seen))


class DraftFormView(DraftBase):
    """A form that changes the draft; what the policy refuses is said above it."""

    template = "staff_workspace/profiles/form.jinja"
    title = ""
    button = "Save"
    done = ""

    def form(self, *data: Any) -> NhsForm:
        """The form, bound when there is data."""
        raise NotImplementedError

    def perform(self, form: Any) -> None:
        """Call the one action; may raise NotAllowed."""
        raise NotImplementedError

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The form as it starts."""
        return self.show(self.form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Change the draft and go on."""
        form = self.form(request.POST, request.FILES)
        if form.is_valid():
            try:
                self.perform(form)
            except (NotAllowed, ProfileError) as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, self.done)
                return self.after()
        return self.show(form)

    def after(self) -> HttpResponse:
        """Where to go when it is done."""
        return redirect(DRAFT, pk=self.object.pk)

    def details(self) -> dict[str, Any]:
        """What the template shows besides the form."""
        return {}

    def show(self, form: NhsForm) -> HttpResponse:
        """The page with its form."""
        context = self.context(form=form, title=self.title, button=self.button, **self.details())
        return render(self.request, self.template, context)


def confirmer(user: Any) -> str:
    """Who is about to confirm a value: name and job title."""
    member = user.staff_member
    return f"{member.name}, {member.job_title}"


class ValueView(DraftFormView):
    """One value: what is in force, what the policy says, and the grounds."""

    action = Action.CHANGE_PROFILE
    template = "staff_workspace/profiles/value.jinja"
    done = "The value is saved in the draft"

    def enter(self) -> None:
        """Unknown values and those that are not changed here answer like unknown drafts."""
        super().enter()
        if self.key in NOT_CHANGED_HERE or self.key not in values(self.object.profile):
            raise Http404

    @property
    def key(self) -> str:
        """The parameter."""
        return str(self.kwargs["key"])

    def form(self, *data: Any) -> ProfileValueForm:
        return ProfileValueForm(
            *data,
            profile=self.object.profile,
            key=self.key,
            confirmed_by=confirmer(self.request.user),
        )

    def perform(self, form: Any) -> None:
        draft_profile.change_value(
            draft=self.object, by=self.request.user, key=self.key, value=form.cleaned_data["value"]
        )

    def after(self) -> HttpResponse:
        answer = super().after()
        section, anchor = self.key.split(".")[0], self.key.replace(".", "-")
        answer["Location"] += f"?section={section}#{anchor}"
        return answer

    def details(self) -> dict[str, Any]:
        return {
            "name": name_of(self.object.profile, self.key),
            "section": SECTIONS[self.key.split(".")[0]],
        }


class FileView(DraftFormView):
    """Replace the whole draft by a profile file."""

    action = Action.CHANGE_PROFILE
    title = "Use a profile file"
    button = "Use this file"
    done = "The draft now holds the profile of the file"

    def form(self, *data: Any) -> ProfileFileForm:
        return ProfileFileForm(*data)

    def perform(self, form: Any) -> None:
        draft_profile.replace_profile(
            draft=self.object, by=self.request.user, profile=form.cleaned_data["file"]
        )


class DiscardView(DraftFormView):
    """Drop the draft."""

    action = Action.CHANGE_PROFILE
    title = "Discard this draft"
    button = "Discard the draft"
    done = "The draft is discarded"

    def form(self, *data: Any) -> NhsForm:
        return NhsForm(*data)

    def perform(self, form: Any) -> None:
        draft_profile.discard_draft(draft=self.object, by=self.request.user)

    def after(self) -> HttpResponse:
        return redirect("staff_workspace:profiles")
