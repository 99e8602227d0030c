"""What differs between two profiles, what may be published, and what its parameters are called."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from staff_workspace.policy.compare import values
from staff_workspace.policy.parameter_codes import code_words, codes_for, is_free_text
from staff_workspace.policy.parameter_names import PARAMETERS, SECTIONS, name_of
from staff_workspace.policy.profile import NAMES, Profile, ProfileError, load
from staff_workspace.policy.profile_changes import changes, facts, laxer_than_law, with_value
from staff_workspace.policy.profile_publishing import Publishing, refusals

TODAY = date(2026, 11, 22)
ACK = "acknowledgement.ack_wd"


def changed(profile: Profile, key: str, **parts: Any) -> Profile:
    """The profile with parts of one value changed."""
    value = values(profile)[key].model_dump(mode="json")
    return with_value(profile, key, value | parts)


def test_a_profile_does_not_differ_from_itself(hwe: Profile) -> None:
    assert changes(hwe, Profile.from_dict(hwe.to_dict())) == ()


def test_a_changed_value_is_told_with_both_sides(hwe: Profile) -> None:
    (found,) = changes(hwe, changed(hwe, ACK, in_force=2, policy_says=2))
    assert (found.key, found.before.in_force, found.after.in_force) == (ACK, 3, 2)
    assert found.decides


def test_a_doubt_alone_is_told_apart_from_what_decides(hwe: Profile) -> None:
    (found,) = changes(hwe, changed(hwe, ACK, verified=False, reason="Asked the board."))
    assert not found.decides


def test_a_changed_fact_is_told_but_number_and_day_of_the_version_are_not(hwe: Profile) -> None:
    data = hwe.to_dict() | {"profile_version": "9", "effective_from": "2026-01-01"}
    data["contacts"][0]["phone"] = "01632 960001"
    data["calendar"]["closures"] = [{"day": "2026-12-29", "reason": "Office closed"}]
    found = changes(hwe, Profile.from_dict(data))
    assert [change.key for change in found] == ["calendar.closures", "contacts.body.phone"]
    assert all(change.decides for change in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_value_can_be_put_back_where_it_was(name: str) -> None:
    profile = load(name)
    for key in values(profile):
        assert changed(profile, key) == profile, key


def test_a_key_that_the_profile_lacks_is_an_error(hwe: Profile) -> None:
    with pytest.raises(KeyError):
        with_value(hwe, "acknowledgement.nothing", {})


@pytest.mark.parametrize(
    ("parts", "part"),
    [({"in_force": "three"}, "in_force"), ({"source": ""}, ""), ({"in_force": -1}, "")],
)
def test_a_fault_names_the_part_of_the_value(hwe: Profile, parts: Any, part: str) -> None:
    with pytest.raises(ProfileError) as refusal:
        changed(hwe, ACK, **parts)
    assert part in dict(refusal.value.faults)


@pytest.mark.requirement("SU-2", "T-43")
def test_what_is_laxer_than_the_law_is_told_by_key(hwe: Profile, statute: Profile) -> None:
    laxer = changed(hwe, ACK, in_force=4, policy_says=4)
    assert laxer_than_law(laxer, statute) == ((ACK, "is longer than the law allows"),)
    assert laxer_than_law(laxer, statute, "response.io_wd") == ()


def test_an_exclusion_that_is_missing_is_told(hwe: Profile, statute: Profile) -> None:
    data = hwe.to_dict()
    del data["eligibility"]["exclusions"]["XG-4"]
    (found,) = laxer_than_law(Profile.from_dict(data), statute)
    assert found == ("eligibility.exclusions.XG-4", "is missing")


def publishing(**parts: Any) -> Publishing:
    """A new version from December on, from a base of January."""
    asked = {
        "kind": "new_version",
        "effective_from": date(2026, 12, 1),
        "as_of": TODAY,
        "base_from": date(2026, 1, 1),
    }
    return Publishing(**asked | parts)


@pytest.mark.requirement("DC-1")
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, ""),
        ({"effective_from": TODAY}, ""),
        ({"kind": "correction", "effective_from": None}, ""),
        ({"next_version": (date(2026, 12, 2), 2)}, ""),
        ({"effective_from": None}, "must be today or later"),
        ({"effective_from": date(2026, 11, 21)}, "must be today or later"),
        ({"base_from": date(2026, 12, 1)}, "choose a later day"),
        ({"next_version": (date(2026, 12, 1), 2)}, "Version 2 takes effect before"),
        ({"corrected_since": 3}, "Version 3 has corrected"),
        ({"effective_from": date(2028, 1, 1)}, "calendar must be checked"),
    ],
)
def test_what_stands_in_the_way_of_publishing(
    hwe: Profile, statute: Profile, asked: dict[str, Any], words: str
) -> None:
    after = changed(hwe, ACK, in_force=2, policy_says=2)
    found = refusals(hwe, after, statute, publishing(**asked))
    assert (len(found), words in "".join(found)) == (1 if words else 0, True)


def test_nothing_changed_another_body_and_less_than_the_law_are_not_published(
    hwe: Profile, millbrook: Profile, statute: Profile
) -> None:
    assert refusals(hwe, hwe, statute, publishing()) == ("Nothing has been changed yet",)
    assert "profile of another body" in refusals(hwe, millbrook, statute, publishing())[0]
    laxer = changed(hwe, ACK, in_force=4, policy_says=4)
    assert refusals(hwe, laxer, statute, publishing()) == (
        "Working days to acknowledge is longer than the law allows",
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_has_a_plain_name(name: str) -> None:
    profile = load(name)
    for key in values(profile):
        told = name_of(profile, key)
        assert "_" not in told, key
        known = any(told.endswith(name) for name in PARAMETERS.values())
        assert known or key.startswith(
            ("eligibility.exclusions.", "consent.", "roles.", "meetings.lrm_tasks.")
        ), key
        assert key.split(".")[0] in SECTIONS
    assert all("_" not in name_of(profile, key) for key in facts(profile))


def test_a_member_that_was_taken_out_is_still_called_something(hwe: Profile) -> None:
    assert name_of(hwe, "grading.grades.gone_since.target_wd").startswith("Gone since: ")
    assert name_of(hwe, "consent.statement_for.a_friend") == "Statement: A friend"
    assert name_of(hwe, "contacts.body.gone.deeper") == "Gone: deeper"


def test_roles_and_grades_are_called_what_the_body_calls_them(hwe: Profile) -> None:
    assert code_words("signatory", hwe) == "Chief Executive Officer"
    assert code_words("on_the_spot", hwe) == "On the spot"
    assert code_words("phso", hwe) == "Parliamentary and Health Service Ombudsman"
    assert code_words("case_plan", hwe) == "Case plan"
    assert code_words("where it is due", hwe) == "where it is due"


def test_criteria_ombudsmen_and_what_is_covered_are_put_into_words(west_essex: Profile) -> None:
    assert code_words("J", west_essex).startswith("J: Threatened")
    assert code_words("phso", west_essex) == "Parliamentary and Health Service Ombudsman"
    assert code_words("in_scope", west_essex) == "Covered"


def test_a_code_may_be_any_that_a_profile_uses_there(hwe: Profile, west_essex: Profile) -> None:
    assert codes_for(hwe, "grading.red_flag_floor") == tuple(g.key for g in hwe.grading.grades)
    roles = {role.key for role in hwe.roles}
    assert set(codes_for(hwe, "sign_off.qa_role")) == roles
    assert "executor" in codes_for(hwe, "consent.evidence_accepted.asked")
    own = codes_for(west_essex, "restrictions.vex_criteria")
    assert set(own) == set(west_essex.restrictions.vex_criteria.in_force)


def test_a_body_without_a_shipped_profile_may_use_every_code(hwe: Profile) -> None:
    data = hwe.to_dict()
    data["body"]["key"] = "somewhere_else"
    codes = codes_for(Profile.from_dict(data), "restrictions.vex_criteria")
    assert "abusive_language" in codes


def test_the_body_s_own_wording_is_no_code() -> None:
    assert is_free_text("roles.signatory.title")
    assert is_free_text("confidentiality.plain_mail_domains")
    assert not is_free_text("sign_off.qa_role")
