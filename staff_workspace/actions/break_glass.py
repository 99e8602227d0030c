"""Open one case by breaking the glass, tell Governance at once, and review it afterwards."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate, outbox
from permissions.models import Body
from permissions.rules.actions import Action
from permissions.rules.break_glass import ends_at, refusal_to_open, refusal_to_review
from staff_workspace.models import Case, CaseOpening
from staff_workspace.policy.lifecycle import NotAllowed

# One answer for a case that is not there, is another body's, or is behind a wall.
NO_SUCH_CASE = "There is no case with this reference that you can open"


def break_glass(
    *, body: Body, by: AbstractBaseUser, reference: str, reason: str, at: datetime | None = None
) -> CaseOpening:
    """Open the case for the body's number of hours.

    Raises Http404 for people who are no guardian of ``body``, NotAllowed without a reason, for a
    case that is not theirs to open, and for one that they can see already.
    """
    at = at or timezone.now()
    standing = gate.require(by, Action.BREAK_GLASS, body)
    if refusal := refusal_to_open(reason=reason):
        raise NotAllowed(refusal)
    found = gate.openable_by(by, Case.objects.filter(body=body)).filter(reference=reference).first()
    if found is None:
        audit.refused(user=by, action=Action.BREAK_GLASS, asked_for=reference[:60])
        raise NotAllowed(NO_SUCH_CASE)
    if gate.may(by, Action.VIEW_CASE, found):
        raise NotAllowed("You can see this case already")
    with transaction.atomic():
        opening = CaseOpening.objects.create(
            content_object=found,
            user=by,
            reason=reason,
            opened_at=at,
            ends_at=ends_at(at, hours=body.break_glass_hours),
        )
        detail = {"opening": opening.pk, "reason": reason, "ends_at": opening.ends_at.isoformat()}
        audit.record(
            user=by,
            action=Action.BREAK_GLASS,
            thing=found,
            under=standing.under,
            detail=detail,
            at=at,
        )
        outbox.put("glass_broken", {"opening": opening.pk}, body=body)
    return opening


def review_opening(
    *, opening: CaseOpening, by: AbstractBaseUser, note: str, at: datetime | None = None
) -> None:
    """Write down what Governance thinks of it; NotAllowed for one's own and a second time."""
    at = at or timezone.now()
    gate.require(by, Action.REVIEW_OPENING, opening)
    with transaction.atomic():
        locked = CaseOpening.objects.select_for_update().get(pk=opening.pk)
        standing = gate.require(by, Action.REVIEW_OPENING, locked)
        refusal = refusal_to_review(
            opened_by=locked.user_id, reviewer=by.pk, reviewed=locked.reviewed_at is not None
        )
        if refusal:
            raise NotAllowed(refusal)
        locked.reviewed_by, locked.reviewed_at, locked.review_note = by, at, note
        locked.save(update_fields=["reviewed_by", "reviewed_at", "review_note"])
        audit.record(
            user=by,
            action=Action.REVIEW_OPENING,
            thing=locked,
            under=standing.under,
            detail={"opening": locked.pk, "note": note},
            at=at,
        )
    opening.refresh_from_db()
