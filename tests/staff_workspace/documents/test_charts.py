"""Axes in round numbers and words for a chart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staff_workspace.documents.charts import describe_bars, scale


@pytest.mark.parametrize(
    ("highest", "expected"), [(0, (1, 1)), (4, (4, 1)), (64, (80, 20)), (620, (800, 200))]
)
def test_the_axis_ends_on_a_round_number(highest: int, expected: tuple[int, int]) -> None:
    assert scale(highest) == expected


@given(highest=st.integers(0, 10**7))
def test_the_axis_holds_the_highest_bar_with_few_lines(highest: int) -> None:
    top, step = scale(highest)
    assert top >= highest
    assert top % step == 0
    assert top // step <= 6


def test_a_chart_of_nothing_says_so() -> None:
    assert describe_bars("complaints", [("April", 0)]).endswith("There is nothing to show.")
