"""Record that confidence is broken: what is shared without consent, why, and on whose advice."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, CaseEvent
from staff_workspace.policy.confidentiality import BROKEN, BreachRecord, in_words, missing
from staff_workspace.policy.lifecycle import NotAllowed


def break_confidence(
    *,
    case: Case,
    by: AbstractBaseUser,
    record: BreachRecord,
    shared_at: datetime,
    at: datetime | None = None,
) -> CaseEvent:
    """Write the whole ``record`` into the timeline of the case.

    Raises NotAllowed while it lacks something that the policy asks for (CF-1), and for a day before
    the case arrived or later than now.
    """
    audited = {"ground": record.ground, "advisers": sorted(record.advisers)}
    with case_step(
        case=case,
        by=by,
        action=Action.SHARE_CASE,
        verb="break_confidence",
        at=at,
        audited=audited,
    ) as step:
        profile = step.case.profile
        if lacks := missing(profile, record):
            raise NotAllowed(f"The record lacks {'; '.join(lacks)}")
        step.require_in_time(shared_at, what="Breaking confidence")
        return step.happened(
            BROKEN,
            "Confidence was broken: shared without consent",
            at=shared_at,
            detail=in_words(profile, record),
        )
