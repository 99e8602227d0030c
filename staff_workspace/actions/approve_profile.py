"""Publish a draft of the policy after a second person's approval, or send it back."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Max
from django.utils import timezone

from permissions import gate
from permissions.models import Body
from permissions.rules.actions import Action
from staff_workspace.actions.move_cases import move_cases
from staff_workspace.actions.profile_step import draft_step
from staff_workspace.actions.step import display_name
from staff_workspace.models import ProfileDraft, ProfileVersion
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.profile_versions import refusals_of


def approve_profile(
    *, draft: ProfileDraft, by: AbstractBaseUser, revision: int, at: datetime | None = None
) -> ProfileVersion:
    """Publish the draft that ``by`` read at ``revision``; never one's own.

    A new version holds for cases received from its day on. A correction takes the place of the
    version it corrects, and the open cases that hold that one move to it.
    """
    at = at or timezone.now()
    audited: dict[str, Any] = {}
    with draft_step(
        draft=draft,
        by=by,
        action=Action.APPROVE_PROFILE,
        verb="approve",
        state=ProfileDraft.State.SUBMITTED,
        at=at,
        audited=audited,
    ) as locked:
        _second_person(locked, by, revision)
        # One publication of a body at a time, so that numbers and corrections cannot cross.
        Body.objects.select_for_update().get(pk=locked.body_id)
        found = refusals_of(locked, kind=locked.kind, effective_from=locked.effective_from, at=at)
        if found:
            raise NotAllowed(". ".join(found))
        version = _publish(locked, by, at)
        locked.state, locked.version = ProfileDraft.State.PUBLISHED, version
        audited |= {
            "version": version.number,
            "kind": locked.kind,
            "drafted_by": locked.drafted_by_id,
        }
        if version.corrects:
            under = gate.require(by, Action.APPROVE_PROFILE, locked).under
            audited["cases_moved"] = move_cases(correction=version, by=by, under=under, at=at)
    return version


def return_draft(*, draft: ProfileDraft, by: AbstractBaseUser, because: str) -> None:
    """Send the draft back to its drafter with the reason."""
    with draft_step(
        draft=draft,
        by=by,
        action=Action.APPROVE_PROFILE,
        verb="return",
        state=ProfileDraft.State.SUBMITTED,
    ) as locked:
        locked.state, locked.returned_because = ProfileDraft.State.DRAFT, because


def _second_person(draft: ProfileDraft, by: AbstractBaseUser, revision: int) -> None:
    if draft.drafted_by_id == by.pk:
        raise NotAllowed("A second person approves: you drafted this change")
    if draft.revision != revision:
        raise NotAllowed("The draft has changed since you read it: read it again")


def _publish(draft: ProfileDraft, by: AbstractBaseUser, at: datetime) -> ProfileVersion:
    corrects = draft.base if draft.kind == ProfileDraft.Kind.CORRECTION else None
    effective_from = corrects.effective_from if corrects else draft.effective_from
    versions = ProfileVersion.objects.filter(body=draft.body)
    number = versions.aggregate(last=Max("number"))["last"] + 1
    data = draft.profile.to_dict() | {"profile_version": str(number)}
    if not corrects:
        data["effective_from"] = effective_from.isoformat()
    return ProfileVersion.objects.create(
        body=draft.body,
        number=number,
        effective_from=effective_from,
        data=data,
        corrects=corrects,
        why=draft.why,
        drafted_by_name=draft.drafted_by_name,
        approved_by=by,
        approved_by_name=display_name(by),
        published_at=timezone.localtime(at),
    )
