"""Unreasonable contact: threshold, deciders, duration, and that intake is never blocked."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.restriction_period import (
    answer_owed,
    blocks_intake,
    in_force,
    may_withdraw,
    period,
    warning_reviews,
)
from staff_workspace.policy.restrictions import (
    Sign,
    UnknownCriterion,
    may_decide,
    open_checks,
    threshold,
)

TODAY = date(2026, 6, 1)


def _signs(*criteria: str, seen: date = date(2026, 5, 1)) -> list[Sign]:
    return [Sign(criterion, seen) for criterion in criteria]


@pytest.mark.requirement("VP-2", "VP-3", "VP-4", "PP-29", "VX-1", "T-20")
def test_at_hwe_one_criterion_opens_the_question_but_checks_come_first(hwe) -> None:
    assert threshold(hwe, _signs("abuse"), today=TODAY).met
    assert not threshold(hwe, [], today=TODAY).met
    assert len(hwe.restrictions.vex_criteria.in_force) == 12
    assert open_checks(hwe, ["investigated_properly", "decision_right"]) == (
        "communication_adequate",
        "nothing_new",
        "consult:head_of_patient_experience",
        "consult:chief_of_staff",
    )


@pytest.mark.requirement("VP-2", "VX-2", "PP-29")
def test_at_west_essex_two_different_criteria_in_twelve_months_are_needed(west_essex) -> None:
    assert not threshold(west_essex, _signs("A", "A"), today=TODAY).met
    assert threshold(west_essex, _signs("A", "H"), today=TODAY).met
    old = [*_signs("A"), *_signs("H", seen=date(2025, 5, 31))]
    assert not threshold(west_essex, old, today=TODAY).met
    last_day = [*_signs("A"), *_signs("H", seen=date(2025, 6, 1))]
    assert threshold(west_essex, last_day, today=TODAY).met
    future = [*_signs("A"), *_signs("H", seen=date(2026, 6, 2))]
    assert not threshold(west_essex, future, today=TODAY).met


@pytest.mark.requirement("T-19", "VX-2")
def test_violence_alone_ends_personal_contact_and_gives_no_label(west_essex) -> None:
    found = threshold(west_essex, _signs("J"), today=TODAY)
    assert (found.met, found.written_only) == (False, True)
    assert found.reason == "1 of at least 2 different criteria."


@pytest.mark.requirement("T-36", "VX-4", "VP-2")
def test_two_indicators_with_one_definition_count_once(millbrook) -> None:
    found = threshold(millbrook, _signs("intransigence", "frequent_or_overlapping"), today=TODAY)
    assert found.counted == ("intransigence",)
    assert found.met
    assert "weighed" in found.reason


@pytest.mark.requirement("VX-4")
def test_threats_and_racist_language_are_plain_at_once_at_millbrook(millbrook) -> None:
    found = threshold(millbrook, _signs("threats_to_staff"), today=TODAY)
    assert (found.met, found.plain_at_once) == (True, True)


def test_a_criterion_of_another_policy_is_refused(hwe) -> None:
    with pytest.raises(UnknownCriterion, match="J is not a criterion"):
        threshold(hwe, _signs("J"), today=TODAY)


@pytest.mark.requirement("VP-1", "PP-30", "T-40", "T-20")
def test_only_the_named_roles_decide_and_a_deputy_only_where_the_policy_says_so(
    hwe, millbrook
) -> None:
    nobody: frozenset[str] = frozenset()
    assert may_decide(hwe, roles=frozenset({"chief_of_staff"}), deputy_of=nobody) == (True, "")
    assert not may_decide(hwe, roles=frozenset({"handler"}), deputy_of=nobody)[0]
    deputy = frozenset({"signatory"})
    assert "A deputy may be asked" in may_decide(hwe, roles=nobody, deputy_of=deputy)[1]
    director = frozenset({"executive_director"})
    assert may_decide(millbrook, roles=nobody, deputy_of=director)[1] == (
        "Write down why the deputy decides."
    )
    assert may_decide(millbrook, roles=nobody, deputy_of=director, why_deputy="On leave")[0]
    assert len(hwe.restrictions.vex_deciders.in_force) == 4
    assert not hwe.restrictions.vex_deciders.verified


@pytest.mark.requirement("VP-7", "PP-31", "VX-3")
def test_at_west_essex_a_restriction_ends_after_six_months(west_essex, hwe) -> None:
    decided = date(2026, 1, 31)
    assert period(west_essex, decided).ends_on == date(2026, 7, 31)
    assert period(west_essex, decided).review_on == date(2026, 7, 31)
    asked = {"decided": decided, "withdrawn": None}
    assert in_force(west_essex, today=date(2026, 7, 31), **asked)
    assert not in_force(west_essex, today=date(2026, 8, 1), **asked)
    assert not in_force(west_essex, today=date(2026, 1, 30), **asked)
    assert period(hwe, decided).ends_on is None
    assert in_force(hwe, today=date(2027, 8, 1), **asked)
    gone = {"decided": decided, "withdrawn": date(2026, 3, 1)}
    assert not in_force(hwe, today=date(2026, 3, 1), **gone)


def test_without_end_or_interval_a_restriction_is_looked_at_after_six_months(statute) -> None:
    assert period(statute, date(2026, 1, 31)).review_on == date(2026, 7, 31)


@pytest.mark.requirement("VP-7", "PP-31")
def test_a_warning_at_millbrook_is_reviewed_after_three_six_or_twelve_months(
    millbrook, hwe
) -> None:
    assert warning_reviews(millbrook, date(2026, 1, 31)) == (
        date(2026, 4, 30),
        date(2026, 7, 31),
        date(2027, 1, 31),
    )
    assert warning_reviews(hwe, date(2026, 1, 31)) == ()


@pytest.mark.requirement("VP-8")
def test_at_millbrook_all_have_to_agree_before_a_restriction_is_withdrawn(millbrook, hwe) -> None:
    two = frozenset({"governance", "executive_director"})
    assert may_withdraw(millbrook, two) == (False, "Still to agree: Regional Director.")
    assert may_withdraw(millbrook, two | {"regional_director"})[0]
    assert may_withdraw(hwe, frozenset({"chief_of_staff"}))[0]
    assert not may_withdraw(hwe, frozenset())[0]


@pytest.mark.requirement("VX-5")
@pytest.mark.parametrize("new_issue", [True, False])
def test_a_restriction_never_blocks_intake_and_a_new_issue_is_always_answered(
    new_issue: bool,
) -> None:
    assert not blocks_intake(new_issue=new_issue)
    assert answer_owed(restricted=True, new_issue=new_issue) is new_issue
    assert answer_owed(restricted=False, new_issue=new_issue)


@pytest.mark.requirement("VP-5", "VP-6", "VX-3")
def test_each_body_takes_its_own_steps_first_and_second(hwe, west_essex, millbrook) -> None:
    assert "script" in hwe.restrictions.vex_stage1.in_force
    assert "single_person" in hwe.restrictions.vex_stage2.in_force
    assert west_essex.restrictions.vex_stage1.in_force == ("warning_letter",)
    assert "care_unaffected" in millbrook.restrictions.vex_stage2.in_force
