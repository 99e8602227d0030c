"""What every action on a draft of the policy has in common: the gate, the lock, the audit."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.rules.actions import Action
from staff_workspace.models import ProfileDraft
from staff_workspace.policy.lifecycle import NotAllowed


@contextmanager
def draft_step(
    *,
    draft: ProfileDraft,
    by: AbstractBaseUser,
    action: Action,
    verb: str,
    state: ProfileDraft.State,
    drafter_only: bool = False,
    at: datetime | None = None,
    audited: dict[str, Any] | None = None,
) -> Iterator[ProfileDraft]:
    """Run one action on the locked draft, which must be in ``state``; saved and audited at the end.

    What the action adds to ``audited`` meanwhile is written too. Raises Http404 when the gate
    refuses, NotAllowed when the
    draft has moved on or (``drafter_only``) is somebody else's.
    """
    at = at or timezone.now()
    # Before the transaction, so that a refusal stays in the audit.
    gate.require(by, action, draft)
    detail = audited if audited is not None else {}
    with transaction.atomic():
        found = ProfileDraft.objects.select_for_update(of=("self",)).select_related("base", "body")
        locked = found.get(pk=draft.pk)
        standing = gate.require(by, action, locked)
        if locked.state != state:
            raise NotAllowed(f"This draft is {locked.get_state_display().lower()} now")
        if drafter_only and locked.drafted_by_id != by.pk:
            raise NotAllowed(f"Only {locked.drafted_by_name} can change this draft")
        yield locked
        locked.save()
        audit.record(
            user=by,
            action=action,
            thing=locked,
            under=standing.under,
            detail={"verb": verb, "revision": locked.revision, **detail},
            at=at,
        )
    draft.refresh_from_db()
