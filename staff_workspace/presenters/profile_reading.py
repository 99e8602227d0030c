"""What every page on which a policy is read has in common: banners, the sections, what to find."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from staff_workspace.policy.contact_check import stale_contacts
from staff_workspace.policy.profile import Profile
from staff_workspace.presenters.body_banners import banners
from staff_workspace.presenters.profile_find import SHOWS, Find, narrow
from staff_workspace.presenters.profile_page import (
    ProfileSection,
    not_verified,
)


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
        "found": sum(
            len(section.rows) + sum(len(block.rows) for block in section.lists) for section in found
        ),
        "shows": shows,
        "not_verified": not_verified(profile),
        "stale": len(stale_contacts(profile, today=timezone.localdate())),
        "banners": banners(profile, today=timezone.localdate()),
    }
