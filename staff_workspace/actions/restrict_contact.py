"""Restrict somebody's contact on a case: never what they may complain about."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import Case, ContactRestriction
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.reasons import say
from staff_workspace.policy.restriction_criteria import CRITERIA
from staff_workspace.policy.restriction_decision import Decision, against
from staff_workspace.policy.restriction_period import period
from staff_workspace.queries.contact_restrictions import standing_restriction


def restrict_contact(
    *,
    case: Case,
    by: AbstractBaseUser,
    decision: Decision,
    decided_by: str,
    measures: str,
    at: datetime | None = None,
) -> None:
    """Record the decision with its review, and with its end where the policy has one (VX-5).

    Raises NotAllowed while the policy asks for something before it, and where one stands already.
    """
    with case_step(
        case=case,
        by=by,
        action=Action.RECORD_CONTACT,
        verb="restrict_contact",
        at=at,
        audited={"criteria": list(decision.criteria), "decided_as": decision.role},
    ) as step:
        received, today = (timezone.localdate(m) for m in (step.case.received_at, step.at))
        if not received <= decision.on <= today:
            raise NotAllowed("It was decided after the case arrived and not later than now")
        refused = against(step.case.profile, decision)
        if standing_restriction(step.case, today=today):
            refused = "Contact is restricted already: review it or end it"
        if refused:
            raise NotAllowed(refused)
        lasts = period(step.case.profile, decision.on)
        ContactRestriction.objects.create(
            case=step.case,
            criteria=list(decision.criteria),
            measures=measures,
            decided_on=decision.on,
            decided_by=decided_by,
            decided_as=decision.role,
            why_deputy=decision.why_deputy,
            why_no_stage_1=decision.why_no_stage_1,
            review_on=lasts.review_on,
            ends_on=lasts.ends_on,
            recorded_by=by,
        )
        why = "; ".join(CRITERIA[criterion] for criterion in decision.criteria)
        step.happened(
            "contact_restricted",
            f"Contact restricted, review on {say(lasts.review_on)}",
            detail=f"Decided by {decided_by}. {why}.\n{measures}",
        )
