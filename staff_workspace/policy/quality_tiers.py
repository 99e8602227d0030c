"""How a finished case is checked, by its grade, where the policy has tiers for it."""

from __future__ import annotations

from collections.abc import Collection

from .grading import grade
from .parameters.deciding import QualityTier
from .profile import Profile


def tier_for(profile: Profile, key: str) -> QualityTier | None:
    """The tier of a grade; None where the policy has no tiers. Raises UnknownGrade."""
    known = grade(profile, key)
    for tier in profile.grading.quality_tiers:
        if known.key in tier.for_grades.in_force:
            return tier
    return None


def may_sign_off(profile: Profile, key: str, *, roles: Collection[str]) -> tuple[bool, str]:
    """Whether somebody in these canonical roles may sign off the check of a case of this grade."""
    tier = tier_for(profile, key)
    if tier is None or set(roles) & set(tier.signed_off_by.in_force):
        return True, ""
    titles = " or ".join(profile.role_title(role) for role in tier.signed_off_by.in_force)
    return False, f"{tier.label} is signed off by the {titles}."
