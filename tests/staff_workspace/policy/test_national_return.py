"""What the national return counts: years, outcomes, the bridge, and the patient's age."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from staff_workspace.policy.age_bands import SEED, UNKNOWN, AgeBand, Ages, age_on, band_of, by_band
from staff_workspace.policy.national_return import (
    Counted,
    ReturnError,
    count_year,
    year_ending,
)

YEAR_1, YEAR_2 = date(2026, 3, 31), date(2027, 3, 31)
ACROSS = Counted(date(2026, 3, 30), resolved=date(2026, 6, 8), outcome="upheld")
WITHDRAWN = Counted(date(2025, 9, 1), ended=date(2025, 10, 1))


@pytest.mark.requirement("T-29")
def test_the_year_ends_on_31_march() -> None:
    assert year_ending(date(2026, 3, 31)) == YEAR_1
    assert year_ending(date(2026, 4, 1)) == YEAR_2
    assert year_ending(date(2025, 4, 1)) == YEAR_1
    with pytest.raises(ReturnError, match="31 March"):
        count_year([], ends=date(2026, 12, 31))


@pytest.mark.requirement("T-29")
def test_received_on_30_march_and_closed_in_june_is_new_in_year_1_and_resolved_in_year_2() -> None:
    first, second = count_year([ACROSS], ends=YEAR_1), count_year([ACROSS], ends=YEAR_2)
    assert (first.new, first.resolved, first.carried_forward) == (1, 0, 1)
    assert (second.brought_forward, second.new, second.upheld) == (1, 0, 1)
    assert second.carried_forward == 0
    later = count_year([ACROSS], ends=date(2028, 3, 31))
    assert (later.brought_forward, later.resolved, later.carried_forward) == (0, 0, 0)


@pytest.mark.requirement("T-29", "KO-3")
@pytest.mark.parametrize(
    ("received", "resolved", "new", "upheld"),
    [
        ("2025-03-31", "2025-04-01", 0, 1),
        ("2025-04-01", "2026-03-31", 1, 1),
        ("2026-03-31", "2026-04-01", 1, 0),
        ("2026-04-01", "2026-04-02", 0, 0),
    ],
)
def test_the_first_and_the_last_day_belong_to_the_year(
    received: str, resolved: str, new: int, upheld: int
) -> None:
    complaint = Counted(date.fromisoformat(received), date.fromisoformat(resolved), "upheld")
    year = count_year([complaint], ends=YEAR_1)
    assert (year.new, year.upheld) == (new, upheld)


@pytest.mark.requirement("T-28", "KO-3")
def test_what_ended_without_an_outcome_stands_on_a_bridge_and_is_not_carried_for_ever() -> None:
    open_case = Counted(date(2025, 12, 1))
    year = count_year([WITHDRAWN, open_case, ACROSS], ends=YEAR_1)
    assert (year.new, year.resolved, year.ended_without_outcome) == (3, 0, 1)
    assert (year.by_formula, year.carried_forward) == (3, 2)
    after = count_year([WITHDRAWN, open_case, ACROSS], ends=YEAR_2)
    assert after.brought_forward == year.carried_forward
    assert (after.upheld, after.ended_without_outcome, after.carried_forward) == (1, 0, 1)


@pytest.mark.requirement("T-27", "T-28")
def test_a_complaint_that_ended_for_want_of_consent_was_received_all_the_same() -> None:
    assert count_year([WITHDRAWN], ends=YEAR_1).new == 1


@pytest.mark.requirement("RO-2")
def test_a_complaint_reopened_after_its_outcome_is_counted_once() -> None:
    again = replace(ACROSS, ended=date(2026, 9, 1))
    year = count_year([again], ends=YEAR_2)
    assert (year.new, year.resolved, year.ended_without_outcome) == (0, 1, 0)


@pytest.mark.requirement("KO-3", "T-28")
def test_every_outcome_has_its_line_and_year_by_year_nothing_is_lost() -> None:
    complaints = [
        Counted(date(2025, 5, day), date(2025, 8, day), outcome)
        for day, outcome in enumerate(["upheld", "partly_upheld", "not_upheld", "not_upheld"], 1)
    ]
    complaints += [Counted(date(2025, 2, 1)), WITHDRAWN, ACROSS]
    year = count_year(complaints, ends=YEAR_1)
    assert (year.upheld, year.partly_upheld, year.not_upheld) == (1, 1, 2)
    assert year.brought_forward + year.new - year.resolved == year.by_formula
    assert count_year(complaints, ends=YEAR_2).brought_forward == year.carried_forward == 2


@pytest.mark.parametrize(
    "wrong",
    [
        Counted(date(2025, 5, 1), resolved=date(2025, 6, 1)),
        Counted(date(2025, 5, 1), outcome="upheld"),
        Counted(date(2025, 5, 1), resolved=date(2025, 6, 1), outcome="settled"),
        Counted(date(2025, 5, 1), ended=date(2025, 4, 1)),
    ],
)
def test_a_complaint_that_does_not_hold_together_is_refused(wrong: Counted) -> None:
    with pytest.raises(ReturnError):
        count_year([wrong], ends=YEAR_1)


@pytest.mark.requirement("T-35")
def test_the_age_is_the_patients_on_the_day_of_receipt_and_not_the_complainants() -> None:
    child = Ages(date(2026, 5, 1), date(2020, 5, 2), complainant_born=date(1985, 1, 1))
    assert band_of(child) == "0 to 5"
    assert band_of(replace(child, received=date(2026, 5, 2))) == "6 to 17"
    assert band_of(replace(child, complainant_born=date(1940, 1, 1))) == "0 to 5"


@pytest.mark.requirement("T-35")
def test_an_unknown_age_is_a_band_even_where_the_complainants_is_known() -> None:
    assert band_of(Ages(date(2026, 5, 1), None, complainant_born=date(1985, 1, 1))) == UNKNOWN
    assert band_of(Ages(date(2026, 5, 1), date(2026, 5, 2))) == UNKNOWN
    assert band_of(Ages(date(2026, 5, 1), date(1900, 1, 1))) == "75 and over"


@pytest.mark.requirement("T-35", "KO-3")
def test_the_bands_add_up_to_all_complaints_with_zeros_shown() -> None:
    people = [Ages(date(2026, 5, 1), date(1950, 1, 1)), Ages(date(2026, 5, 1), None)]
    counted = by_band(people)
    assert list(counted) == [*(band.label for band in SEED), UNKNOWN]
    assert sum(counted.values()) == len(people)
    assert (counted["75 and over"], counted[UNKNOWN], counted["18 to 25"]) == (1, 1, 0)


@pytest.mark.requirement("T-35", "KO-4")
def test_the_bands_are_a_table_that_can_be_changed() -> None:
    adults_only = (AgeBand("18 and over", 18),)
    assert band_of(Ages(date(2026, 5, 1), date(2000, 1, 1)), adults_only) == "18 and over"
    assert band_of(Ages(date(2026, 5, 1), date(2020, 1, 1)), adults_only) == UNKNOWN


def test_who_was_born_on_29_february_gets_older_on_1_march() -> None:
    born = date(2008, 2, 29)
    assert age_on(born, date(2026, 2, 28)) == 17
    assert age_on(born, date(2026, 3, 1)) == 18
