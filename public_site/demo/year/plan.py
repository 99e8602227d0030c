"""Plans the year's contacts day by day: when each comes in, is acknowledged and ends."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from public_site.demo.year.shape import durations, shape, spread_out
from staff_workspace.policy.working_days import WorkingCalendar
from staff_workspace.reports.reporting_year import ReportingYear

NO_OUTCOME = "none"
# A year begins slowly with closing: what was open before it belongs to the year before.
SLOW_START = 0.72
BACKLOG_DAYS = 45


@dataclass(frozen=True)
class Contact:
    """One planned case; ``outcome`` only for complaints that end with one."""

    kind: str
    received: date
    ends: date
    outcome: str = ""


def plan_year(
    year: ReportingYear, calendar: WorkingCalendar, already: Mapping[str, int], rng: Random
) -> list[Contact]:
    """Every contact of the year in the order of receipt; ``already``: counts of the stories.

    Complaints that close in the year are planned from their end, so that their number, outcomes
    and durations are those of the table; some of them came in before the year began.
    """
    wanted = shape()["received"]
    closed = _closed_complaints(year, calendar, already, rng)
    in_year = [contact for contact in closed if contact.received >= year.start]
    rest = wanted["complaint"] - already.get("complaint", 0) - len(in_year)
    contacts = closed + _still_open(year, calendar, in_year, rest, rng)
    for kind in ("concern", "enquiry", "mp_enquiry", "compliment"):
        contacts += _short_ones(kind, wanted[kind] - already.get(kind, 0), year, calendar, rng)
    return sorted(contacts, key=lambda contact: contact.received)


def _closed_complaints(
    year: ReportingYear, calendar: WorkingCalendar, already: Mapping[str, int], rng: Random
) -> list[Contact]:
    table = shape()["closed"]
    outcomes = [
        outcome
        for outcome, number in table.items()
        for _ in range(max(0, number - already.get(f"closed {outcome}", 0)))
    ]
    rng.shuffle(outcomes)
    days = calendar.working_days_between(year.start, year.end)
    ends = [round(days * ((n + 0.5) / len(outcomes)) ** SLOW_START) for n in range(len(outcomes))]
    lasts = durations("complaint", len(outcomes), rng)
    contacts = []
    for outcome, end, lasting in zip(outcomes, ends, lasts, strict=True):
        closes = calendar.add_working_days(year.start, max(1, min(end, days)))
        received = calendar.subtract_working_days(closes, lasting)
        named = "" if outcome == NO_OUTCOME else outcome
        contacts.append(Contact("complaint", received, closes, named))
    return contacts


def _still_open(
    year: ReportingYear,
    calendar: WorkingCalendar,
    in_year: list[Contact],
    number: int,
    rng: Random,
) -> list[Contact]:
    """Complaints of the year that end after it: they fill each month up to its share."""
    have = Counter(contact.received.month for contact in in_year)
    weights = {str(month): weight for month, weight in _months().items()}
    goal = Counter(spread_out(weights, len(in_year) + number, rng))
    lacking = {month: max(0, goal[month] - have[int(month)]) for month in weights}
    outcomes = spread_out(shape()["closed"], number, rng)
    contacts = []
    for month, outcome in zip(spread_out(lacking, number, rng), outcomes, strict=True):
        received = _day_in(int(month), year, calendar, rng)
        over = calendar.working_days_between(received, year.end)
        ends = calendar.add_working_days(received, over + rng.randint(1, BACKLOG_DAYS))
        named = "" if outcome == NO_OUTCOME else outcome
        contacts.append(Contact("complaint", received, ends, named))
    return contacts


def _short_ones(
    kind: str, number: int, year: ReportingYear, calendar: WorkingCalendar, rng: Random
) -> list[Contact]:
    months = {str(month): weight for month, weight in _months().items()}
    contacts = []
    for month, lasting in zip(
        spread_out(months, number, rng), durations(kind, number, rng), strict=True
    ):
        received = _day_in(int(month), year, calendar, rng)
        contacts.append(Contact(kind, received, calendar.add_working_days(received, lasting)))
    return contacts


def _months() -> dict[int, int]:
    return {(n + 3) % 12 + 1: weight for n, weight in enumerate(shape()["months"]["weight"])}


def _day_in(month: int, year: ReportingYear, calendar: WorkingCalendar, rng: Random) -> date:
    """A working day of that month of the year, each as likely as the others."""
    in_year = year.start.year if month >= year.start.month else year.end.year
    days = [date(in_year, month, day) for day in range(1, 29)]
    return rng.choice([day for day in days if calendar.is_working_day(day)])
