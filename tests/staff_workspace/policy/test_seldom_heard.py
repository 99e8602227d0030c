"""Groups that seldom complain are discussed by those whom the policy names (EQ-1)."""

from __future__ import annotations

from datetime import date

import pytest

from staff_workspace.policy.seldom_heard import against_record, places, still_to_discuss

pytestmark = pytest.mark.requirement("EQ-1")
APRIL, MAY, JUNE = date(2026, 4, 1), date(2026, 5, 4), date(2026, 6, 1)
COMMITTEE = {"where": "quality_committee", "first_day": APRIL, "today": JUNE}


def test_hwe_discusses_them_in_its_committee(hwe) -> None:
    assert list(places(hwe).values()) == ["System Transformation and Quality Improvement Committee"]
    assert not hwe.listening.seldom_heard_discussed_by.silent


def test_west_essex_discusses_them_in_its_committee_and_in_the_subcommittee(west_essex) -> None:
    both = ("Quality Committee", "Equality and Diversity Sub Committee")
    assert tuple(places(west_essex).values()) == both
    assert still_to_discuss(west_essex, []) == both
    assert still_to_discuss(west_essex, ["quality_committee"]) == both[1:]
    assert still_to_discuss(west_essex, ["quality_committee", "equality_subcommittee"]) == ()


def test_millbrook_names_nobody_and_our_default_says_so(millbrook) -> None:
    value = millbrook.listening.seldom_heard_discussed_by
    assert value.silent
    assert "names no committee" in value.reason
    assert list(places(millbrook)) == ["governance"]


def test_a_discussion_is_recorded_where_and_when_it_can_have_been(hwe) -> None:
    assert against_record(hwe, **COMMITTEE, discussed_on=MAY) == ""
    assert against_record(hwe, **COMMITTEE, discussed_on=JUNE) == ""
    assert against_record(hwe, **COMMITTEE, discussed_on=APRIL) == ""
    elsewhere = COMMITTEE | {"where": "equality_subcommittee"}
    assert "names others" in against_record(hwe, **elsewhere, discussed_on=MAY)
    tomorrow, before = date(2026, 6, 2), date(2026, 3, 31)
    assert "in the past" in against_record(hwe, **COMMITTEE, discussed_on=tomorrow)
    assert "first day" in against_record(hwe, **COMMITTEE, discussed_on=before)
