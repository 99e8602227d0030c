"""Who investigates, when it may begin, and when somebody independent is needed."""

from __future__ import annotations

from collections.abc import Collection

INDEPENDENT_GROUNDS: dict[str, str] = {
    "serious_incident": "A serious incident is alleged",
    "expert_opinion": "It cannot be settled without an expert",
    "misconduct": "Professional misconduct, or the work of a senior manager",
}
MUST_AGREE = ("head_of_patient_experience", "governance", "group_transformation_director", "person")


def may_investigate(
    *, investigator: str, subjects: Collection[str], same_team: bool, serious: bool
) -> tuple[bool, str]:
    """Nobody investigates a complaint about themselves; grave ones go to another team."""
    if investigator in subjects:
        return False, "This person is a subject of the complaint. Choose somebody else."
    if serious and same_team:
        return False, "Choose a senior person from another team: the allegations are serious."
    return True, ""


def may_begin(*, authority_in_question: bool, authority_accepted: bool) -> tuple[bool, str]:
    """Where consent or capacity is in question the evidence comes first."""
    if authority_in_question and not authority_accepted:
        return False, "Wait until the evidence of authority has been accepted."
    return True, ""


def may_be_independent(*, ground: str, agreed_by: Collection[str]) -> tuple[bool, str]:
    """Independent only on one of the grounds, and when all four have agreed."""
    if ground not in INDEPENDENT_GROUNDS:
        return False, "This is not a ground for an independent investigation."
    lacking = [role.replace("_", " ") for role in MUST_AGREE if role not in agreed_by]
    if lacking:
        return False, f"Still to agree: {', '.join(lacking)}."
    return True, ""
