"""A complaint beside a disciplinary case or a claim: what goes on, what waits, who is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .profile import Profile


@dataclass(frozen=True, slots=True)
class Course:
    """What happens to the complaint meanwhile, and what has to be done."""

    goes_on: tuple[str, ...]
    waits: tuple[str, ...]
    to_do: tuple[str, ...]


class LegalCourse(NamedTuple):
    """Whether the complaint goes on, the canonical roles that are told, why, and what to do."""

    goes_on: bool
    told: tuple[str, ...]
    because: str
    to_do: tuple[str, ...] = ()


_CLAIMS = {
    "nhs_resolution": "NHS Resolution is notified",
    "insurers": "the insurers are told",
}


class NotConcurrent(ValueError):
    """The two investigations cannot run beside each other as planned."""


def beside_disciplinary(
    profile: Profile,
    *,
    deferred: bool,
    issues: tuple[str, ...],
    touched: frozenset[str],
    complaint_investigator: str,
    disciplinary_investigator: str,
) -> Course:
    """Deferred: only the issues that the disciplinary case touches wait.

    Side by side: two different investigators, or NotConcurrent.
    """
    if deferred:
        return Course(
            tuple(issue for issue in issues if issue not in touched),
            tuple(issue for issue in issues if issue in touched),
            ("tell the person how long the disciplinary case is likely to take",),
        )
    if not profile.routes.disciplinary_beside.in_force:
        raise NotConcurrent("The policy lets the complaint wait for the disciplinary case.")
    if complaint_investigator == disciplinary_investigator:
        raise NotConcurrent("Two different people have to investigate.")
    to_do = (
        "the two investigators keep in touch",
        "agree how the outcome is told to the person",
    )
    return Course(issues, (), to_do)


def legal_action(
    profile: Profile,
    *,
    letter_of_claim: bool = False,
    intent_stated: bool = False,
    solicitors_letter: bool = False,
    money_asked_for: bool = False,
    court_forbids: bool = False,
) -> LegalCourse:
    """Whether the complaint goes on, who is told, why, and what to do beside it.

    A solicitor's letter alone is no claim. Only an exception such as a judge's order stops it.
    """
    own = profile.routes
    route = own.legal_intent_route.in_force or "governance"
    told = [route] if letter_of_claim or intent_stated or court_forbids else []
    if money_asked_for and own.redress_route.in_force and own.redress_route.in_force not in told:
        told.append(own.redress_route.in_force)
    to_do = _beside_a_claim(profile, claim=letter_of_claim or money_asked_for) if told else ()
    if court_forbids:
        why = "A court stands in the way: tell the person why it is suspended."
        return LegalCourse(False, tuple(told), why, to_do)
    if told:
        why = "The procedure goes on; the claim is dealt with beside it."
        return LegalCourse(True, tuple(told), why, to_do)
    if solicitors_letter:
        return LegalCourse(True, (), "A letter from a solicitor is not yet a claim.")
    return LegalCourse(True, (), "Nothing points to a claim.")


def closing_letter(*, proven: bool, action_taken: bool) -> tuple[str, ...]:
    """What the person is told when a disciplinary case has ended; never which action was taken."""
    says = ["that the matter was investigated"]
    says.append(f"that the allegation was {'proven' if proven else 'not proven'}")
    if proven:
        says.append("what changed in procedures or training")
    if action_taken:
        says.append("that appropriate action was taken, without saying which")
    return tuple(says)


def may_be_used(
    *, found_in: Literal["complaint", "disciplinary"], used_in: str
) -> tuple[bool, str]:
    """What the complaint found may be used in the disciplinary case or in court; what the
    disciplinary case found stays there, because staff have a right to confidentiality."""
    if found_in in ("complaint", used_in):
        return True, ""
    return False, "The disciplinary case is confidential."


def _beside_a_claim(profile: Profile, *, claim: bool) -> tuple[str, ...]:
    own = profile.routes
    to_do = ["check that the matter has not been investigated before"]
    if own.legal_advice_from.in_force:
        to_do.append(f"ask the {profile.role_title(own.legal_advice_from.in_force)} for advice")
    if claim and own.claims_go_to.in_force and own.claims_told_by.in_force:
        teller = profile.role_title(own.claims_told_by.in_force)
        to_do.append(f"{teller} decides whether {_CLAIMS[own.claims_go_to.in_force]}")
    return tuple(to_do)
