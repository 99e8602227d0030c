"""A profile stored under an earlier schema is read, and what was added since is marked."""

from __future__ import annotations

from typing import Any

import pytest

from staff_workspace.policy.earlier_schema import ADDED, read_stored
from staff_workspace.policy.profile import Profile, ProfileError, load


@pytest.fixture
def stored(west_essex: Profile) -> dict[str, Any]:
    return west_essex.to_dict()


def test_what_lacks_nothing_is_read_as_it_is(stored: dict[str, Any], west_essex: Profile) -> None:
    assert read_stored(stored) == west_essex


@pytest.mark.requirement("DC-1")
def test_a_parameter_added_since_is_the_shipped_one_and_not_verified(
    stored: dict[str, Any], west_essex: Profile
) -> None:
    del stored["acknowledgement"]["ack_wd"]
    read = read_stored(stored).acknowledgement.ack_wd
    shipped = west_essex.acknowledgement.ack_wd
    assert (read.in_force, read.source) == (shipped.in_force, shipped.source)
    assert (read.verified, read.reason) == (False, ADDED)


def test_a_whole_section_added_since_is_filled_in(stored: dict[str, Any]) -> None:
    del stored["routes"]
    routes = read_stored(stored).routes
    assert routes.red_flags.in_force
    assert not routes.red_flags.verified
    assert routes.comms_same_day.reason.startswith(ADDED)


def test_a_part_of_a_grade_added_since_comes_from_the_same_grade(
    stored: dict[str, Any], west_essex: Profile
) -> None:
    grades = stored["grading"]["grades"]
    grades.reverse()
    for grade in grades:
        del grade["target_wd"]
    read = {grade.key: grade.target_wd for grade in read_stored(stored).grading.grades}
    shipped = {grade.key: grade.target_wd for grade in west_essex.grading.grades}
    assert {key: value.in_force for key, value in read.items()} == {
        key: value.in_force for key, value in shipped.items()
    }
    assert not any(value.verified for value in read.values())


def test_lists_and_plain_facts_are_filled_in_too(
    stored: dict[str, Any], west_essex: Profile
) -> None:
    del stored["roles"], stored["document"]["title"]
    read = read_stored(stored)
    assert read.document.title == west_essex.document.title
    assert [role.key for role in read.roles] == [role.key for role in west_essex.roles]


def test_a_body_without_a_shipped_profile_gets_the_value_of_the_regulations(
    stored: dict[str, Any],
) -> None:
    stored["body"]["key"] = "somewhere_else"
    del stored["response"]["statutory_months"]
    law = load("statute").response.statutory_months
    assert read_stored(stored).response.statutory_months.in_force == law.in_force


def test_a_parameter_that_the_schema_no_longer_knows_is_left_aside(
    stored: dict[str, Any], west_essex: Profile
) -> None:
    stored["response"]["gone_wd"] = {"in_force": 3, "source": "1"}
    assert read_stored(stored) == west_essex


def test_what_no_shipped_profile_can_fill_is_an_error(stored: dict[str, Any]) -> None:
    grade = dict(stored["grading"]["grades"][0], key="of_their_own")
    del grade["target_wd"]
    stored["grading"]["grades"].append(grade)
    with pytest.raises(ProfileError, match="target_wd"):
        read_stored(stored)


def test_a_wrong_value_stays_an_error_that_names_where_it_is_stored(stored: dict[str, Any]) -> None:
    stored["acknowledgement"]["ack_wd"]["in_force"] = "three"
    with pytest.raises(ProfileError, match=r"version 7.*ack_wd"):
        read_stored(stored, origin="version 7")


def test_data_that_is_no_profile_at_all_is_an_error() -> None:
    with pytest.raises(ProfileError, match="cannot be part"):
        read_stored({"body": {"key": {1, 2}}})
