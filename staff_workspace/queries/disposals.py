"""Records whose time of keeping is over, and the log of what was destroyed."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from permissions.gate import visible_to
from permissions.models import Body
from permissions.rules.actions import Action
from staff_workspace.models import (
    Case,
    DestroyedWall,
    DestructionRecord,
    DisposalReview,
    LegalHold,
)
from staff_workspace.policy.retention import kept_until, last_closing_that_may_go

MOST = 100


@dataclass(frozen=True)
class Due:
    """A case whose records are to be looked at, or to be confirmed for destruction."""

    case: Case
    kept_until: date
    held: bool
    review: DisposalReview | None


def due_for_review(user: Any, body: Body, *, today: date) -> list[Due]:
    """The oldest cases whose time is over, as far as ``user`` may dispose of them.

    What a review keeps for longer is left out until its day comes.
    """
    kept = DisposalReview.objects.filter(case=OuterRef("pk"), look_again_on__gt=today)
    held = LegalHold.objects.filter(case=OuterRef("pk"), lifted_at__isnull=True)
    found = Case.objects.filter(_over(body, today), body=body, state="closed")
    found = visible_to(user, found, Action.DISPOSE).exclude(Exists(kept))
    found = found.annotate(held=Exists(held)).order_by("closed_at", "pk")
    rows = found.select_related("profile_version", "disposal_review__reviewed_by__staff_member")
    rows = rows.defer("profile_version__data")
    return [
        Due(
            case=case,
            kept_until=kept_until(case.profile, closed=timezone.localdate(case.closed_at)),
            held=case.held,
            review=getattr(case, "disposal_review", None),
        )
        for case in rows[:MOST]
    ]


def destroyed(user: Any, body: Body) -> QuerySet[DestructionRecord]:
    """The log of ``body``, newest first, without the cases that ``user`` was shut out of."""
    walled = DestroyedWall.objects.filter(record=OuterRef("pk"), user_id=user.pk)
    return DestructionRecord.objects.filter(~Exists(walled), body=body)


def _over(body: Body, today: date) -> Q:
    """Each case is kept by the version of the policy that it was received under."""
    over = Q(pk__in=[])
    for version in body.profile_versions.all():
        last = last_closing_that_may_go(version.profile, today=today)
        end = timezone.make_aware(datetime.combine(last, time.max))
        over |= Q(profile_version=version, closed_at__lte=end)
    return over
