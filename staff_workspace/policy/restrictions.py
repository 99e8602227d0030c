"""Unreasonable contact: when the threshold is met, who decides, and what comes before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .profile import Profile
from .working_days import months_after

# Two indicators in one policy carry the same definition, so that they count once.
SAME_AS = {"frequent_or_overlapping": "intransigence"}
OTHER = "other"  # a sign of its own, where the policy's list is open


@dataclass(frozen=True, slots=True)
class Sign:
    """A criterion seen on a day."""

    criterion: str
    seen: date


@dataclass(frozen=True, slots=True)
class Threshold:
    """Whether the criteria suffice, which ones count, and what follows at once."""

    met: bool
    counted: tuple[str, ...]
    written_only: bool
    plain_at_once: bool
    reason: str


class UnknownCriterion(ValueError):
    """The policy has no such criterion."""


def threshold(profile: Profile, signs: Iterable[Sign], *, today: date) -> Threshold:
    """Count different criteria, within the months that the policy looks back.

    Where the policy leaves it to judgement, one indicator opens the question and decides nothing.
    """
    own = profile.restrictions
    known = {*own.vex_criteria.in_force, *own.vex_plain_at_once.in_force}
    if own.vex_criteria_open.in_force:
        known.add(OTHER)
    lookback = own.vex_lookback_months.in_force
    counted: dict[str, None] = {}
    for sign in signs:
        criterion = SAME_AS.get(sign.criterion, sign.criterion)
        if criterion not in known:
            raise UnknownCriterion(f"{sign.criterion} is not a criterion of this policy")
        if sign.seen <= today and (lookback is None or today <= months_after(sign.seen, lookback)):
            counted[criterion] = None
    plain = any(criterion in own.vex_plain_at_once.in_force for criterion in counted)
    needed = own.vex_min_criteria.in_force
    met = plain or len(counted) >= (1 if needed is None else needed)
    if plain:
        reason = "Plain at once: threats or discriminatory language."
    elif needed is None:
        reason = "The indicators are weighed against the value of the complaint."
    else:
        reason = f"{len(counted)} of at least {needed} different criteria."
    written = any(criterion in own.vex_written_only.in_force for criterion in counted)
    return Threshold(met, tuple(counted), written, plain, reason)


def may_decide(
    profile: Profile, *, roles: frozenset[str], deputy_of: frozenset[str], why_deputy: str = ""
) -> tuple[bool, str]:
    """Whether this person may decide, and why not; a deputy only with the reason on record."""
    own = profile.restrictions
    deciders = set(own.vex_deciders.in_force)
    if roles & deciders:
        return True, ""
    titles = " or ".join(profile.role_title(role) for role in own.vex_deciders.in_force)
    if not deputy_of & deciders:
        return False, f"Only the {titles} can decide this."
    if not own.vex_deputy_may_decide.in_force:
        return False, f"A deputy may be asked, but only the {titles} can decide this."
    if not why_deputy.strip():
        return False, "Write down why the deputy decides."
    return True, ""


def open_checks(profile: Profile, done: Iterable[str]) -> tuple[str, ...]:
    """The checks and consultations that the policy asks for first and that are still open."""
    own = profile.restrictions
    finished = set(done)
    asked = (
        *own.vex_prechecks.in_force,
        *(f"consult:{role}" for role in own.vex_consult_first.in_force),
    )
    open_ = [check for check in asked if check not in finished]
    one_of = [f"consult:{role}" for role in own.vex_consult_one_of.in_force]
    # A deputy may be consulted, although a deputy does not decide.
    if one_of and not finished & {*one_of, "consult:deputy"}:
        open_.append(" or ".join(one_of))
    return tuple(open_)
