"""What everybody in the workspace has to know of the body: it ended, or its calendar runs out."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from permissions.models import Body
from staff_workspace.models import ProfileVersion
from staff_workspace.policy.calendar_alert import missing_year
from staff_workspace.policy.profile import Profile
from staff_workspace.presenters.profile_words import day
from staff_workspace.queries.profile_in_force import profile_version


def body_banners(body: Body) -> list[str]:
    """The banners of the policy in force; none for a body that was set up without a policy."""
    try:
        profile = profile_version(body, timezone.now()).profile
    except ProfileVersion.DoesNotExist:
        return []
    return banners(profile, today=timezone.localdate())


def banners(profile: Profile, *, today: date) -> list[str]:
    """What a reader has to know before any date."""
    return [text for text in (ceased_banner(profile), calendar_banner(profile, today)) if text]


def calendar_banner(profile: Profile, today: date) -> str:
    """What to say when the bank holidays of this year or the next are not checked; else empty."""
    year = missing_year(profile, today=today)
    if year is None:
        return ""
    until = day(profile.calendar.calendar_verified_to.in_force)
    return (
        f"The bank holidays of {year} are not checked. Working days after {until} are not counted"
        " until Governance checks them and changes the calendar of the policy."
    )


def ceased_banner(profile: Profile) -> str:
    """What to say of a body that no longer exists; empty for one that does."""
    body = profile.body
    if not body.ceased_on:
        return ""
    heir = f" {body.successor_name} has taken its place." if body.successor_name else ""
    return f"{body.name} ceased on {day(body.ceased_on)}.{heir} Dates are still computed."
