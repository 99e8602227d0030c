"""Put the records of a case on legal hold, and lift it."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, LegalHold
from staff_workspace.policy.lifecycle import NotAllowed


def hold_records(
    *, case: Case, by: AbstractBaseUser, reason: str, at: datetime | None = None
) -> LegalHold:
    """Nothing of the case is destroyed while the hold stands; NotAllowed when one stands already."""
    with case_step(
        case=case,
        by=by,
        action=Action.HOLD_RECORDS,
        verb="hold_records",
        at=at,
        audited={"reason": reason},
    ) as step:
        if standing_hold(step.case):
            raise NotAllowed("These records are on legal hold already")
        step.happened("held", "Records put on legal hold", detail=reason)
        return LegalHold.objects.create(case=step.case, reason=reason, set_by=by, set_at=step.at)


def lift_hold(
    *, case: Case, by: AbstractBaseUser, because: str, at: datetime | None = None
) -> None:
    """Let the time of keeping count again; NotAllowed when no hold stands."""
    with case_step(
        case=case,
        by=by,
        action=Action.HOLD_RECORDS,
        verb="lift_hold",
        at=at,
        audited={"because": because},
    ) as step:
        hold = standing_hold(step.case)
        if hold is None:
            raise NotAllowed("These records are not on legal hold")
        hold.lifted_by, hold.lifted_at, hold.lifted_because = by, step.at, because
        hold.save(update_fields=["lifted_by", "lifted_at", "lifted_because"])
        step.happened("hold_lifted", "Legal hold lifted", detail=because)


def standing_hold(case: Case) -> LegalHold | None:
    """The hold that keeps the records of ``case``."""
    return LegalHold.objects.filter(case=case, lifted_at__isnull=True).first()
