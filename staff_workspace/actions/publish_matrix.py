"""Publish a new version of who may do what: it counts from the next request on."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.models import Body, MatrixVersion
from permissions.rules.actions import Action
from permissions.rules.body_matrix import Row
from permissions.rules.matrix import Role
from permissions.rules.matrix_checks import problems
from permissions.standing import matrix_in_force
from staff_workspace.actions.step import display_name
from staff_workspace.policy.lifecycle import STATES, NotAllowed


def publish_matrix(
    *,
    body: Body,
    by: AbstractBaseUser,
    role: Role,
    row: Row,
    based_on: int,
    reason: str,
    at: datetime | None = None,
) -> MatrixVersion:
    """Give ``role`` the ``row`` in a new version; ``based_on`` is the number of the one changed.

    Raises Http404 when the gate refuses; NotAllowed when nothing is changed, when somebody else
    has published meanwhile, and for what no matrix may say.
    """
    at = at or timezone.now()
    gate.require(by, Action.CHANGE_MATRIX, body)
    with transaction.atomic():
        locked = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
        standing = gate.require(by, Action.CHANGE_MATRIX, locked)
        before = matrix_in_force(locked)
        number = locked.matrix.number if locked.matrix else 0
        if based_on != number:
            raise NotAllowed("Somebody has changed this meanwhile: look at it again first")
        after = before.with_row(role, row)
        if faults := problems(after, STATES):
            raise NotAllowed(". ".join(faults))
        if after.to_dict()["rows"] == before.to_dict()["rows"]:
            raise NotAllowed("Nothing is changed")
        version = MatrixVersion.objects.create(
            body=locked,
            number=number + 1,
            data=after.to_dict(),
            made_by=by,
            made_by_name=display_name(by),
            made_at=at,
            reason=reason,
        )
        locked.matrix = version
        locked.save(update_fields=["matrix"])
        audit.record(
            user=by,
            action=Action.CHANGE_MATRIX,
            thing=locked,
            under=standing.under,
            detail={"version": version.number, "role": role.value, "reason": reason},
            at=at,
        )
    return version
