"""What every change of who can see a case has in common: the gate, the lock, the audit.

Nothing of it goes into the timeline by itself: who is shut out is known to those alone who may let
them in again. It can be done in every state, so the lifecycle is not asked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.models import Body
from permissions.rules.actions import Action
from staff_workspace.actions.step import Step
from staff_workspace.models import Case


@contextmanager
def access_step(
    *,
    case: Case,
    by: AbstractBaseUser,
    verb: str,
    at: datetime | None = None,
    audited: dict[str, Any] | None = None,
    staff_stay: bool = False,
) -> Iterator[Step]:
    """Change the access of ``case`` under its lock; raises Http404 when the gate refuses.

    With ``staff_stay`` nobody joins or leaves the teams of the body meanwhile.
    """
    at = at or timezone.now()
    # Before the transaction, so that a refusal stays in the audit; again on the locked row.
    gate.require(by, Action.MANAGE_ACCESS, case)
    with transaction.atomic():
        if staff_stay:
            # Before the case, as wherever both are locked.
            Body.objects.select_for_update(of=("self",)).get(pk=case.body_id)
        locked = Case.objects.select_for_update().get(pk=case.pk)
        standing = gate.require(by, Action.MANAGE_ACCESS, locked)
        yield Step(case=locked, by=by, at=at, verb=verb)
        locked.save()
        audit.record(
            user=by,
            action=Action.MANAGE_ACCESS,
            thing=locked,
            under=standing.under,
            detail={"verb": verb, **(audited or {})},
            at=at,
        )
    case.refresh_from_db()
