"""Record that an organisation was asked, was reminded, or answered."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import CaseOrganisation, Issue
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say
from staff_workspace.policy.several_bodies import against_step, may_ask
from staff_workspace.queries.sharing_consent import consent_scope

Done = Literal["asked", "reminded", "answered"]


def record_organisation_step(
    *,
    organisation: CaseOrganisation,
    by: AbstractBaseUser,
    done: Done,
    on: date,
    due: date | None = None,
    answered: Iterable[Issue] = (),
    at: datetime | None = None,
) -> None:
    """Record what was done ``on`` a day; ``due`` is the day by which an answer is wanted.

    Raises NotAllowed where no consent covers asking it, out of order, and for points that it was
    not asked about.
    """
    answered = list(answered)
    with case_step(
        case=organisation.case,
        by=by,
        action=Action.RECORD_FINDINGS,
        verb="work_with_organisation",
        at=at,
        audited={"organisation": organisation.pk, "done": done},
    ) as step:
        row = step.case.organisations.get(pk=organisation.pk)
        _require(row, done, on=on, due=due)
        if done == "asked":
            row.requested_on, row.due_on, row.received_on = on, due, None
            title = f"{row.name} was asked" + (f", answer by {say(due)}" if due else "")
        elif done == "reminded":
            row.chased_on = [*row.chased_on, on.isoformat()]
            row.due_on = due or row.due_on
            title = f"{row.name} was reminded"
        else:
            if not set(answered) <= set(row.points.all()):
                raise NotAllowed("It was not asked about all of these points")
            row.received_on = on
            row.answered.add(*answered)
            title = f"{row.name} answered"
        row.save()
        detail = "\n".join(str(point) for point in answered)
        step.happened(f"organisation_{done}", f"{title}, {say(on)}", detail=detail)


def _require(row: CaseOrganisation, done: Done, *, on: date, due: date | None) -> None:
    share = row.share(consent=bool(consent_scope(row)))
    # An answer that comes in is recorded whatever the person has said since.
    allowed, why = may_ask(share) if done != "answered" else (True, "")
    refused = against_step(share, done, on=on, due=due) if allowed else why
    if refused:
        raise NotAllowed(refused)
