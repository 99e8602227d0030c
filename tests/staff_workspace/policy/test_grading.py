"""Grades, scores and levels."""

from __future__ import annotations

import pytest

from staff_workspace.policy.grading import (
    UnknownGrade,
    grade,
    grades,
    intervention,
    is_grave,
    level_for_score,
    risk,
    score,
)


@pytest.mark.requirement("TG-3")
def test_west_essex_has_five_grades_of_which_three_fit_a_complaint(west_essex) -> None:
    assert [known.label for known in grades(west_essex)] == [
        "On the spot",
        "Minor",
        "Moderate",
        "Major",
        "Catastrophic",
    ]
    assert [known.key for known in grades(west_essex, kind="complaint")] == [
        "moderate",
        "major",
        "catastrophic",
    ]


@pytest.mark.requirement("T-10", "TG-4")
def test_a_minor_matter_at_west_essex_aims_at_three_days_and_breaches_at_ten(west_essex) -> None:
    minor = grade(west_essex, "minor")
    assert (minor.aim_wd.in_force, minor.target_wd.in_force) == (3, 10)
    assert not minor.aim_wd.verified


@pytest.mark.requirement("TG-5")
def test_the_score_is_likelihood_times_impact() -> None:
    assert [[score(a, b) for b in range(1, 6)] for a in (5, 4, 3, 2, 1)] == [
        [5, 10, 15, 20, 25],
        [4, 8, 12, 16, 20],
        [3, 6, 9, 12, 15],
        [2, 4, 6, 8, 10],
        [1, 2, 3, 4, 5],
    ]
    for wrong in ((0, 3), (3, 6)):
        with pytest.raises(UnknownGrade, match="from 1 to 5"):
            score(*wrong)


@pytest.mark.requirement("T-15", "TG-6")
@pytest.mark.parametrize(
    ("points", "level"),
    [
        (1, "low"),
        (3, "low"),
        (4, "moderate"),
        (6, "moderate"),
        (8, "high"),
        (12, "high"),
        (15, "extreme"),
        (25, "extreme"),
    ],
)
def test_millbrooks_score_leads_to_a_level_that_nobody_has_verified(
    millbrook, points: int, level: str
) -> None:
    assert level_for_score(millbrook, points).key == level
    assert not millbrook.grading.score_bands.verified


@pytest.mark.requirement("T-15")
@pytest.mark.parametrize("points", [0, 7, 11, 13, 14, 17, 18, 24, 26])
def test_products_that_cannot_occur_lead_nowhere(millbrook, points: int) -> None:
    with pytest.raises(UnknownGrade, match=f"a score of {points}"):
        level_for_score(millbrook, points)


def test_a_body_without_bands_or_without_the_grade_says_so(hwe) -> None:
    with pytest.raises(UnknownGrade):
        level_for_score(hwe, 4)
    with pytest.raises(UnknownGrade, match="no grade called purple"):
        grade(hwe, "purple")


@pytest.mark.requirement("TG-2", "TG-7")
def test_hwe_balances_consequence_against_likelihood_and_a_person_chooses_the_grade(hwe) -> None:
    found = risk(hwe, consequence=4, likelihood=2)
    assert found is not None
    assert (found.weighed, found.score, found.grade) == (("consequence", "likelihood"), 8, None)
    assert found.because == (
        "The policy weighs the two, and its matrix is not held: a person chooses the grade."
    )
    with pytest.raises(UnknownGrade):
        risk(hwe, consequence=6, likelihood=2)


@pytest.mark.requirement("TG-2", "TG-5")
def test_at_millbrook_the_level_follows_from_the_same_two_and_the_others_weigh_nothing(
    millbrook, west_essex, statute
) -> None:
    found = risk(millbrook, consequence=4, likelihood=2)
    assert found is not None
    assert found.grade == grade(millbrook, "high")
    assert found.because == "2 times 4 is 8, which is high."
    assert risk(west_essex, consequence=4, likelihood=2) is None
    assert risk(statute, consequence=4, likelihood=2) is None


@pytest.mark.requirement("TG-3")
@pytest.mark.parametrize(
    ("key", "kinds", "aim", "final", "ack_hours"),
    [
        ("on_the_spot", ("concern",), 0, 3, 24),
        ("minor", ("concern",), 3, 10, None),
        ("moderate", ("concern", "complaint"), None, 25, None),
        ("major", ("complaint",), None, 40, None),
        ("catastrophic", ("complaint",), None, 40, None),
    ],
)
def test_the_matrix_of_west_essex_gives_each_grade_its_kinds_and_times(
    west_essex, key, kinds, aim, final, ack_hours
) -> None:
    found = grade(west_essex, key)
    assert found.kinds == kinds
    assert (found.aim_wd.in_force, found.target_wd.in_force) == (aim, final)
    assert found.ack_hours.in_force == ack_hours
    negotiable = final >= 25
    assert found.target_wd.verified is not negotiable


@pytest.mark.requirement("TG-4")
@pytest.mark.parametrize(
    ("key", "time", "involved", "form"),
    [
        ("on_the_spot", "same day", "any member of staff, helped by a manager", "mostly spoken"),
        ("minor", "3 working days", "line manager", "spoken or written"),
        ("moderate", "about 25 working days", "service manager", "mostly written"),
        ("major", "40 days", "senior manager", "always written"),
        ("catastrophic", "40 days", "director", "report"),
    ],
)
def test_the_chart_of_west_essex_says_how_each_grade_is_looked_into(
    west_essex, key, time, involved, form
) -> None:
    found = intervention(west_essex, key)
    assert found is not None
    assert (found.time.in_force, found.involvement, found.form) == (time, involved, form)
    assert found.method


@pytest.mark.requirement("TG-6")
def test_millbrook_has_four_levels_in_three_rows_each_with_its_handling(millbrook) -> None:
    labels = [known.label for known in grades(millbrook)]
    assert labels == ["Low", "Moderate", "High", "Extreme"]
    rows = [intervention(millbrook, known.key) for known in grades(millbrook)]
    assert [row.label for row in rows if row] == [
        "Low or moderate",
        "Low or moderate",
        "High",
        "Extreme",
    ]
    assert rows[0] is not None
    assert rows[3] is not None
    assert "no written statements" in rows[0].method
    assert rows[3].time.in_force == "up to 40 working days"
    assert not any(row.time.verified for row in rows if row)


@pytest.mark.requirement("TG-7")
def test_the_grades_of_hwe_are_those_of_its_predecessor_until_somebody_confirms_them(
    hwe, west_essex
) -> None:
    assert [known.label for known in grades(hwe)] == [known.label for known in grades(west_essex)]
    targets = [known.target_wd for known in grades(hwe)]
    assert [target.in_force for target in targets] == [
        known.target_wd.in_force for known in grades(west_essex)
    ]
    assert all(target.silent and not target.verified for target in targets)


@pytest.mark.requirement("IV-1")
def test_a_grade_is_grave_from_where_red_flags_lift_a_case_to(hwe, millbrook, statute) -> None:
    at_hwe = [known.key for known in grades(hwe) if is_grave(hwe, known.key)]
    assert at_hwe == ["major", "catastrophic"]
    assert [known.key for known in grades(millbrook) if is_grave(millbrook, known.key)] == [
        "extreme"
    ]
    assert not is_grave(hwe, "")
    assert not any(is_grave(statute, known.key) for known in grades(statute))
    with pytest.raises(UnknownGrade):
        is_grave(hwe, "purple")
