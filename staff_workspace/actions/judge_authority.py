"""Judge whether the person who complains may act for the patient."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.rules.actions import Action
from staff_workspace.actions.step import case_step
from staff_workspace.models import AuthorityDecision, Case
from staff_workspace.policy.authority import AuthorityFacts, judge
from staff_workspace.policy.lifecycle import NotAllowed

TITLES = {
    "accepted": "Authority to act accepted",
    "more_needed": "More evidence of authority needed",
    "refused": "Authority to act refused",
    "best_interests": "Authority to act accepted in the patient’s best interests",
}


@dataclass(frozen=True)
class BestInterests:
    """What is recorded of a decision without evidence, for a patient who lacks capacity."""

    options: str
    public_interest: str
    disclosure_limits: str
    consulted: str = ""


def judge_authority(
    *,
    case: Case,
    by: AbstractBaseUser,
    decision: str,
    evidence_seen: str,
    reason: str,
    best_interests: BestInterests | None = None,
    at: datetime | None = None,
) -> AuthorityDecision:
    """Record the decision, the evidence seen and the reason; evidence is never a hard stop (WC-3).

    Raises NotAllowed when nobody acts for anybody in this case, and for a best-interests decision
    that the rule does not lead to or whose record is not complete (WC-9).
    """
    with case_step(
        case=case, by=by, action=Action.JUDGE_AUTHORITY, verb="judge_authority", at=at
    ) as step:
        if not step.case.on_behalf:
            raise NotAllowed("Nobody acts for somebody else in this case")
        kept = best_interests if decision == "best_interests" else None
        if decision == "best_interests":
            against = against_best_interests(step.case, kept)
            if against:
                raise NotAllowed(against)
        judged = AuthorityDecision.objects.create(
            case=step.case,
            decision=decision,
            evidence_seen=evidence_seen,
            reason=reason,
            **(asdict(kept) if kept else {}),
            decided_by=by,
            decided_at=step.at,
        )
        step.happened(
            f"authority_{decision}", TITLES[decision], detail=f"{evidence_seen}. {reason}"
        )
    return judged


def against_best_interests(case: Case, given: BestInterests | None) -> str:
    """What stands against a best-interests decision in this case, or ""."""
    found = judge(case.profile, AuthorityFacts(case.representation))
    if found.decision != "best_interests":
        return "This decision is for a patient who lacks capacity, where there is no evidence"
    if given is None or not (given.options and given.public_interest and given.disclosure_limits):
        return f"Record {', '.join(found.to_record)}"
    others = [role for role in found.decide_with if role != "handler"]
    if others and not given.consulted:
        names = ", ".join(case.profile.role_title(role) for role in others)
        return f"This policy asks to decide it together with: {names}. Say who took part"
    return ""
