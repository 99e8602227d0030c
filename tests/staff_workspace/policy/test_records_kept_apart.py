"""Records are electronic, apart from the medical record, and seen by two teams (RT-1)."""

from __future__ import annotations

from datetime import date

import pytest

from permissions.rules.actions import Action
from permissions.rules.matrix import REACH, Reach, Role, allows
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.retention import where_kept
from staff_workspace.policy.warning_letter import Warned, paragraphs

pytestmark = pytest.mark.requirement("RT-1")


@pytest.fixture(params=["hwe", "west_essex", "millbrook"])
def profile(request: pytest.FixtureRequest) -> Profile:
    """The policy of each body."""
    return request.getfixturevalue(request.param)


def test_hwe_says_so_itself_and_the_others_are_silent(hwe, west_essex, millbrook) -> None:
    assert hwe.records.apart_from_medical_record.source == "12.1"
    assert hwe.records.electronic_only.source == hwe.records.seen_by.source == "12.2"
    for silent in (west_essex.records, millbrook.records):
        for value in (silent.electronic_only, silent.apart_from_medical_record, silent.seen_by):
            assert value.silent
            assert value.reason


def test_it_is_in_force_at_every_body_and_told_in_words(profile: Profile) -> None:
    words = where_kept(profile)
    assert words.startswith("Electronically, never on paper; apart from the medical record")
    assert words.endswith(profile.role_title("governance"))


def test_what_a_body_does_otherwise_is_not_claimed(hwe: Profile) -> None:
    stored = hwe.to_dict()
    for key in ("electronic_only", "apart_from_medical_record"):
        stored["records"][key] |= {"in_force": False, "reason": "For this test"}
    assert (
        where_kept(Profile.from_dict(stored))
        == "Seen by Patient Experience Team and Governance Team"
    )


@pytest.mark.parametrize("role", Role)
def test_no_team_beside_those_two_sees_a_closed_case_without_a_grant(
    profile: Profile, role: Role
) -> None:
    """Roles that reach no case by themselves stand for grants, each on one case by name."""
    by_their_team = REACH[role] is not Reach.NONE
    sees = by_their_team and allows(role, Action.VIEW_CASE, "closed")
    assert sees == (role in profile.records.seen_by.in_force)


def test_millbrooks_warning_says_nothing_of_a_copy_on_the_persons_records(millbrook) -> None:
    letter = paragraphs(millbrook, Warned("shouting", date(2026, 3, 2), review_months=3))
    assert "record" not in " ".join(letter).lower()
    reason = millbrook.restrictions.vex_warning_text.reason
    assert "the copy on the person's records" in reason
    assert "kept apart from the medical record" in reason
