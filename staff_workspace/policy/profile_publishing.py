"""Whether a changed profile may be published, as a new version or as a correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .parameter_names import name_of
from .profile import Profile
from .profile_changes import changes, laxer_than_law

Kind = Literal["new_version", "correction"]


@dataclass(frozen=True, slots=True)
class Publishing:
    """What is about to be published, and what happened since the draft was opened.

    `base_from` is the day of the version that the draft began with, `corrected_since` the number
    of a correction of it, `next_version` the day and number of the next version of the body. A
    correction has no `effective_from`.
    """

    kind: Kind
    effective_from: date | None
    as_of: date
    base_from: date
    corrected_since: int | None = None
    next_version: tuple[date, int] | None = None


def refusals(
    before: Profile, after: Profile, statute: Profile, asked: Publishing
) -> tuple[str, ...]:
    """What stands in the way, in words for Governance; empty when it may be published."""
    found = []
    if not changes(before, after):
        found.append("Nothing has been changed yet")
    if before.body.key != after.body.key:
        found.append("The draft is the profile of another body")
    for key, words in laxer_than_law(after, statute):
        found.append(f"{name_of(after, key)} {words}")
    if after.calendar.calendar_verified_to.in_force <= (asked.effective_from or asked.as_of):
        found.append("The calendar must be checked beyond the day the change takes effect")
    if asked.corrected_since is not None:
        found.append(
            f"Version {asked.corrected_since} has corrected the version that this draft began with:"
            " start a new draft from it"
        )
    if asked.kind == "new_version":
        found += _about_the_day(asked)
    return tuple(found)


def _about_the_day(asked: Publishing) -> list[str]:
    day, following = asked.effective_from, asked.next_version
    if day is None or day < asked.as_of:
        return ["The day that the new version takes effect must be today or later"]
    if day <= asked.base_from:
        return [
            "The version that this draft began with takes effect on this day or later:"
            " choose a later day, or publish a correction"
        ]
    if following is not None and following[0] <= day:
        return [
            f"Version {following[1]} takes effect before this day: start a new draft from it,"
            " so that its changes are kept"
        ]
    return []
