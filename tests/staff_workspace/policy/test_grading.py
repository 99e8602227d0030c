"""Grades, scores and levels."""

from __future__ import annotations

import pytest

from staff_workspace.policy.grading import UnknownGrade, grade, grades, level_for_score, score


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
    assert [[score(a, b) for b in range(1, 6)] for a in (5, 1)] == [
        [5, 10, 15, 20, 25],
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
