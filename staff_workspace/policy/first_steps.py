"""What the first conversation covers and what the acknowledgement tells, body by body."""

from __future__ import annotations

from collections.abc import Collection

from .profile import Profile

POINTS: dict[str, str] = {
    "apology": "An apology where one is due",
    "passed_to_manager": "That it has gone to the manager who deals with it",
    "issues": "Every issue to be looked into",
    "expectations": "What the person hopes for",
    "form_of_response": "How the person wants to be answered",
    "support": "The right to an advocate or an interpreter",
    "investigator": "Who investigates",
    "timescale": "By when the response comes",
    "how_handled": "How the complaint is dealt with",
    "case_plan": "The plan for the case",
    "points_in_writing": "The points to be looked into, in writing",
    "regular_updates": "How the person is kept informed",
    "offer_to_discuss": "The offer to discuss how the complaint is dealt with, and by when",
    "advocacy": "Where to get help from an advocate",
    "oral_record": "A written record of what was said, with a copy",
    "consent_request": "The request for consent, where it is needed",
    "invitation_to_confirm": "The invitation to confirm or correct the points",
}


def first_contact_lacks(profile: Profile, told: Collection[str]) -> tuple[str, ...]:
    """What the first contact still has to tell, in words; empty where the policy lists nothing."""
    asked = profile.first_contact.first_contact_tells.in_force
    return tuple(POINTS[key] for key in asked if key not in told)


def conversation_open(profile: Profile, covered: Collection[str]) -> tuple[str, ...]:
    """Points of the first conversation that are still open, in words."""
    asked = profile.acknowledgement.conversation.in_force
    return tuple(POINTS[key] for key in asked if key not in covered)


def acknowledgement_lacks(
    profile: Profile, told: Collection[str], *, oral: bool, consent_needed: bool
) -> tuple[str, ...]:
    """What the acknowledgement still lacks.

    Without the offer to discuss it is no acknowledgement in law. The record is for complaints
    made orally, whether or not the person asks for it.
    """
    skip = set()
    if not oral:
        skip.add("oral_record")
    if not consent_needed:
        skip.add("consent_request")
    asked = profile.acknowledgement.acknowledgement_tells.in_force
    return tuple(POINTS[key] for key in asked if key not in skip and key not in told)
