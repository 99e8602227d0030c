"""How long a restriction lasts, when it is looked at again, and who may end it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .profile import Profile
from .working_days import months_after


@dataclass(frozen=True, slots=True)
class Period:
    """The last day of a restriction, None where the policy has no limit, and its next review."""

    ends_on: date | None
    review_on: date


def period(profile: Profile, decided: date) -> Period:
    """Months count after the day of the decision; the end is a review where no other is set."""
    own = profile.restrictions
    most, review = own.vex_max_months.in_force, own.vex_review_months.in_force
    ends = None if most is None else months_after(decided, most)
    review_on = None if review is None else months_after(decided, review)
    if review_on is None:
        review_on = ends if ends is not None else months_after(decided, 6)
    return Period(ends, review_on)


def warning_reviews(profile: Profile, warned: date) -> tuple[date, ...]:
    """The days on which a warning may be looked at again, for the writer to choose from."""
    months = profile.restrictions.warning_review_months.in_force or ()
    return tuple(months_after(warned, n) for n in months)


def in_force(profile: Profile, *, decided: date, withdrawn: date | None, today: date) -> bool:
    """Whether the restriction holds today."""
    if today < decided or (withdrawn is not None and withdrawn <= today):
        return False
    ends = period(profile, decided).ends_on
    return ends is None or today <= ends


def may_withdraw(profile: Profile, agreed_by: frozenset[str]) -> tuple[bool, str]:
    """Whether those who agreed suffice: one of the roles, or all where the policy says so."""
    own = profile.restrictions
    roles = own.vex_withdraw_by.in_force
    lacking = [role for role in roles if role not in agreed_by]
    enough = not lacking if own.vex_withdraw_needs.in_force == "all" else len(lacking) < len(roles)
    if enough:
        return True, ""
    return False, "Still to agree: " + ", ".join(profile.role_title(role) for role in lacking) + "."


def blocks_intake(*, new_issue: bool) -> bool:
    """Never: a letter is always read, and a new issue is always looked into."""
    return False


def answer_owed(*, restricted: bool, new_issue: bool) -> bool:
    """A restricted person's letter on the old matter is acknowledged and read, not answered."""
    return new_issue or not restricted
