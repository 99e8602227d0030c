"""Figures of a year: kept as JSON without loss, and refused when they cannot all be true."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staff_workspace.documents.report_figures import (
    FiguresDisagree,
    MonthCount,
    ReportFigures,
    share,
)


def test_figures_come_back_from_json_unchanged(figures: ReportFigures) -> None:
    assert ReportFigures.from_dict(json.loads(json.dumps(figures.to_dict()))) == figures


def test_an_unknown_or_missing_name_in_stored_figures_is_refused(figures: ReportFigures) -> None:
    stored = figures.to_dict()
    with pytest.raises(TypeError):
        ReportFigures.from_dict(stored | {"surprise": 1})
    del stored["contacts"]
    with pytest.raises(TypeError):
        ReportFigures.from_dict(stored)


@pytest.mark.requirement("T-27", "REG-18")
def test_well_founded_is_upheld_and_partly_upheld_together(figures: ReportFigures) -> None:
    assert figures.well_founded == figures.upheld + figures.partly_upheld == 330
    assert figures.with_outcome == 551


@pytest.mark.requirement("RP-1")
@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"complaints_received": 619}, "months add up to 620, received is 619"),
        ({"upheld": 143}, "outcomes add up to 589, closed is 588"),
        ({"acknowledged_in_time": 621}, "more acknowledged in time than were due"),
        ({"closed_within_six_months": 589}, "more closed within six months than were closed"),
        ({"contacts": -1}, "below zero"),
    ],
)
def test_figures_that_disagree_are_refused(
    figures: ReportFigures, change: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(FiguresDisagree, match=complaint):
        replace(figures, **change)


def test_a_month_has_a_long_and_a_short_name() -> None:
    month = MonthCount("2026-01", 1, 2)
    assert (month.name, month.short_name) == ("January 2026", "Jan")


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(607, 620, "97.9%"), (599, 600, "99.8%"), (1, 8, "12.5%"), (1, 2000, "0.1%"), (0, 0, "–")],
)
def test_a_share_is_rounded_half_up_and_never_divides_by_nothing(
    part: int, whole: int, shown: str
) -> None:
    assert share(part, whole) == shown


@given(whole=st.integers(1, 10**6), data=st.data())
def test_a_share_stays_within_0_and_100(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    shown = float(share(part, whole).rstrip("%"))
    assert abs(shown - 100 * part / whole) <= 0.0501
