"""The steps before and after somebody's contact is restricted: two stages, letters, calls."""

from __future__ import annotations

from collections.abc import Collection

from .profile import Profile

LETTER_POINTS: dict[str, str] = {
    "replied_fully": "Every point has been answered in full",
    "tried_to_resolve": "What was done to settle it",
    "nothing_to_add": "There is nothing to add, and going on serves no purpose",
    "correspondence_complete": "This correspondence has come to its end",
    "acknowledged_not_answered": "Further letters on it are acknowledged and not answered",
    "legal_action_possible": "Legal action may be thought of if it goes on",
    "new_issues_welcome": "Help with anything new is still there",
    "ends_after_months": "By when the restriction ends",
    "ombudsman": "How to reach the ombudsman",
    "why_duties_met": "Why the duties of the law have been met",
    "why_unreasonable": "Why the contact is found unreasonable",
    "contact_declined": "Which ways of contact are closed",
    "care_unaffected": "Care and services stay as they are",
    "solicitors_possible": "In extreme cases solicitors may be asked to take over",
}


def may_begin_stage_2(
    profile: Profile, *, stage_1_done: bool, decided_by: frozenset[str], why_skipped: str = ""
) -> tuple[bool, str]:
    """Whether the second stage may follow.

    The first comes before it. Where the policy lets it be left out, the role that decides on it
    writes down why.
    """
    own = profile.restrictions
    if stage_1_done:
        return True, ""
    if not own.vex_stage1_may_be_skipped.in_force:
        return False, "Take the steps of stage 1 first."
    decider = own.vex_stage1_decider.in_force
    if decider is not None and decider not in decided_by:
        return False, f"Only the {profile.role_title(decider)} can leave out stage 1."
    if not why_skipped.strip():
        return False, "Write down why stage 1 is left out."
    return True, ""


def letter_lacks(profile: Profile, says: Collection[str]) -> tuple[str, ...]:
    """What the letter of restriction does not say yet, in words.

    Whatever the policy lists, it names the ombudsman: nobody is shut out without a way on.
    """
    asked = dict.fromkeys((*profile.restrictions.vex_letter_says.in_force, "ombudsman"))
    return tuple(LETTER_POINTS[point] for point in asked if point not in says)


def explained_in_person(profile: Profile, *, may_not_understand: bool) -> tuple[str, ...]:
    """The titles of those who call and offer a meeting where a letter may not be understood."""
    if not may_not_understand:
        return ()
    roles = profile.restrictions.vex_explained_by.in_force or ("handler",)
    return tuple(profile.role_title(role) for role in roles)


def may_end_call(profile: Profile, *, times_read: int) -> tuple[bool, str]:
    """Whether a call may be ended: after the prepared text was read as often as the policy says."""
    repeats = profile.restrictions.script_repeats.in_force
    if repeats is None:
        return False, "This policy has no prepared text after which calls are ended."
    if times_read < repeats:
        return False, f"Read the prepared text up to {repeats} times before you end the call."
    return True, ""
