"""Breaking confidence, and what has to be on record first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from staff_workspace.policy.confidentiality import BreachRecord, advice_missing, missing

FULL = BreachRecord(
    ground="risk",
    rationale="The patient said where and when",
    consent_attempts="Called twice",
    advisers=frozenset(
        {"caldicott_guardian", "information_governance", "deputy_director_of_nursing"}
    ),
    proportionality="Only name and place",
    shared_what="Name and place",
    shared_with="The ambulance service",
)


@pytest.mark.requirement("CF-1")
def test_confidence_is_broken_only_on_a_ground_and_with_everything_on_record(west_essex) -> None:
    assert missing(west_essex, FULL) == ()
    assert len(missing(west_essex, BreachRecord())) == 7
    assert missing(west_essex, replace(FULL, ground="curiosity")) == (
        "the ground: danger, serious crime or a legal duty",
    )


@pytest.mark.requirement("CF-1")
def test_hwe_asks_one_adviser_and_west_essex_all(hwe, west_essex, millbrook) -> None:
    asked = {"caldicott_guardian"}
    assert advice_missing(hwe, asked) == ""
    for one in ("director_of_nursing", "system_quality_director", "information_governance"):
        assert advice_missing(hwe, {one}) == ""
    assert ", or from Information Governance Lead" in advice_missing(hwe, set())
    assert advice_missing(west_essex, asked) == (
        "advice from Nursing and Quality senior manager or Deputy Director of Nursing and Quality"
        ", and from Information Governance Lead"
    )
    assert advice_missing(millbrook, set()) == ""


@pytest.mark.requirement("CF-1")
@pytest.mark.parametrize("nurse", ["senior_nursing_manager", "deputy_director_of_nursing"])
def test_at_west_essex_one_of_nursing_speaks_for_it_beside_the_two_others(
    west_essex, nurse: str
) -> None:
    others = {"information_governance", "caldicott_guardian"}
    assert advice_missing(west_essex, {nurse, *others}) == ""
    assert advice_missing(west_essex, others).startswith("advice from Nursing")
