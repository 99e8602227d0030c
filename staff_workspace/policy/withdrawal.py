"""A complaint that is withdrawn: it may be at any stage, and what is learned stays."""

from __future__ import annotations

from dataclasses import dataclass

from .profile import Profile


@dataclass(frozen=True, slots=True)
class AfterWithdrawal:
    """What follows a withdrawal."""

    review_continues: bool
    tell_those_named: bool
    share_learning: bool
    close_reason: str = "withdrawn"


def withdraw(profile: Profile, *, enough_information: bool) -> AfterWithdrawal:
    """Orally or in writing, at any stage; some bodies review on where they know enough."""
    own = profile.records
    return AfterWithdrawal(
        review_continues=own.withdrawal_review_continues.in_force and enough_information,
        tell_those_named=own.withdrawal_tells_those_named.in_force,
        share_learning=True,
    )
