"""Who may act for another person, and which evidence the body accepts for it."""

from __future__ import annotations

from .profile import Profile

REASONS: dict[str, str] = {
    "asked": "The patient asked them to",
    "lacks_capacity": "The patient lacks capacity to complain",
    "child": "The patient is a child",
    "died": "The patient has died",
    "other": "Another reason",
}
EVIDENCE: dict[str, str] = {
    "written_confirmation": "The patient's written confirmation",
    "chosen_representative_statement": "The statement that names a chosen representative",
    "lasting_power_of_attorney": "A registered lasting power of attorney",
    "power_of_attorney": "A power of attorney",
    "appointee_document": "A document that names an appointee",
    "benefits_letter_naming_both": "A letter about benefits that names both people",
    "involved_relative": "Signs that a relative takes part in the care",
    "capacity_assessment": "An assessment of capacity",
    "parental_responsibility": "Proof of being the parent or guardian",
    "formal_care_of_child": "Proof of formal care of the child",
    "authorised_by_local_authority": "An authorisation by the local authority",
    "executor": "Proof of being the executor",
    "legal_authority": "Other legal authority",
}


class UnknownReason(ValueError):
    """This is not one of the reasons for acting on someone's behalf."""


def evidence_accepted(profile: Profile, reason: str) -> tuple[str, ...]:
    """Keys of `EVIDENCE` that the body accepts for this reason of representation.

    `child_in_care` stands for a child in the care of a local authority or voluntary organisation.
    """
    if reason not in (*REASONS, "child_in_care"):
        raise UnknownReason(f"“{reason}” is not a reason for acting on someone's behalf")
    return profile.consent.evidence_accepted[reason].in_force
