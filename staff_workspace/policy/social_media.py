"""A complaint on social media: who answers, and when it enters the complaints process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .profile import Profile


@dataclass(frozen=True, slots=True)
class Course:
    """Who deals with it, as what it is recorded, and by when somebody speaks to the person.

    `contact_wd` is in working days, None where the policy sets no time.
    """

    role: str
    kind: Literal["complaint", "concern"]
    contact_wd: int | None


def course(profile: Profile, *, needs_investigation: bool, wishes_complaint: bool) -> Course:
    """Into the complaints process where it has to be investigated, or the person wishes it."""
    kind: Literal["complaint", "concern"] = (
        "complaint" if needs_investigation or wishes_complaint else "concern"
    )
    return Course(
        profile.routes.social_route.in_force,
        kind,
        profile.first_contact.social_contact_wd.in_force,
    )
