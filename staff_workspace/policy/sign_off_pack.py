"""The papers that go with a draft to whoever signs it."""

from __future__ import annotations

from collections.abc import Collection

from .profile import Profile

PAPERS: dict[str, str] = {
    "original_complaint": "The complaint as it came in",
    "investigation_report": "The report of the investigation",
}


def pack_lacks(profile: Profile, enclosed: Collection[str]) -> tuple[str, ...]:
    """The papers that the policy wants beside the draft and that are not there, in words."""
    asked = profile.sign_off.signoff_pack.in_force
    return tuple(PAPERS[paper] for paper in asked if paper not in enclosed)
