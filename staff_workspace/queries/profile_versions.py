"""The versions of a body's policy, and what stands between a draft and its publication."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from permissions.models import Body
from staff_workspace.models import ProfileDraft, ProfileVersion
from staff_workspace.policy.profile import load
from staff_workspace.policy.profile_publishing import Kind, Publishing, refusals
from staff_workspace.queries.profile_in_force import profile_version


class Standing(StrEnum):
    """Where a version stands among the others of its body."""

    IN_FORCE = "In force"
    COMING = "Coming"
    EARLIER = "Earlier"
    CORRECTED = "Corrected"


def versions_with_standing(body: Body, *, now: datetime) -> list[tuple[ProfileVersion, Standing]]:
    """Every version, newest first, with where it stands at ``now``; empty without a policy."""
    versions = body.profile_versions.select_related("correction", "corrects").order_by("-number")
    if not versions:
        return []
    in_force = profile_version(body, now).pk
    today = timezone.localdate(now)
    return [(version, _standing(version, in_force, today)) for version in versions]


def _standing(version: ProfileVersion, in_force: int, today: date) -> Standing:
    if version.pk == in_force:
        return Standing.IN_FORCE
    if hasattr(version, "correction"):
        return Standing.CORRECTED
    return Standing.COMING if version.effective_from > today else Standing.EARLIER


def refusals_of(
    draft: ProfileDraft, *, kind: Kind, effective_from: date | None, at: datetime
) -> tuple[str, ...]:
    """What stands in the way of publishing ``draft``, in words."""
    correction = ProfileVersion.objects.filter(corrects=draft.base_id).first()
    following = (
        ProfileVersion.objects.filter(
            body=draft.body, effective_from__gt=draft.base.effective_from, correction=None
        )
        .order_by("effective_from")
        .first()
    )
    asked = Publishing(
        kind=kind,
        effective_from=effective_from,
        as_of=timezone.localdate(at),
        base_from=draft.base.effective_from,
        corrected_since=correction.number if correction else None,
        next_version=(following.effective_from, following.number) if following else None,
    )
    return refusals(draft.base.profile, draft.profile, load("statute"), asked)
