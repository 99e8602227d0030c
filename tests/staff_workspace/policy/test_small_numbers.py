"""Small counts are hidden, and cannot be worked out."""

import pytest

from staff_workspace.policy.small_numbers import FEW, HIDDEN, few, hide_small

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
