"""What every page on which a policy is read has in common: banners, the sections, what to find."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from staff_workspace.policy.profile import Profile
from staff_workspace.presenters.profile_find import SHOWS, Find, narrow
from staff_workspace.presenters.profile_page import (
    ProfileSection,
    calendar_banner,
    ceased_banner,
    not_verified,
)


def banners(profile: Profile) -> list[str]:
    """What a reader has to know before any value: the body ended, the calendar runs out."""
    found = (ceased_banner(profile), calendar_banner(profile, today=timezone.localdate()))
    return [banner for banner in found if banner]


def reading_context(
    profile: Profile,
    sections: list[ProfileSection],
    find: Find,
    *,
    shows: dict[str, str] = SHOWS,
) -> dict[str, Any]:
    """The sections that were asked for, with the overview of all of them beside."""
    found = narrow(sections, find)
    return {
        "all_sections": sections,
        "sections": found,
        "find": find,
        "found": sum(len(section.rows) + len(section.facts) for section in found),
        "shows": shows,
        "not_verified": not_verified(profile),
        "banners": banners(profile),
    }
