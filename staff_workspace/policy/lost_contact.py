"""When the team cannot keep in touch with a person: whom it tells, and in which order."""

from __future__ import annotations

from .profile import Profile


def escalation(
    profile: Profile, *, settled_in_team: bool, welfare_worry: bool
) -> tuple[tuple[str, ...], str]:
    """Canonical roles to tell, and what to do. A worry about welfare goes to a senior manager."""
    own = profile.routes
    roles = list(own.contact_lost_route.in_force)
    if welfare_worry and "senior_nursing_manager" not in roles:
        roles.append("senior_nursing_manager")
    if not settled_in_team and own.contact_lost_next.in_force:
        roles.append(own.contact_lost_next.in_force)
    return tuple(roles), "Tell them in writing and agree how contact is kept."
