"""What every action of the person who complained has in common: lock, rule, timeline, audit.

They have no account. Their gate is the receipt: the case is theirs while what they gave to open it
is what the receipt still holds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from feedback_forms.models import Receipt
from permissions import audit
from staff_workspace.actions.open_tasks import open_task
from staff_workspace.actions.step import Step
from staff_workspace.models import Case, Task
from staff_workspace.policy import lifecycle
from staff_workspace.policy.stages import stages_of

NAME = "The person who complained, online"


@dataclass(frozen=True)
class Complainant:
    """Whoever opened the case with its receipt; ``times_replaced`` tells whether that still holds."""

    receipt: int
    times_replaced: int
    pk = None

    def get_username(self) -> str:
        """What the audit calls them."""
        return "complainant"

    @property
    def under(self) -> str:
        """What they act under, for the audit."""
        return f"receipt {self.receipt}"

    def holds(self, case: Case) -> bool:
        """Whether the receipt opens ``case`` now: a new code shuts what the old one opened."""
        receipts = Receipt.objects.filter(pk=self.receipt, times_replaced=self.times_replaced)
        return receipts.filter(submission=case.submission_id).exists()


class ComplainantStep(Step):
    """A locked case in the hands of the person whose complaint it is."""

    def signature(self) -> dict[str, Any]:
        """They have no account: the timeline names them in words."""
        return {"by_name": NAME}

    def makes_work(self, kind: Task.Kind) -> None:
        """Put it on Today for staff."""
        open_task(self.case, kind, at=self.at)


@contextmanager
def complainant_step(
    *,
    case: Case,
    by: Complainant,
    verb: str,
    at: datetime | None = None,
    audited: dict[str, Any] | None = None,
) -> Iterator[ComplainantStep]:
    """Run one action of the person on their ``case``; it stands or falls as a whole.

    Raises Http404 when the receipt does not open the case and ``lifecycle.NotAllowed`` when the
    policy says no.
    """
    at = at or timezone.now()
    require_holds(by, case, verb)
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        require_holds(by, locked, verb)
        step = ComplainantStep(case=locked, by=by, at=at, verb=verb)
        if verb not in lifecycle.allowed_verbs(locked.state, stages=stages_of(locked.profile)):
            raise lifecycle.NotAllowed("This is not possible as things stand. Send us a message")
        yield step
        detail = {**step.move_on(), **(audited or {})}
        audit.record(
            user=by,
            action="complainant.act",
            thing=locked,
            under=by.under,
            detail=detail,
            at=at,
        )
    case.refresh_from_db()


def require_holds(by: Complainant, case: Case, verb: str) -> None:
    """Raise Http404, audited, where the receipt does not open the case."""
    if not by.holds(case):
        audit.refused(user=by, action=f"complainant.{verb}", asked_for=str(case)[:60])
        raise Http404
