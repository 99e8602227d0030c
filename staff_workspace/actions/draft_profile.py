"""Open a draft of the policy, change it, put it up for approval, take it back or drop it."""

from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.rules.actions import Action
from staff_workspace.actions.profile_step import draft_step
from staff_workspace.actions.step import display_name
from staff_workspace.models import ProfileDraft, ProfileVersion
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.profile_changes import with_value
from staff_workspace.policy.profile_publishing import Kind
from staff_workspace.queries.profile_versions import refusals_of

State = ProfileDraft.State


def open_draft(
    *, version: ProfileVersion, by: AbstractBaseUser, at: datetime | None = None
) -> ProfileDraft:
    """Begin a change from ``version``; NotAllowed when a correction has replaced it."""
    at = at or timezone.now()
    gate.require(by, Action.CHANGE_PROFILE, version)
    with transaction.atomic():
        standing = gate.require(by, Action.CHANGE_PROFILE, version)
        if ProfileVersion.objects.filter(corrects=version).exists():
            raise NotAllowed("This version has been corrected: start from its correction")
        draft = ProfileDraft.objects.create(
            body=version.body,
            base=version,
            data=version.profile.to_dict(),
            drafted_by=by,
            drafted_by_name=display_name(by),
            drafted_at=at,
        )
        audit.record(
            user=by,
            action=Action.CHANGE_PROFILE,
            thing=draft,
            under=standing.under,
            detail={"verb": "open", "from_version": version.number},
            at=at,
        )
    return draft


def change_value(
    *, draft: ProfileDraft, by: AbstractBaseUser, key: str, value: dict[str, Any]
) -> None:
    """Put ``value`` (JSON-safe parts of a Value) at ``key``.

    Raises ProfileError for what the schema refuses, NotAllowed for anybody but the drafter.
    """
    detail: dict[str, Any] = {"key": key}
    with _own(draft, by, "change", State.DRAFT, detail) as locked:
        locked.data = with_value(locked.profile, key, value).to_dict()
        locked.revision += 1


def replace_profile(*, draft: ProfileDraft, by: AbstractBaseUser, profile: Profile) -> None:
    """Take the whole profile from a file; NotAllowed for the profile of another body."""
    with _own(draft, by, "replace", State.DRAFT) as locked:
        if profile.body.key != locked.base.profile.body.key:
            raise NotAllowed("The file is the profile of another body")
        locked.data = profile.to_dict()
        locked.revision += 1


def submit_draft(
    *,
    draft: ProfileDraft,
    by: AbstractBaseUser,
    kind: Kind,
    effective_from: date | None,
    why: str,
    at: datetime | None = None,
) -> None:
    """Put the draft up for approval by somebody else; NotAllowed with what stands in the way."""
    at = at or timezone.now()
    detail = {"kind": kind, "effective_from": str(effective_from or "")}
    with _own(draft, by, "submit", State.DRAFT, detail) as locked:
        locked.kind = kind
        locked.effective_from = effective_from if kind == "new_version" else None
        found = refusals_of(locked, kind=kind, effective_from=locked.effective_from, at=at)
        if found:
            raise NotAllowed(". ".join(found))
        locked.state, locked.submitted_at = State.SUBMITTED, at
        locked.why, locked.returned_because = why, ""


def take_back_draft(*, draft: ProfileDraft, by: AbstractBaseUser) -> None:
    """The drafter goes on changing what waits for approval."""
    with _own(draft, by, "take back", State.SUBMITTED) as locked:
        locked.state, locked.revision = State.DRAFT, locked.revision + 1


def discard_draft(*, draft: ProfileDraft, by: AbstractBaseUser) -> None:
    """Drop a draft; anybody of Governance may, since drafters leave. The row stays."""
    with draft_step(
        draft=draft, by=by, action=Action.CHANGE_PROFILE, verb="discard", state=State.DRAFT
    ) as locked:
        locked.state = State.DISCARDED


def _own(
    draft: ProfileDraft,
    by: AbstractBaseUser,
    verb: str,
    state: State,
    audited: dict[str, Any] | None = None,
) -> AbstractContextManager[ProfileDraft]:
    return draft_step(
        draft=draft,
        by=by,
        action=Action.CHANGE_PROFILE,
        verb=verb,
        state=state,
        drafter_only=True,
        audited=audited,
    )
