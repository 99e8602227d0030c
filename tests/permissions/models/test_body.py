"""References: one counter a year where the format names the year, otherwise one for all years."""

from datetime import date

import pytest

from permissions.models import Body

pytestmark = pytest.mark.django_db
OLD_YEAR, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def references(body: Body) -> list[str]:
    """Two references of one year and one of the next."""
    return [body.next_reference(today=day) for day in (OLD_YEAR, OLD_YEAR, NEW_YEAR)]


def test_numbers_begin_anew_each_year_where_the_reference_names_the_year(body: Body) -> None:
    assert references(body) == ["HWE-2026-0001", "HWE-2026-0002", "HWE-2027-0001"]


def test_numbers_go_on_through_the_years_where_the_reference_names_none(body: Body) -> None:
    body.reference_format = "COM{number:05d}"
    assert references(body) == ["COM00001", "COM00002", "COM00003"]
