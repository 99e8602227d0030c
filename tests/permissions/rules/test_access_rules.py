"""Walls, restrictions, broken glass and teams, in sentences."""

from datetime import datetime, timedelta

import pytest

from permissions.rules.break_glass import ends_at, refusal_to_open, refusal_to_review
from permissions.rules.matrix import Role
from permissions.rules.membership import refusal_to_end, refusal_to_join
from permissions.rules.restricted import stands
from permissions.rules.walls import REASONS, WallReason, refusal_to_raise

NOW = datetime(2026, 11, 19, 14, 31)
SUBJECT, BOSS, SECOND = 1, 2, 3


def test_somebody_is_shut_out_while_another_can_let_them_in_again() -> None:
    both = {BOSS, SECOND}
    assert refusal_to_raise(BOSS, managers=both, lasting=both, walled=set()) == ""
    assert refusal_to_raise(SUBJECT, managers={BOSS}, lasting={BOSS}, walled=set()) == ""


def test_the_last_who_manages_access_is_not_shut_out() -> None:
    alone = refusal_to_raise(BOSS, managers={BOSS}, lasting={BOSS}, walled=set())
    assert "Nobody would be left" in alone


def test_the_last_whose_time_has_no_end_is_not_shut_out() -> None:
    both = {BOSS, SECOND}
    left = refusal_to_raise(BOSS, managers=both, lasting={BOSS}, walled=set())
    assert "Nobody would be left" in left
    assert refusal_to_raise(SECOND, managers=both, lasting={BOSS}, walled=set()) == ""
    assert refusal_to_raise(BOSS, managers=both, lasting=set(), walled=set()) == ""


def test_nobody_is_shut_out_twice() -> None:
    assert "already" in refusal_to_raise(SUBJECT, managers={BOSS}, lasting={BOSS}, walled={SUBJECT})


def test_every_reason_for_a_wall_has_words() -> None:
    assert set(REASONS) == set(WallReason)


def test_a_restricted_case_narrows_to_governance_and_named_people() -> None:
    kept = {role for role in Role if stands(role, restricted=True, named=False)}
    assert kept == {Role.GOVERNANCE, Role.NAMED, Role.GUARDIAN}
    assert stands(Role.HANDLER, restricted=True, named=True), "the named keep what they are"
    assert stands(Role.HANDLER, restricted=False, named=False)


def test_an_opening_ends_by_itself() -> None:
    assert ends_at(NOW, hours=4) == NOW + timedelta(hours=4)


@pytest.mark.parametrize("hours", [0, 25])
def test_the_glass_is_broken_for_1_to_24_hours(hours: int) -> None:
    with pytest.raises(ValueError, match="1 to 24"):
        ends_at(NOW, hours=hours)


def test_the_glass_is_broken_with_a_reason() -> None:
    assert refusal_to_open(reason="A child may be at risk") == ""
    assert "Say why" in refusal_to_open(reason="  because   ")


def test_an_opening_is_reviewed_once_and_by_somebody_else() -> None:
    assert refusal_to_review(opened_by=SUBJECT, reviewer=BOSS, reviewed=False) == ""
    assert "already" in refusal_to_review(opened_by=SUBJECT, reviewer=BOSS, reviewed=True)
    assert "yourself" in refusal_to_review(opened_by=BOSS, reviewer=BOSS, reviewed=False)


def leaving(
    role: Role, *others: datetime | None, ends_at: datetime = NOW, alone: bool = False
) -> str:
    """What is said to somebody who leaves a team while ``others`` are in one of that role."""
    return refusal_to_end(
        role, ends_at=ends_at, starts_at=NOW, others=others, leaves_a_case_alone=alone
    )


def test_a_membership_ends_after_it_begins() -> None:
    assert refusal_to_join(starts_at=NOW, ends_at=None) == ""
    assert "later" in refusal_to_join(starts_at=NOW, ends_at=NOW)
    early = NOW - timedelta(days=1)
    assert "earlier" in leaving(Role.HANDLER, ends_at=early)


def test_governance_never_empties_itself() -> None:
    assert "Nobody would be left" in leaving(Role.GOVERNANCE)
    going = NOW + timedelta(days=1)
    assert "Nobody would be left" in leaving(Role.GOVERNANCE, going), "they leave as well"
    assert leaving(Role.GOVERNANCE, None) == ""
    assert leaving(Role.HANDLER) == ""


def test_whoever_alone_could_lift_a_wall_stays_and_the_refusal_does_not_tell_of_the_wall() -> None:
    assert leaving(Role.GOVERNANCE, None, alone=True) == leaving(Role.GOVERNANCE)
    assert leaving(Role.HANDLER, None, alone=True) == leaving(Role.GOVERNANCE)
