"""Record what was done for a member of staff who is named in a complaint."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case
from staff_workspace.policy.investigation import DONE_FOR_STAFF
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.named_staff import detail_of, event_name


def tell_named_staff(
    *,
    case: Case,
    by: AbstractBaseUser,
    person: str,
    done: Collection[str],
    told_by: str,
    on: datetime,
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Write into the timeline what was done for ``person``: keys of DONE_FOR_STAFF (IV-3).

    Raises NotAllowed without a name or anything done, and for a day before the case arrived or
    later than now.
    """
    # Who it is stays out of the audit, which outlives the records of the case.
    audited = {"done": sorted(done)}
    with case_step(
        case=case,
        by=by,
        action=Action.RECORD_FINDINGS,
        verb="tell_named_staff",
        at=at,
        audited=audited,
    ) as step:
        person = " ".join(person.split())
        if not person or not done or not set(done) <= set(DONE_FOR_STAFF):
            raise NotAllowed("Say who is named, and what was done for them")
        step.require_in_time(on, what="What was done")
        detail = detail_of(person, told_by=told_by, note=note)
        for key, words in DONE_FOR_STAFF.items():
            if key in done:
                step.happened(event_name(key), f"Staff named: {words}", at=on, detail=detail)
