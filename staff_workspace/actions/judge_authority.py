"""Judge whether the person who complains may act for the patient."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import AuthorityDecision, Case
from staff_workspace.policy.lifecycle import NotAllowed

TITLES = {
    "accepted": "Authority to act accepted",
    "more_needed": "More evidence of authority needed",
    "refused": "Authority to act refused",
}


def judge_authority(
    *,
    case: Case,
    by: AbstractBaseUser,
    decision: str,
    evidence_seen: str,
    reason: str,
    at: datetime | None = None,
) -> AuthorityDecision:
    """Record the decision, the evidence seen and the reason; evidence is never a hard stop (WC-3).

    Raises NotAllowed when nobody acts for anybody in this case.
    """
    with case_step(
        case=case, by=by, action=Action.JUDGE_AUTHORITY, verb="judge_authority", at=at
    ) as step:
        if not step.case.on_behalf:
            raise NotAllowed("Nobody acts for somebody else in this case")
        judged = AuthorityDecision.objects.create(
            case=step.case,
            decision=decision,
            evidence_seen=evidence_seen,
            reason=reason,
            decided_by=by,
            decided_at=step.at,
        )
        step.happened(
            f"authority_{decision}", TITLES[decision], detail=f"{evidence_seen}. {reason}"
        )
    return judged
