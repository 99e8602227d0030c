"""What every action on a case has in common: the lock, the gate, the rule, the timeline, the audit."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from permissions import audit, gate
from permissions.rules.actions import Action
from staff_workspace.models import Case, CaseEvent
from staff_workspace.policy import lifecycle
from staff_workspace.policy.stages import stages_of
from staff_workspace.queries.case_clocks import refresh_due_dates
from staff_workspace.queries.case_facts import lifecycle_facts


@dataclass
class Step:
    """A locked case in the hands of one action.

    ``facts`` is what only the action knows and the lifecycle's guards ask for; ``under`` what the
    gate let them in by.
    """

    case: Case
    by: AbstractBaseUser
    at: datetime
    verb: str
    under: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    def require_in_time(self, happened_at: datetime, *, what: str) -> None:
        """Raise NotAllowed for something before the case arrived, or later than now."""
        if happened_at < self.case.received_at or happened_at > self.at:
            raise lifecycle.NotAllowed(
                f"{what} must be after the case arrived and not later than now"
            )

    def leads_to(self) -> str:
        """The state that the verb leads to as things stand; NotAllowed when it may not be taken."""
        facts = replace(lifecycle_facts(self.case, by=self.by, at=self.at), **self.facts)
        stages = stages_of(self.case.profile)
        return lifecycle.next_state(self.case.state, self.verb, facts, stages=stages)

    def happened(
        self,
        name: str,
        title: str,
        *,
        at: datetime | None = None,
        detail: str = "",
        second_date: date | None = None,
    ) -> CaseEvent:
        """Write an event into the timeline; ``at`` when it happened earlier than now."""
        return CaseEvent.objects.create(
            case=self.case,
            name=name,
            title=title,
            detail=detail,
            at=at or self.at,
            second_date=second_date,
            recorded_at=self.at,
            **self.signature(),
        )

    def signature(self) -> dict[str, Any]:
        """Who the timeline says did it."""
        return {"by": self.by, "by_name": display_name(self.by)}

    def move_on(self) -> dict[str, str]:
        """Save the case in the state that the verb leads to; what the audit says of it."""
        before, self.case.state = self.case.state, self.leads_to()
        refresh_due_dates(self.case, as_of=self.at)
        self.case.save()
        return {"verb": self.verb, "from": before, "to": self.case.state}


@contextmanager
def case_step(
    *,
    case: Case,
    by: AbstractBaseUser,
    action: Action,
    verb: str,
    at: datetime | None = None,
    audited: dict[str, Any] | None = None,
) -> Iterator[Step]:
    """Run one action on ``case``: what the body of the ``with`` writes stands or falls with it.

    Raises Http404 when the gate refuses and ``lifecycle.NotAllowed`` when the policy does.
    """
    at = at or timezone.now()
    # Asked before the transaction, so that a refusal stays in the audit; asked again on the locked
    # row, because the state may have moved on in between.
    gate.require(by, action, case)
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        standing = gate.require(by, action, locked)
        stages = stages_of(locked.profile)
        if verb not in lifecycle.allowed_verbs(locked.state, stages=stages):
            # Nothing is begun that cannot be finished; this raises with the words for staff.
            nothing = lifecycle.LifecycleFacts()
            lifecycle.next_state(locked.state, verb, nothing, stages=stages)
        step = Step(case=locked, by=by, at=at, verb=verb, under=standing.under)
        yield step
        detail = {**step.move_on(), **(audited or {})}
        audit.record(
            user=by, action=action, thing=locked, under=standing.under, detail=detail, at=at
        )
    case.refresh_from_db()


def display_name(user: AbstractBaseUser | None) -> str:
    """The name that the timeline shows; the audit keeps the account."""
    if user is None:
        return "website"
    member = getattr(user, "staff_member", None)
    return member.name if member else user.get_username()
