"""The decision to restrict somebody's contact: the last resort, once everything before is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .profile import Profile
from .restriction_period import period
from .restriction_steps import may_begin_stage_2
from .restrictions import Sign, UnknownCriterion, may_decide, open_checks, threshold

CHECKS: dict[str, str] = {
    "investigated_properly": "The complaint was investigated properly",
    "decision_right": "The decision on it was right",
    "communication_adequate": "The person was told enough",
    "nothing_new": "There is nothing new in what the person writes",
    "legal_duties_met": "The duties of the law have been met",
    "ombudsman_advised": "The person was told of the ombudsman",
    "equality_act_considered": "The Equality Act was thought of",
    "own_fault_considered": "Our own faults were thought of",
    "signed_statement": "There is a signed statement",
    "legal_advice_considered": "Legal advice was thought of",
}
GROUNDS: dict[str, str] = {
    "reasonable_behaviour": "The person's contact is reasonable again",
    "new_complaint": "A new complaint needs its course",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What is put on record. `role` is who decides, or for whom the deputy decides."""

    on: date
    criteria: tuple[str, ...]
    checks: tuple[str, ...]
    role: str
    deputy: bool = False
    why_deputy: str = ""
    stage_1_done: bool = False
    why_no_stage_1: str = ""


def check_words(profile: Profile, check: str) -> str:
    """A check or a consultation in words for staff."""
    kind, _, role = check.partition(":")
    if kind == "consult":
        return f"Consulted: {profile.role_title(role)}"
    return CHECKS[check]


def checks_asked(profile: Profile) -> tuple[str, ...]:
    """Every check and consultation that the policy asks for, and those of which one is enough."""
    own = profile.restrictions
    consulted = (*own.vex_consult_first.in_force, *own.vex_consult_one_of.in_force)
    return (*own.vex_prechecks.in_force, *(f"consult:{role}" for role in consulted))


def against(profile: Profile, decision: Decision) -> str:
    """What speaks against restricting contact now, in words, or "" (policies on such contact)."""
    roles = frozenset({decision.role})
    nobody: frozenset[str] = frozenset()
    try:
        signs = (Sign(criterion, decision.on) for criterion in decision.criteria)
        reached = threshold(profile, signs, today=decision.on)
    except UnknownCriterion as unknown:
        return f"{unknown}."
    if not reached.met:
        return reached.reason
    begun, why = may_begin_stage_2(
        profile,
        stage_1_done=decision.stage_1_done,
        decided_by=roles,
        why_skipped=decision.why_no_stage_1,
    )
    if not begun:
        return why
    left = open_checks(profile, decision.checks)
    if left:
        words = [
            " or ".join(check_words(profile, one) for one in check.split(" or ")) for check in left
        ]
        return f"Still to be done before: {'; '.join(words)}."
    return may_decide(
        profile,
        roles=nobody if decision.deputy else roles,
        deputy_of=roles if decision.deputy else nobody,
        why_deputy=decision.why_deputy,
    )[1]


def against_review(profile: Profile, *, decided: date, reviewed: date, next_review: date) -> str:
    """What speaks against the next day of review: it lies ahead, and not after the end."""
    ends = period(profile, decided).ends_on
    if next_review <= reviewed:
        return "The next review must lie ahead."
    if ends is not None and next_review > ends:
        return f"The restriction ends on {ends.day} {ends:%B %Y}: review it by then."
    return ""
