"""A number that no row has is called tampering only where that is certain."""

from dataclasses import dataclass

import pytest

from permissions.rules.gaps import Certainty, judge


@dataclass(frozen=True)
class Counted:
    added: int
    touched: int


def test_where_undone_numbers_are_taken_back_a_gap_is_a_cut() -> None:
    found = judge(between=[(3, 3)], at_the_end=[(8, 9)], rows=6, given=9, counted=None)
    assert found.certainty is Certainty.CUT
    assert found.words.startswith("Numbers 3, 8 to 9 were given out and no row has them")


def test_where_the_database_counted_a_deletion_a_gap_is_a_cut() -> None:
    found = judge(between=[], at_the_end=[(8, 9)], rows=7, given=9, counted=Counted(9, 2))
    assert found.certainty is Certainty.CUT
    assert "counted 2 rows changed or deleted" in found.words


def test_where_it_counted_every_row_and_no_deletion_a_transaction_was_undone() -> None:
    found = judge(between=[(3, 3)], at_the_end=[(8, 9)], rows=6, given=9, counted=Counted(6, 0))
    assert found.certainty is Certainty.UNDONE
    assert "no row deleted" in found.words


@pytest.mark.parametrize(
    ("between", "at_the_end", "certainty"),
    [([], [(8, 9)], Certainty.UNTOLD), ([(3, 3)], [], Certainty.UNDONE)],
)
def test_where_its_statistics_began_later_a_gap_at_the_end_cannot_be_told(
    between: list, at_the_end: list, certainty: Certainty
) -> None:
    found = judge(between=between, at_the_end=at_the_end, rows=7, given=9, counted=Counted(6, 0))
    assert found.certainty is certainty
    assert "it cannot be told" in found.words


def test_where_more_rows_were_added_than_numbers_given_a_gap_cannot_be_told() -> None:
    """Emptying a table is no deletion to the statistics; filling it again shows."""
    found = judge(between=[(3, 3)], at_the_end=[], rows=8, given=9, counted=Counted(17, 0))
    assert found.certainty is Certainty.UNTOLD
    assert "17 rows were added with 9 numbers" in found.words


def test_many_gaps_are_named_by_the_first_and_counted() -> None:
    gaps = [(n, n + 1) for n in range(1, 31, 3)]
    found = judge(between=gaps, at_the_end=[], rows=9, given=30, counted=None)
    assert found.words.startswith("Numbers 1 to 2, 4 to 5, 7 to 8, 10 to 11, 13 to 14 and 10 more")
