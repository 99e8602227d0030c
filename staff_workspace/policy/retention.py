"""How long a closed case is kept, and what stands in the way of destroying it."""

from __future__ import annotations

from datetime import date, timedelta

from .profile import Profile
from .working_days import months_after


def kept_until(profile: Profile, *, closed: date) -> date:
    """The last day of keeping: so many years after closure (month arithmetic, no calendar)."""
    return months_after(closed, 12 * profile.records.retention_years.in_force)


def last_closing_that_may_go(profile: Profile, *, today: date) -> date:
    """The latest day of closing whose time of keeping is over on ``today``."""
    day = months_after(today, -12 * profile.records.retention_years.in_force)
    while kept_until(profile, closed=day) >= today:
        day -= timedelta(days=1)
    return day


def rule_in_words(profile: Profile) -> tuple[str, str]:
    """The rule, and where it comes from: the paragraph of the policy, or why it is our reading."""
    years, start = profile.records.retention_years, profile.records.retention_starts
    rule = f"{years.in_force} years from {start.in_force}"
    sources = [
        f"policy, paragraph {value.source}" if value.source else value.reason
        for value in (years, start)
    ]
    return rule, "; ".join(dict.fromkeys(sources))


def where_kept(profile: Profile) -> str:
    """How the records are kept, and whose teams see a closed case (RT-1)."""
    records = profile.records
    ways = [
        "electronically, never on paper" if records.electronic_only.in_force else "",
        "apart from the medical record" if records.apart_from_medical_record.in_force else "",
        f"seen by {' and '.join(profile.role_title(role) for role in records.seen_by.in_force)}",
    ]
    words = "; ".join(way for way in ways if way)
    return words[:1].upper() + words[1:]


def may_destroy(
    profile: Profile,
    *,
    closed: date | None,
    legal_hold: bool,
    reviewed_by: str | None,
    today: date,
) -> tuple[bool, str]:
    """Whether the records may go: time over, no legal hold, and looked at by a person."""
    against = against_review(profile, closed=closed, legal_hold=legal_hold, today=today)
    if against:
        return False, against
    if not reviewed_by:
        return False, "Somebody has to look at the records before they are destroyed."
    return True, ""


def against_review(profile: Profile, *, closed: date | None, legal_hold: bool, today: date) -> str:
    """Why the records are not looked at for destruction yet; "": they may be."""
    if closed is None:
        return "The case is not closed."
    last = kept_until(profile, closed=closed)
    if today <= last:
        return f"The records are kept until {last.day} {last:%B %Y}."
    return "A legal hold keeps the records." if legal_hold else ""


def against_keeping(*, look_again_on: date | None, today: date) -> str:
    """Why a review cannot keep the records on until ``look_again_on``; "": it can."""
    if look_again_on is None or look_again_on <= today:
        return "Say on which day after today the records are looked at again."
    return ""


def against_confirming(*, to_destroy: bool, reviewed_by: int | None, confirmed_by: int) -> str:
    """Why a person may not confirm what a review found; "": they may.

    Two people see to it that records go: who reviewed them does not confirm.
    """
    if reviewed_by is None:
        return "Somebody has to look at the records before they are destroyed."
    if not to_destroy:
        return "The review says that these records are kept."
    if reviewed_by == confirmed_by:
        return "You reviewed these records: a second person of Governance confirms it."
    return ""
