"""How long a restriction lasts, when it is looked at again, and who may end it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

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


def may_withdraw(profile: Profile, agreed_by: frozenset[str], *, ground: str) -> tuple[bool, str]:
    """Whether a restriction may be ended: on a ground that the policy names, if it names any,
    and when one of the roles has agreed, or all where the policy says so."""
    own = profile.restrictions
    grounds = own.vex_withdraw_grounds.in_force
    if grounds and ground not in grounds:
        return (
            False,
            "Say what has changed: the behaviour, or a new complaint that needs its course.",
        )
    roles = own.vex_withdraw_by.in_force
    lacking = [role for role in roles if role not in agreed_by]
    enough = not lacking if own.vex_withdraw_needs.in_force == "all" else len(lacking) < len(roles)
    if enough:
        return True, ""
    return False, "Still to agree: " + ", ".join(profile.role_title(role) for role in lacking) + "."


@dataclass(frozen=True, slots=True)
class Incoming:
    """What happens with a letter of somebody whose contact may be restricted."""

    read_by_a_person: bool
    triaged: bool
    acknowledged: bool
    answered: bool
    shown: str


def incoming(
    profile: Profile,
    *,
    decided: date | None,
    withdrawn: date | None,
    new_issue: bool,
    today: date,
) -> Incoming:
    """Every letter is read. A new issue always goes to triage and is answered; a letter on the old
    matter is acknowledged and not answered while a restriction holds, which staff see."""
    if decided is None or not in_force(profile, decided=decided, withdrawn=withdrawn, today=today):
        return Incoming(True, new_issue, True, True, "")
    review = period(profile, decided).review_on
    shown = f"Contact is restricted. To be looked at again on {review.day} {review:%B %Y}."
    return Incoming(True, new_issue, True, new_issue, shown)


def register_for(
    profile: Profile, *, data_request: bool, complied_with: bool
) -> tuple[Literal["complaints", "data_requests"] | None, str]:
    """In which register a restriction is noted, None where it may not be thought of yet.

    Somebody's repeated requests for their own data are no complaints; they are looked at only after
    data protection was complied with, and in a register apart.
    """
    if not data_request:
        return "complaints", ""
    if profile.restrictions.vex_data_requests.in_force is None:
        return None, "This policy has no such procedure for requests for one's own data."
    if not complied_with:
        return None, "Comply with the request first."
    return "data_requests", ""
