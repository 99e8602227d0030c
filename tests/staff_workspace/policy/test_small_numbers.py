"""Small counts are hidden, and cannot be worked out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staff_workspace.policy.small_numbers import (
    BY_YEAR,
    FEW,
    HIDDEN,
    few,
    hide_small,
    may_stand_by_halves,
)

pytestmark = pytest.mark.requirement("EQ-1")


@pytest.mark.parametrize(("count", "shown"), [(0, "0"), (1, FEW), (4, FEW), (5, "5"), (120, "120")])
def test_a_count_below_five_is_hidden_and_none_is_none(count: int, shown: str) -> None:
    assert few(count) == shown


def test_several_small_counts_are_hidden_and_the_others_stand() -> None:
    counts = {"a": 3, "b": 2, "c": 9, "d": 0}
    assert hide_small(counts) == {"a": FEW, "b": FEW, "c": "9", "d": "0"}


def test_a_single_small_count_takes_the_next_smallest_with_it() -> None:
    counts = {"a": 3, "b": 20, "c": 9, "d": 0}
    assert hide_small(counts) == {"a": FEW, "b": "20", "c": HIDDEN, "d": "0"}
    assert hide_small({"a": 3, "b": 0}) == {"a": FEW, "b": "0"}


def test_a_year_stands_by_its_halves_only_while_neither_has_a_small_number() -> None:
    assert may_stand_by_halves([[9, 0, 5], [0, 0, 12]])
    assert not may_stand_by_halves([[9, 0, 5], [0, 4, 12]])
    assert not may_stand_by_halves([[1], [0]])


COUNTS = st.lists(st.integers(0, 12), min_size=3, max_size=3)


@pytest.mark.requirement("SV-1")
@given(first=COUNTS, second=COUNTS)
def test_no_hidden_number_is_the_year_less_the_other_half(
    first: list[int], second: list[int]
) -> None:
    year = [a + b for a, b in zip(first, second, strict=True)]
    by_halves = may_stand_by_halves([first, second])
    shown = [
        hide_small(dict(zip("abc", counts, strict=True))).values()
        if by_halves or counts is year
        else [BY_YEAR] * len(counts)
        for counts in (first, second, year)
    ]
    for cells in zip(*shown, strict=True):
        # Of a half, the other and their sum two that are shown give the third.
        assert sum(not cell.isdigit() for cell in cells) != 1
