"""Who investigates, what comes first, when somebody independent is needed, and what follows harm."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .profile import Profile

METHODS: dict[str, str] = {
    "statements": "Ask staff for statements",
    "records": "Look at the records of the person's care",
    "interviews": "Speak with staff",
    "root_cause": "Analyse the root cause",
    "impartial_advice": "Ask colleagues who are independent of the service",
    "candour_check": "Think of the duty of candour",
}
INDEPENDENT_GROUNDS: dict[str, str] = {
    "serious_incident": "A serious incident is alleged",
    "expert_opinion": "It cannot be settled without an expert",
    "misconduct": "Professional misconduct, or the work of a senior manager",
}
OWED_TO_STAFF: dict[str, str] = {
    "told_by_manager": "Their own manager tells them of the complaint",
    "told_details": "They are told the details",
    "may_respond": "They may respond to what is said",
    "kept_informed": "They hear of progress and outcome",
    "supported": "They are supported, with occupational health where that helps",
}
# The same once it was done, and their answer besides.
DONE_FOR_STAFF: dict[str, str] = {
    "told_by_manager": "Told of the complaint by their own manager",
    "told_details": "Told the details",
    "may_respond": "Asked to respond to what is said",
    "responded": "They responded",
    "kept_informed": "Told of progress or outcome",
    "supported": "Offered support",
}
CANDOUR: dict[str, str] = {
    "tell": "Tell the person, or who may act for them, what happened",
    "disclose": "Tell them everything that is known about it, whether or not they ask",
    "support": "Offer them support",
}


@dataclass(frozen=True, slots=True)
class Parts:
    """Titles of those who take part, as the body writes them; "" where the policy names nobody."""

    coordinates: str
    sets_out_issues: str
    appoints: str
    investigates: str
    gets_papers: str


def parts(profile: Profile) -> Parts:
    """Who coordinates, sets out the issues, appoints, investigates and gets the papers (IV-1)."""
    own = profile.investigation
    return Parts(
        _titles(profile, own.coordinated_by.in_force),
        _titles(profile, (own.issues_set_out_by.in_force or "",)),
        _titles(profile, (own.appointed_by.in_force or "",)),
        _titles(profile, own.investigated_by.in_force),
        _titles(profile, (own.papers_go_to.in_force or "",)),
    )


def may_take_part(person: str, *, subjects: Collection[str]) -> tuple[bool, str]:
    """Nobody handles or investigates a complaint about themselves (IV-3)."""
    if person in subjects:
        return False, "This person is a subject of the complaint. Choose somebody else."
    return True, ""


def may_investigate(
    profile: Profile,
    *,
    investigator: str,
    subjects: Collection[str],
    same_team: bool,
    serious: bool,
) -> tuple[bool, str]:
    """Nobody investigates a complaint about themselves; grave ones go to another team (IV-1).

    `same_team`: they share a team with a subject. `serious`: see `grading.is_grave`.
    """
    fit, reason = may_take_part(investigator, subjects=subjects)
    if not fit:
        return fit, reason
    if serious and same_team and profile.investigation.serious_to_another_team.in_force:
        return False, "Choose a senior person from another team: the allegations are serious."
    return True, ""


def may_begin(
    profile: Profile, *, authority_in_question: bool, authority_accepted: bool
) -> tuple[bool, str]:
    """Where consent or capacity is in question the evidence comes first, if the policy says so."""
    first = profile.investigation.authority_first.in_force
    if first and authority_in_question and not authority_accepted:
        return False, "Wait until the evidence of authority has been accepted."
    return True, ""


def methods(profile: Profile) -> tuple[str, ...]:
    """The ways to investigate that the policy lists, in words; empty where it leaves that open."""
    return tuple(METHODS[key] for key in profile.investigation.methods.in_force)


def may_be_independent(
    profile: Profile, *, ground: str, agreed_by: Collection[str]
) -> tuple[bool, str]:
    """Independent on a ground that the policy names, when all whom it names have agreed.

    `agreed_by` holds canonical roles, and `person` for the one who complained. A policy that says
    nothing about it stands in nobody's way.
    """
    own = profile.investigation
    named = own.independent_grounds.in_force
    if named and ground not in named:
        return False, "This is not a ground for an independent investigation."
    lacking = [role for role in own.independent_agreed_by.in_force if role not in agreed_by]
    if lacking:
        return False, f"Still to agree: {_titles(profile, lacking)}."
    return True, ""


def owed_to_staff(profile: Profile, *, done: Collection[str] = ()) -> tuple[str, ...]:
    """What staff who are named in a complaint are owed, in words (IV-3).

    `done` holds the keys of DONE_FOR_STAFF that are on record for one of them. Who responded was
    able to.
    """
    owed = profile.investigation.towards_named_staff.in_force
    had = {*done, *(("may_respond",) if "responded" in done else ())}
    return tuple(OWED_TO_STAFF[key] for key in owed if key not in had)


def candour(profile: Profile, *, death_or_serious_harm: bool) -> tuple[str, ...]:
    """What being open asks for where death or serious harm was, or may have been, caused (IV-4)."""
    if not death_or_serious_harm:
        return ()
    return tuple(CANDOUR[key] for key in profile.investigation.candour.in_force)


def learning_response(profile: Profile, flags: Collection[str]) -> str:
    """What a possible patient safety incident asks for beside the complaint, or "" (IV-5)."""
    if "patient_safety_incident" not in flags or not (
        profile.investigation.learning_response.in_force
    ):
        return ""
    return (
        "This may be a patient safety incident: tell those who look after learning from such "
        "incidents, and link their learning response to this case."
    )


def _titles(profile: Profile, roles: Collection[str]) -> str:
    named = [
        "the person" if role == "person" else profile.role_title(role) for role in roles if role
    ]
    return ", ".join(named)
