"""What counts as a date, and what is wrong with it otherwise."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback_forms.rules.dates import DateError, Flaw, PartialDate, read_date

TODAY = date(2026, 11, 22)


@pytest.mark.acceptance("F16")
@pytest.mark.parametrize("month", ["3", "03", "Mar", "mar", "March", "MARCH", "Mar."])
def test_a_month_may_be_a_number_or_a_name(month: str) -> None:
    assert read_date("4", month, "2026") == PartialDate(2026, 3, 4)


def test_september_has_a_four_letter_short_name() -> None:
    assert read_date("4", "Sept", "2026").month == 9


@pytest.mark.acceptance("F16")
@pytest.mark.parametrize(
    ("typed", "flaw", "parts"),
    [
        (("", "", ""), Flaw.MISSING, ("day", "month", "year")),
        (("", " ", ""), Flaw.MISSING, ("day", "month", "year")),
        (("4", "", "2026"), Flaw.INCOMPLETE, ("month",)),
        (("", "", "2026"), Flaw.INCOMPLETE, ("day", "month")),
        (("30", "2", "2026"), Flaw.UNREAL, ("day", "month", "year")),
        (("32", "1", "2026"), Flaw.UNREAL, ("day",)),
        (("0", "1", "2026"), Flaw.UNREAL, ("day",)),
        (("1", "13", "2026"), Flaw.UNREAL, ("month",)),
        (("1", "Ju", "2026"), Flaw.UNREAL, ("month",)),
        (("1", "Smarch", "2026"), Flaw.UNREAL, ("month",)),
        (("x", "1", "2026"), Flaw.UNREAL, ("day",)),
        (("1", "1", "26"), Flaw.UNREAL, ("year",)),
        (("1", "1", "20266"), Flaw.UNREAL, ("year",)),
        (("1", "1", "２０２６"), Flaw.UNREAL, ("year",)),
        (("23", "11", "2026"), Flaw.FUTURE, ("day", "month", "year")),
    ],
)
def test_each_flaw_has_its_name_and_its_boxes(
    typed: tuple[str, str, str], flaw: Flaw, parts: tuple[str, ...]
) -> None:
    with pytest.raises(DateError) as caught:
        read_date(*typed, today=TODAY)
    assert (caught.value.flaw, caught.value.parts) == (flaw, parts)


def test_today_is_not_the_future() -> None:
    assert read_date("22", "11", "2026", today=TODAY).exact == TODAY


@pytest.mark.acceptance("F17")
def test_an_approximate_date_may_be_a_month_or_a_year() -> None:
    month = read_date("", "March", "2026", approximate=True)
    assert (month.exact, month.earliest, month.latest) == (
        None,
        date(2026, 3, 1),
        date(2026, 3, 31),
    )
    year = read_date("", "", "2025", approximate=True)
    assert (year.earliest, year.latest) == (date(2025, 1, 1), date(2025, 12, 31))


def test_a_day_without_its_month_is_incomplete_even_when_approximate() -> None:
    with pytest.raises(DateError) as caught:
        read_date("4", "", "2026", approximate=True)
    assert caught.value.parts == ("month",)


def test_an_approximate_date_is_read_as_approximate() -> None:
    assert PartialDate(2026, 3, 4).words == "4 March 2026"
    assert PartialDate(2026, 3).words == "March 2026 (approximate)"
    assert PartialDate(2026).words == "2026 (approximate)"


@given(st.dates(min_value=date(1870, 1, 1), max_value=date(9998, 12, 31)))
def test_a_date_is_stored_and_read_back_unchanged(day: date) -> None:
    for kept in (PartialDate.on(day), PartialDate(day.year, day.month), PartialDate(day.year)):
        assert PartialDate.from_text(str(kept)) == kept


@pytest.mark.parametrize(
    "text", ["2026-13", "26", "2026-02-30", "", "0000", "2026-00", "2026-1-1", "March"]
)
def test_what_was_not_stored_as_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a stored date"):
        PartialDate.from_text(text)


@given(st.text(), st.text(), st.text(), st.booleans())
def test_nothing_typed_breaks_the_reading(day: str, month: str, year: str, rough: bool) -> None:
    with suppress(DateError):
        assert read_date(day, month, year, today=TODAY, approximate=rough).earliest <= TODAY
