"""Add, change or remove a row of a list in a draft of the policy: a contact, a closed day, a grade."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.profile_step import draft_step
from staff_workspace.models import ProfileDraft
from staff_workspace.policy.profile_rows import with_row, without_row


def save_row(
    *, draft: ProfileDraft, by: AbstractBaseUser, path: str, facts: dict[str, Any], at: str = ""
) -> None:
    """Put the JSON-safe facts into the row ``at`` of the list, or add a row when none is named.

    Raises ProfileError for what the profile refuses, NotAllowed for anybody but the drafter.
    """
    verb = "change row" if at else "add row"
    with draft_step(
        draft=draft,
        by=by,
        action=Action.CHANGE_PROFILE,
        verb=verb,
        state=ProfileDraft.State.DRAFT,
        drafter_only=True,
        audited={"list": path, "row": at},
    ) as locked:
        locked.data = with_row(locked.profile, path, facts, at=at).to_dict()
        locked.revision += 1


def remove_row(*, draft: ProfileDraft, by: AbstractBaseUser, path: str, at: str) -> None:
    """Take the row out of the list; ProfileError while the profile still names it elsewhere."""
    with draft_step(
        draft=draft,
        by=by,
        action=Action.CHANGE_PROFILE,
        verb="remove row",
        state=ProfileDraft.State.DRAFT,
        drafter_only=True,
        audited={"list": path, "row": at},
    ) as locked:
        locked.data = without_row(locked.profile, path, at).to_dict()
        locked.revision += 1
