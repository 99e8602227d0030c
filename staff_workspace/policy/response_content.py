"""What a response letter contains, and which elements cannot be left out without a reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .parameters.deciding import LetterElement
from .profile import Profile


def checklist(profile: Profile) -> tuple[LetterElement, ...]:
    """The elements LE-1 to LE-9 in order, each with whether this body requires it."""
    return profile.response_letter.elements


def missing(
    profile: Profile, *, ticked: Collection[str], waived: Mapping[str, str]
) -> tuple[str, ...]:
    """Labels of required elements that are neither ticked nor waived with a reason."""
    return tuple(
        element.label
        for element in checklist(profile)
        if element.required.in_force
        and element.key not in ticked
        and not waived.get(element.key, "").strip()
    )
