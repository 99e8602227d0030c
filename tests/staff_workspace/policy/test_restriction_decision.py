"""Restricting contact is the last resort: everything that comes before it is done first."""

from dataclasses import replace
from datetime import date

import pytest

from staff_workspace.policy.restriction_decision import (
    CHECKS,
    GROUNDS,
    Decision,
    against,
    against_review,
    check_words,
    checks_asked,
)

DAY = date(2026, 3, 2)
BODIES = ("hwe", "west_essex", "millbrook")


def ready(profile) -> Decision:
    own = profile.restrictions
    return Decision(
        on=DAY,
        criteria=own.vex_criteria.in_force[:2],
        checks=checks_asked(profile),
        role=own.vex_deciders.in_force[0],
        stage_1_done=True,
    )


@pytest.mark.requirement("VX-5")
@pytest.mark.parametrize("body", BODIES)
def test_contact_is_restricted_only_after_every_step_that_the_policy_asks_for(
    body: str, request
) -> None:
    profile = request.getfixturevalue(body)
    decision = ready(profile)
    assert against(profile, decision) == ""
    assert against(profile, replace(decision, criteria=()))
    assert "no" in against(profile, replace(decision, criteria=("invented",)))
    assert "stage 1" in against(profile, replace(decision, stage_1_done=False))
    assert "Still to be done before" in against(profile, replace(decision, checks=()))
    assert "can decide" in against(profile, replace(decision, role="handler"))


@pytest.mark.requirement("VX-5")
def test_a_deputy_decides_only_where_the_policy_lets_them_and_says_why(hwe, millbrook) -> None:
    as_deputy = {"deputy": True, "why_deputy": "On leave"}
    assert "deputy" in against(hwe, replace(ready(hwe), **as_deputy))
    assert against(millbrook, replace(ready(millbrook), **as_deputy)) == ""
    assert "why" in against(millbrook, replace(ready(millbrook), deputy=True))


@pytest.mark.requirement("VX-5")
@pytest.mark.parametrize("body", BODIES)
def test_every_check_and_ground_of_a_policy_has_words(body: str, request) -> None:
    profile = request.getfixturevalue(body)
    words = [check_words(profile, check) for check in checks_asked(profile)]
    assert len(set(words)) == len(words)
    assert set(profile.restrictions.vex_prechecks.in_force) <= set(CHECKS)
    assert set(profile.restrictions.vex_withdraw_grounds.in_force) <= set(GROUNDS)


@pytest.mark.requirement("VX-5")
def test_the_next_review_lies_ahead_and_not_after_the_end(hwe, west_essex) -> None:
    asked = {"decided": DAY, "reviewed": date(2026, 5, 1)}
    for profile in (hwe, west_essex):
        assert "ahead" in against_review(profile, **asked, next_review=date(2026, 5, 1))
        assert against_review(profile, **asked, next_review=date(2026, 9, 2)) == ""
    late = date(2026, 9, 3)
    assert "ends on 2 September 2026" in against_review(west_essex, **asked, next_review=late)
    assert against_review(hwe, **asked, next_review=late) == ""
