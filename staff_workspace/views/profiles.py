"""The versions of the body's policy: the list, one version with every value, and its file."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from permissions import gate
from permissions.rules.actions import Action
from permissions.views import GuardedObjectView, GuardedView
from staff_workspace.models import ProfileDraft, ProfileVersion
from staff_workspace.policy.profile_text import to_toml
from staff_workspace.presenters.profile_find import asked_of
from staff_workspace.presenters.profile_page import profile_sections, unverified
from staff_workspace.presenters.profile_reading import reading_context
from staff_workspace.presenters.workspace import workspace_context
from staff_workspace.queries.profile_versions import Standing, versions_with_standing


class ProfilesView(GuardedView):
    """The versions there are and, for those who may change the policy, the open drafts."""

    action = Action.VIEW_PROFILE

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, newest first."""
        visible = set(self.visible(ProfileVersion.objects.all()).values_list("pk", flat=True))
        rows = [
            {
                "version": version,
                "standing": standing,
                "unverified": unverified(version.profile),
                "may_start": standing != Standing.CORRECTED,
            }
            for version, standing in versions_with_standing(self.body, now=timezone.now())
            if version.pk in visible
        ]
        may_change, may_approve = (
            gate.may(request.user, action, self.body)
            for action in (Action.CHANGE_PROFILE, Action.APPROVE_PROFILE)
        )
        # Whoever approves and does not draft reads what was put up, and no unfinished draft.
        drafts = self.visible(
            ProfileDraft.objects.filter(
                body=self.body, state__in=["draft", "submitted"] if may_change else ["submitted"]
            ),
            Action.CHANGE_PROFILE if may_change else Action.APPROVE_PROFILE,
        )
        in_force = next((r["version"] for r in rows if r["standing"] == Standing.IN_FORCE), None)
        context = {
            **workspace_context(request, current="policy"),
            "rows": rows,
            "drafts": drafts.select_related("base"),
            "in_force": in_force,
            "may_change": may_change,
            "may_approve": may_approve,
        }
        return render(request, "staff_workspace/profiles/list.jinja", context)


class VersionView(GuardedObjectView):
    """What the page of a version and its file have in common."""

    lookup = {"pk": "pk"}

    def get_queryset(self) -> QuerySet[ProfileVersion]:
        """The body's versions."""
        found = ProfileVersion.objects.filter(body=self.body)
        return found.select_related("body", "corrects", "correction")


class ProfileView(VersionView):
    """One version: every value with its source and its doubts."""

    action = Action.VIEW_PROFILE

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page."""
        version, profile = self.object, self.object.profile
        find, sections = asked_of(request), profile_sections(profile)
        standings = versions_with_standing(self.body, now=timezone.now())
        may_change = gate.may(request.user, Action.CHANGE_PROFILE, version)
        context: dict[str, Any] = {
            **workspace_context(request, current="policy"),
            "version": version,
            "standing": next(s for v, s in standings if v.pk == version.pk),
            "correction": getattr(version, "correction", None),
            **reading_context(profile, sections, find),
            "may_change": may_change and not hasattr(version, "correction"),
        }
        return render(request, "staff_workspace/profiles/version.jinja", context)


class ProfileFileView(VersionView):
    """A version as the text of a profile file."""

    action = Action.VIEW_PROFILE

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The TOML, to be saved."""
        version = self.object
        name = f"{version.profile.body.key}-{version.number}.toml"
        return HttpResponse(
            to_toml(version.profile),
            content_type="application/toml; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "private, no-store",
            },
        )
