"""Rows of a profile's lists come, change and go by the rules that hold for a whole file."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from staff_workspace.policy.contact_check import is_stale, stale_contacts
from staff_workspace.policy.profile import NAMES, Profile, ProfileError, load
from staff_workspace.policy.profile_rows import (
    FACTS,
    LISTS,
    fact_names,
    plain_facts,
    row_id,
    row_of,
    rows,
    with_row,
    without_row,
)
from staff_workspace.policy.row_names import CONTACT_KINDS, FACT_NAMES, LIST_NAMES

CLOSED = {"day": "2026-12-29", "reason": "Office closed"}


@pytest.mark.parametrize("name", NAMES)
def test_every_row_can_be_written_back_and_every_fact_has_a_name(name: str) -> None:
    profile = load(name)
    for path in (*LISTS, *FACTS):
        assert path in LIST_NAMES
        assert set(fact_names(path)) <= set(FACT_NAMES)
        for row in rows(profile, path):
            facts = row.model_dump(mode="json", include=set(plain_facts(path, row)))
            assert with_row(profile, path, facts, at=row_id(row)) == profile, path


def test_a_closed_day_is_added_changed_and_removed(hwe: Profile) -> None:
    added = with_row(hwe, "calendar.closures", CLOSED)
    assert [str(row.day) for row in added.calendar.closures] == ["2026-12-29"]
    moved = with_row(added, "calendar.closures", {"day": "2026-12-30"}, at="2026-12-29")
    assert moved.calendar.closures[0].day == date(2026, 12, 30)
    assert without_row(moved, "calendar.closures", "2026-12-30") == hwe


def test_a_new_contact_gets_a_key_of_its_own(hwe: Profile) -> None:
    facts = {"kind": "advocacy", "name": "POhWER"}
    once = with_row(hwe, "contacts", facts)
    twice = with_row(once, "contacts", {"kind": "advocacy", "name": "Ünder Example"})
    assert [contact.key for contact in twice.contacts][-2:] == ["pohwer_2", "under_example"]


def test_a_new_grade_says_that_the_policy_has_not_spoken_of_its_days(hwe: Profile) -> None:
    facts = {"label": "Tiny", "meaning": "", "kinds": ["concern"], "intervention": ""}
    grade = with_row(hwe, "grading.grades", facts).grading.grades[-1]
    assert (grade.key, grade.target_wd.silent, grade.target_wd.verified) == ("tiny", True, False)


def test_a_new_role_has_a_title_that_waits_for_its_source(hwe: Profile) -> None:
    role = with_row(hwe, "roles", {"name": "Medical Director"}).roles[-1]
    assert (role.key, role.title.in_force) == ("medical_director", "Medical Director")
    assert role.title.silent
    assert not role.title.verified


@pytest.mark.parametrize(
    ("path", "facts", "at", "fact"),
    [
        ("contacts", {"email": "not an address"}, "body", "email"),
        ("contacts", {"web": "www.example.org"}, "body", "web"),
        ("contacts", {"name": ""}, "pohwer", "name"),
        ("contacts", {"kind": "friend"}, "pohwer", "kind"),
        ("contacts", {"kind": "advocacy"}, "body", "kind"),
        ("calendar.closures", {"day": "soon", "reason": "x"}, "", "day"),
        ("calendar.closures", {"day": "2026-12-29", "reason": ""}, "", "reason"),
        ("body", {"name": ""}, "body", "name"),
    ],
)
def test_what_a_file_may_not_hold_a_row_may_not_either(
    hwe: Profile, path: str, facts: dict[str, Any], at: str, fact: str
) -> None:
    with pytest.raises(ProfileError) as refusal:
        with_row(hwe, path, facts, at=at)
    assert fact in dict(refusal.value.faults)


def test_no_day_is_closed_twice(hwe: Profile) -> None:
    once = with_row(hwe, "calendar.closures", CLOSED)
    with pytest.raises(ProfileError, match="in the list already"):
        with_row(once, "calendar.closures", CLOSED)


@pytest.mark.parametrize(
    ("path", "at", "named_in"),
    [
        ("roles", "head_of_patient_experience", "Who checks"),
        ("grading.grades", "major", "Lowest grade with a red flag"),
        ("contacts", "phso", "Ombudsmen"),
    ],
)
def test_what_the_policy_still_names_is_not_removed(
    hwe: Profile, path: str, at: str, named_in: str
) -> None:
    with pytest.raises(ProfileError, match=named_in):
        without_row(hwe, path, at)


def test_a_way_of_looking_into_it_stays_while_a_grade_uses_it(millbrook: Profile) -> None:
    way = {"label": "Desk review", "method": "", "involvement": "", "form": ""}
    added = with_row(millbrook, "grading.interventions", way)
    grade = added.grading.grades[0]
    used = with_row(added, "grading.grades", {"intervention": "desk_review"}, at=grade.key)
    with pytest.raises(ProfileError, match=grade.label):
        without_row(used, "grading.interventions", "desk_review")
    assert without_row(added, "grading.interventions", "desk_review") == millbrook


def test_the_last_contact_of_the_body_and_the_elements_of_the_letter_stay(hwe: Profile) -> None:
    with pytest.raises(ProfileError, match="One contact must be the body"):
        without_row(hwe, "contacts", "body")
    with pytest.raises(ProfileError, match="cannot be removed"):
        without_row(hwe, "response_letter.elements", "LE-1")
    with pytest.raises(ProfileError, match="Nothing can be added"):
        with_row(hwe, "response_letter.elements", {"label": "x"})
    with pytest.raises(ProfileError, match="cannot be removed"):
        without_row(hwe, "body", "body")


def test_unknown_lists_and_rows_are_errors(hwe: Profile) -> None:
    with pytest.raises(KeyError):
        rows(hwe, "nothing")
    with pytest.raises(KeyError):
        row_of(hwe, "contacts", "nobody")


@pytest.mark.requirement("PG-7", "T-30")
def test_a_contact_is_stale_when_nobody_checked_it_within_a_year(hwe: Profile) -> None:
    assert len(stale_contacts(hwe, today=date(2026, 11, 24))) == len(hwe.contacts)
    checked = with_row(hwe, "contacts", {"last_verified": "2026-11-24"}, at="pohwer")
    contact = row_of(checked, "contacts", "pohwer")
    assert not is_stale(contact, today=date(2027, 11, 24))
    assert is_stale(contact, today=date(2027, 11, 25))
    assert {c.kind for c in hwe.contacts} <= set(CONTACT_KINDS)
