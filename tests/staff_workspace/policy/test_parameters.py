"""The parameters of the three policies, one by one, as the catalogue lists them."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest

from staff_workspace.policy.parameters.value import SILENT
from staff_workspace.policy.profile import Profile, load

# One line a parameter: its path, then what is in force at HWE, West Essex and Millbrook.
TABLE: list[tuple[str, str, Any, Any, Any]] = [
    ("PP-1", "references.ref_prefix", "HWE", "WE", "COM"),
    ("PP-2", "first_contact.first_contact_hours", None, 24, None),
    ("PP-2", "first_contact.first_contact_wd", None, None, 1),
    ("PP-3", "acknowledgement.ack_wd", 3, 3, 3),
    ("PP-4", "acknowledgement.ack_written", True, False, True),
    ("PP-5", "acknowledgement.oral_exempt_rule", "law", "law", "hours"),
    ("PP-5", "acknowledgement.oral_exempt_hours", None, None, 24),
    ("PP-6", "response.target_max_wd", None, None, 40),
    ("PP-6", "response.target_ideal_cd", None, None, (7, 14)),
    ("PP-7", "response.target_starts", "consent", "consent", "receipt"),
    ("PP-8", "response.pause_on_consent", False, False, True),
    ("PP-9", "response.io_wd", None, None, 15),
    ("PP-10", "response.statutory_months", 6, 6, 6),
    ("PP-11", "consent_timing.consent_close_cd", None, None, 30),
    ("PP-12", "consent_timing.confirm_attempts", 3, 3, None),
    ("PP-13", "eligibility.late_months", 12, 12, 12),
    (
        "PP-13",
        "eligibility.late_deciders",
        (),
        ("handler",),
        ("head_of_patient_experience", "governance", "group_transformation_director"),
    ),
    ("PP-14", "eligibility.late_test", "exceptional_and_fair", "discretion", "good_reasons"),
    ("PP-15", "eligibility.anonymous_accepted", True, True, True),
    ("PP-16", "eligibility.gp_in_scope", True, False, False),
    ("PP-16", "eligibility.sar_excluded", False, False, False),
    ("PP-17", "grading.grade_model", "labels", "labels", "matrix"),
    ("PP-18", "response_letter.outcome_in_letter", "no", "yes", "tracker"),
    ("PP-19", "response_letter.advocacy_in_letter", False, True, False),
    ("PP-20", "response_letter.ombudsman", ("phso",), ("phso",), ("phso", "lgsco")),
    (
        "PP-21",
        "sign_off.draft_by",
        ("handler",),
        ("handler", "investigator"),
        ("handler", "investigator"),
    ),
    ("PP-22", "sign_off.extra_approver", None, None, "governance"),
    ("PP-23", "sign_off.signoff_escalate_wd", None, 3, None),
    ("PP-23", "sign_off.signoff_escalate_to", None, "director_of_nursing", None),
    ("PP-24", "elected_officials.mp_scope", ("mp", "elected_official"), ("mp",), ()),
    ("PP-25", "elected_officials.mp_ack_wd", 3, 3, None),
    ("PP-25", "elected_officials.mp_draft_wd", 15, 15, None),
    ("PP-25", "elected_officials.mp_chase_wd", 2, 2, None),
    ("PP-25", "elected_officials.mp_final_wd", 25, 25, None),
    ("PP-26", "meetings.lrm_ahead_cd", 21, None, None),
    ("PP-26", "meetings.lrm_agenda_cd", 14, None, None),
    ("PP-26", "meetings.lrm_premeet_cd", 7, None, None),
    ("PP-26", "meetings.lrm_after_cd", 14, None, None),
    ("PP-27", "meetings.lrm_window_months", 6, None, None),
    ("PP-27", "meetings.lrm_update_weeks", (6, 8), None, None),
    ("PP-28", "meetings.lrm_min_hours", None, None, 1),
    ("PP-28", "meetings.lrm_break_after_hours", None, None, 3),
    ("PP-29", "restrictions.vex_min_criteria", 1, 2, None),
    ("PP-29", "restrictions.vex_lookback_months", None, 12, None),
    (
        "PP-30",
        "restrictions.vex_deciders",
        ("signatory", "chief_of_staff", "director_of_nursing", "system_quality_director"),
        ("signatory", "deputy_director_of_nursing"),
        ("executive_director",),
    ),
    ("PP-31", "restrictions.vex_max_months", None, 6, None),
    ("PP-31", "restrictions.vex_review_months", 6, None, 6),
    ("PP-31", "restrictions.warning_review_months", None, None, (3, 6, 12)),
    ("PP-32", "restrictions.script_repeats", 3, None, None),
    ("PP-33", "routes.comms_same_day", True, True, None),
    ("PP-34", "routes.harm_route", "senior_nursing_manager", None, "governance"),
    ("PP-35", "routes.legal_intent_route", "legal_team", "risk_manager", "governance"),
    (
        "PP-36",
        "confidentiality.caldicott_fallback",
        "system_quality_director",
        "deputy_director_of_nursing",
        None,
    ),
    ("PP-37", "response.partial_response", True, False, None),
    ("PP-38", "first_contact.social_contact_wd", None, None, 1),
    (
        "PP-39",
        "records.report_cycle",
        ("quarterly", "annual"),
        ("two_monthly", "quarterly", "six_monthly", "annual"),
        ("monthly", "quarterly", "annual"),
    ),
    ("PP-40", "records.retention_years", 10, 10, 10),
    ("PP-41", "document.policy_review_months", 24, 24, 12),
]
ROWS = [pytest.param(*row, marks=pytest.mark.requirement(row[0]), id=row[1]) for row in TABLE]
UNCERTAIN = {
    "response.target_starts": ("hwe", "west_essex"),
    "response.io_wd": ("millbrook",),
    "response.pause_from": ("millbrook",),
    "consent_timing.consent_close_cd": ("millbrook",),
    "response.target_ideal_cd": ("millbrook",),
    "first_contact.social_contact_wd": ("millbrook",),
    "restrictions.vex_deciders": ("hwe", "west_essex"),
    "records.retention_starts": ("hwe", "west_essex", "millbrook"),
    "references.reference_format": ("hwe", "west_essex", "millbrook"),
    "meetings.lrm_update_weeks": ("hwe",),
    "meetings.lrm_premeet_cd": ("hwe",),
    "consent_timing.confirm_interval_wd": ("hwe", "west_essex", "millbrook"),
}


# Where the policy says nothing and something of ours, or of the law, is in force meanwhile.
DEFAULTS = {
    ("hwe_icb", "references.ref_prefix"),
    ("west_essex_ccg", "references.ref_prefix"),
    ("hwe_icb", "acknowledgement.oral_exempt_rule"),
    ("west_essex_ccg", "acknowledgement.oral_exempt_rule"),
    ("millbrook", "response.statutory_months"),
    ("west_essex_ccg", "eligibility.anonymous_accepted"),
    ("millbrook", "eligibility.gp_in_scope"),
    ("hwe_icb", "restrictions.vex_review_months"),
    ("millbrook", "restrictions.vex_review_months"),
    ("west_essex_ccg", "records.retention_years"),
    ("millbrook", "records.retention_years"),
}


def _value(profile: Profile, path: str) -> Any:
    return reduce(getattr, path.split("."), profile)


@pytest.mark.parametrize(("pp", "path", "at_hwe", "at_west_essex", "at_millbrook"), ROWS)
def test_the_parameter_is_in_force_as_the_policy_has_it(
    hwe: Profile,
    west_essex: Profile,
    millbrook: Profile,
    pp: str,
    path: str,
    at_hwe: Any,
    at_west_essex: Any,
    at_millbrook: Any,
) -> None:
    for profile, expected in (
        (hwe, at_hwe),
        (west_essex, at_west_essex),
        (millbrook, at_millbrook),
    ):
        value = _value(profile, path)
        assert value.in_force == expected
        # The catalogue's "null" is a policy that does not say; a default beside it is named below.
        assert value.silent == (expected in (None, ()) or (profile.body.key, path) in DEFAULTS)


@pytest.mark.parametrize(("body", "path"), sorted(DEFAULTS))
def test_a_default_where_a_policy_is_silent_says_that_it_is_ours(body: str, path: str) -> None:
    value = _value(load(body), path)
    assert value.silent
    assert value.in_force not in (None, ())
    assert not value.verified
    assert value.reason != SILENT


def test_all_forty_one_parameters_are_in_a_table_or_a_test_of_their_own() -> None:
    of_their_own = {"PP-6", "PP-17", "PP-22"}
    found = {row[0] for row in TABLE} | of_their_own
    assert found == {f"PP-{n}" for n in range(1, 42)}


@pytest.mark.requirement("PP-6", "PP-17")
def test_targets_follow_the_grades_of_each_body(hwe, west_essex, millbrook) -> None:
    def targets(profile: Profile) -> list[Any]:
        return [grade.target_wd.in_force for grade in profile.grading.grades]

    assert targets(west_essex) == targets(hwe) == [3, 10, 25, 40, 40]
    assert [grade.aim_wd.in_force for grade in west_essex.grading.grades][:2] == [0, 3]
    assert all(grade.target_wd.silent for grade in hwe.grading.grades)
    assert targets(millbrook) == [40, 40, 40, 40]
    assert [g.target_wd.verified for g in west_essex.grading.grades] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.requirement("PP-22")
def test_who_checks_and_who_signs_by_the_title_of_each_body(hwe, west_essex, millbrook) -> None:
    own = [
        (p.sign_off.qa_role.in_force, p.sign_off.signatory.in_force, p)
        for p in (hwe, west_essex, millbrook)
    ]
    assert [(p.role_title(check), p.role_title(sign)) for check, sign, p in own] == [
        ("Head of Patient Experience", "Chief Executive Officer"),
        ("Senior manager", "Managing Director"),
        ("Head of Service", "Head of Service"),
    ]
    assert millbrook.sign_off.signatory.silent
    assert millbrook.sign_off.extra_approver.in_force == "governance"


@pytest.mark.requirement("T-09", "T-40", "PP-7", "PP-9", "PP-38")
@pytest.mark.parametrize("path", UNCERTAIN)
def test_what_the_text_leaves_open_is_marked_as_not_verified(
    path: str, request: pytest.FixtureRequest
) -> None:
    for body in UNCERTAIN[path]:
        value = _value(request.getfixturevalue(body), path)
        assert not value.verified
        assert value.reason


@pytest.mark.requirement("DC-1", "T-37")
def test_each_policy_document_has_its_version_and_its_review_date(west_essex, millbrook) -> None:
    assert west_essex.document.version.in_force == "2.1"
    assert west_essex.document.approved_on.in_force.isoformat() == "2017-09-21"
    assert west_essex.document.review_due.in_force.isoformat() == "2019-09-21"
    assert millbrook.document.version.in_force == "V8.0"
    assert millbrook.document.review_due.in_force.isoformat() == "2024-12-05"
    assert [entry.version for entry in millbrook.document.history][-1] == "V8.0"


@pytest.mark.requirement("T-42")
def test_every_profile_says_how_far_its_calendar_is_checked(hwe, west_essex, millbrook) -> None:
    for profile in (hwe, west_essex, millbrook):
        assert profile.calendar.calendar_verified_to.in_force.isoformat() == "2027-12-31"


@pytest.mark.requirement("T-08")
def test_forty_working_days_are_the_maximum_and_nothing_says_twenty(millbrook) -> None:
    assert {grade.target_wd.in_force for grade in millbrook.grading.grades} == {40}
