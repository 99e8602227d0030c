"""Who may complain, and what a carer is asked."""

from __future__ import annotations

from .profile import Profile

RELATIONS: dict[str, str] = {
    "patient": "The patient",
    "affected": "Somebody affected, or likely to be, by what the body did or left undone",
    "representative": "Somebody who acts for the patient",
    "professional": "A health or care professional for the people they look after",
    "anyone": "Anyone",
}


def may_complain(profile: Profile, relation: str) -> tuple[bool, str]:
    """Whether this person may complain, and why not.

    The law's circle is the least: no policy's own definition of a complaint refuses anybody.
    """
    circle = {"patient", "affected", "representative", *profile.eligibility.complainants.in_force}
    if relation in circle or "anyone" in circle:
        return True, ""
    return False, "This person is neither affected nor acting for somebody who is."


def carer_question(profile: Profile, *, is_carer: bool) -> str | None:
    """What a carer is asked before anything else, or None."""
    if not is_carer or not profile.eligibility.carer_asked_in_whose_name.in_force:
        return None
    return "Are you complaining for yourself, or for an adult who agrees to it?"
