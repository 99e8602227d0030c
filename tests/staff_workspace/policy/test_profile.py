"""The profiles load, round-trip, and refuse what they do not understand."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from staff_workspace.policy.profile import (
    NAMES,
    PROFILES,
    Profile,
    ProfileError,
    Value,
    load,
    load_file,
)


def _values(node: object, path: str = "") -> list[tuple[str, Value]]:
    if isinstance(node, Value):
        return [(path, node)]
    if isinstance(node, dict):
        return [hit for key, item in node.items() for hit in _values(item, f"{path}.{key}")]
    if isinstance(node, tuple):
        return [hit for item in node for hit in _values(item, path)]
    if hasattr(type(node), "model_fields"):
        return [
            hit
            for key in type(node).model_fields
            for hit in _values(getattr(node, key), f"{path}.{key}")
        ]
    return []


@pytest.mark.parametrize("name", NAMES)
def test_a_case_can_freeze_the_profile_it_was_received_under(name: str) -> None:
    profile = load(name)
    assert Profile.from_dict(json.loads(json.dumps(profile.to_dict()))) == profile


@pytest.mark.parametrize("name", NAMES)
def test_every_value_names_its_source_or_says_why_it_has_none(name: str) -> None:
    values = _values(load(name))
    assert len(values) > 80
    for path, value in values:
        assert value.source or value.reason, path
        assert value.verified or value.reason, path


@pytest.mark.parametrize("name", NAMES)
def test_where_the_policy_is_silent_nothing_is_called_a_policy_fact(name: str) -> None:
    for path, value in _values(load(name)):
        if value.silent:
            assert not value.verified, path
            assert value.policy_says is None, path


@pytest.mark.requirement("T-43", "XG-4", "T-24", "PP-16", "IN-8", "T-12")
def test_where_a_policy_is_laxer_than_the_law_both_are_kept() -> None:
    for name in ("hwe_icb", "west_essex_ccg", "millbrook"):
        excluded = load(name).eligibility.exclusions["XG-4"]
        assert (excluded.in_force, excluded.policy_says) == ("in_scope", "excluded")
        assert excluded.overridden_by_law
        access = load(name).eligibility.sar_excluded
        assert (access.in_force, access.policy_says) == (False, True)
    record = load("millbrook").acknowledgement.oral_record
    assert (record.in_force, record.policy_says) == ("always", "on_request")
    assert not load("hwe_icb").acknowledgement.oral_record.overridden_by_law
    child = load("hwe_icb").consent.child_under_years
    assert (child.in_force, child.policy_says) == (18, 16)


@pytest.mark.requirement("T-43")
def test_nothing_else_that_a_policy_says_is_overruled() -> None:
    """A new override is a decision: it is named here and in the record of the traps."""
    overruled = {
        (name, path.lstrip("."))
        for name in NAMES
        for path, value in _values(load(name))
        if value.overridden_by_law
    }
    every = {"hwe_icb", "west_essex_ccg", "millbrook"}
    assert overruled == {
        *((name, "eligibility.exclusions.XG-4") for name in every),
        *((name, "eligibility.sar_excluded") for name in every),
        ("millbrook", "acknowledgement.oral_record"),
        ("hwe_icb", "consent.child_under_years"),
        ("hwe_icb", "response_letter.ombudsman_year_from"),
        ("millbrook", "eligibility.exclusions.XG-2"),
        ("millbrook", "intake.complaint_means"),
        ("millbrook", "restrictions.vex_data_requests"),
        ("millbrook", "response_letter.elements.required"),
    }


@pytest.mark.requirement("T-44", "SU-1")
def test_a_body_that_ended_names_its_successor_and_still_computes(west_essex) -> None:
    assert west_essex.body.ceased_on.isoformat() == "2022-07-01"
    assert west_essex.body.successor == "hwe_icb"


@pytest.mark.requirement("T-44")
def test_dates_of_a_body_that_ended_are_counted_all_the_same(west_essex, read) -> None:
    assert read(west_essex, "acknowledgement", "2026-03-02").due.isoformat() == "2026-03-05"


@pytest.mark.requirement("TG-7", "PP-17")
def test_the_grades_of_hwe_are_marked_as_not_verified(hwe) -> None:
    assert not hwe.grading.grade_model.verified
    assert [grade.target_wd.in_force for grade in hwe.grading.grades] == [3, 10, 25, 40, 40]
    assert not any(grade.target_wd.verified for grade in hwe.grading.grades)


@pytest.mark.requirement("PG-6", "PG-5", "PG-7", "T-30")
def test_contacts_carry_the_day_they_were_last_verified(hwe, millbrook) -> None:
    assert [contact.email for contact in hwe.contacts_of("advocacy")] == [
        "pohwer@pohwer.net",
        "essexadvocacy@rethink.org",
    ]
    assert millbrook.contacts_of("body")[0].phone == ""
    assert all(contact.last_verified is None and contact.note for contact in hwe.contacts)


@pytest.mark.requirement("PP-22", "T-17")
def test_each_body_has_its_own_titles_for_the_same_roles(hwe, west_essex, millbrook) -> None:
    assert hwe.role_title("signatory") == "Chief Executive Officer"
    assert west_essex.role_title("signatory") == "Managing Director"
    assert millbrook.role_title("caldicott_guardian") == "Caldicott guardian"


@pytest.mark.requirement("PP-1", "IN-9")
def test_references_are_written_as_the_body_writes_them(hwe, west_essex, millbrook) -> None:
    written = [
        profile.references.reference_format.in_force.format(year=2026, number=7)
        for profile in (hwe, west_essex, millbrook)
    ]
    assert written == ["HWE-2026-0007", "WE-2026-0007", "COM00007"]


def _file(tmp_path: Path, old: str, new: str) -> Path:
    text = (PROFILES / "hwe_icb.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "broken.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("ack_wd =", "ack_days =", "acknowledgement.ack_days"),
        (
            "ack_wd = { in_force = 3,",
            "ack_wd = { in_force = '3',",
            "acknowledgement.ack_wd.in_force",
        ),
        ("ack_wd = { in_force = 3,", "ack_wd = { ", "acknowledgement.ack_wd.in_force"),
        (
            "ack_wd = { in_force = 3,",
            "ack_wd = { silent = true,",
            "acknowledgement.ack_wd.in_force",
        ),
        ('ack_wd = { in_force = 3, source = "8.10.1" }', "ack_wd = 3", "acknowledgement.ack_wd"),
        (', source = "8.10.1" }', " }", "needs its source"),
        ('source = "8.10.1" }', 'source = "8.10.1", verified = false }', "needs a reason"),
        ("ack_wd = { in_force = 3,", "ack_wd = { in_force = 3, policy_says = 5,", "needs a reason"),
        (
            "ack_wd = { in_force = 3,",
            "ack_wd = { in_force = 3, silent = true, policy_says = 4,",
            "cannot also say",
        ),
        (
            "ack_wd = { in_force = 3,",
            "ack_wd = { in_force = true,",
            "acknowledgement.ack_wd.in_force",
        ),
        (
            "ack_wd = { in_force = 3,",
            "ack_wd = { in_force = 3, verified_by = 'A. Osei',",
            "both a name and a day",
        ),
        (
            "ack_wd = { in_force = 3,",
            "ack_wd = { in_force = 3, verified = false, reason = 'open', verified_by = 'A. Osei', "
            "verified_on = 2026-03-02,",
            "has no confirmation",
        ),
        ("effective_from = 2024-06-21", "effective_from = 09:30:00", "effective_from: "),
        ("effective_from = 2024-06-21", "", "effective_from: Field required"),
        ("effective_from = 2024-06-21", "effective_from = 2024-02-30", "not readable as TOML"),
        ("ack_wd = { in_force = 3,", "ack_wd = { in_force = nan,", "acknowledgement.ack_wd"),
        ("ack_wd = { in_force = 3,", "ack_wd = { in_force = 0,", "ack_wd: count at least one"),
        ("ack_wd = { in_force = 3,", "ack_cd = { in_force = 3,", "acknowledgement.ack_cd"),
        (
            "ack_wd = { in_force = 3,",
            "ack_hours = { in_force = 3,",
            "acknowledgement.ack_wd: Field",
        ),
        (
            "target_wd = { silent = true, in_force = 3,",
            "target_wd = { silent = true, in_force = 0,",
            "target_wd: count at least one",
        ),
        ('profile_version = "1"', 'profile_version = "1"\nprofile_version = "2"', "as TOML"),
        ("[acknowledgement]", "[acknowledgement", "not readable as TOML"),
    ],
)
def test_a_faulty_profile_names_the_file_and_the_key(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    with pytest.raises(ProfileError) as error:
        load_file(_file(tmp_path, old, new))
    assert named in str(error.value)
    assert "broken.toml" in str(error.value)


def test_a_profile_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="no such profile; there are hwe_icb"):
        load("hwe")
    with pytest.raises(ProfileError, match=r"gone\.toml: there is no such profile"):
        load_file(tmp_path / "gone.toml")


def test_a_profile_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    text = (PROFILES / "hwe_icb.toml").read_text(encoding="utf-8")
    (tmp_path / "old.toml").write_bytes(text.encode("utf-16"))
    with pytest.raises(ProfileError, match=r"old\.toml: not readable as TOML"):
        load_file(tmp_path / "old.toml")
    (tmp_path / "marked.toml").write_text(text, encoding="utf-8-sig")
    assert load_file(tmp_path / "marked.toml") == load("hwe_icb")


def test_what_no_file_can_hold_is_refused() -> None:
    with pytest.raises(ProfileError, match=r"the stored profile: .* cannot be part of a profile"):
        Profile.from_dict({"profile_version": {1}})


def test_the_units_stand_in_the_names() -> None:
    units = ("_wd", "_cd", "_months", "_weeks", "_hours", "_years", "_percent")
    for path, value in _values(load("millbrook")):
        name = path.rsplit(".", 1)[-1]
        number = isinstance(value.in_force, int) and not isinstance(value.in_force, bool)
        assert not number or name.endswith((*units, "_attempts", "_repeats", "_criteria")), path


def test_the_files_hold_nothing_that_the_profile_drops() -> None:
    for name in NAMES:
        data = tomllib.loads((PROFILES / f"{name}.toml").read_text(encoding="utf-8"))
        assert set(data) <= set(Profile.model_fields)
