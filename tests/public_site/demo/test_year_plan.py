"""The plan of the year: the shares of its table, and the same each time."""

from collections import Counter
from random import Random

from public_site.demo.year.plan import plan_year
from public_site.demo.year.shape import durations, shape, spread_out
from staff_workspace.policy.profile import load
from staff_workspace.policy.working_days import body_calendar
from staff_workspace.reports.reporting_year import year_starting

YEAR = year_starting(2025)


def test_a_year_is_planned_the_same_each_time() -> None:
    calendar = body_calendar(load("hwe_icb"))
    first, second = (plan_year(YEAR, calendar, {}, Random(1)) for _ in range(2))
    assert first == second
    kinds = Counter(contact.kind for contact in first if contact.received >= YEAR.start)
    assert kinds == shape()["received"]


def test_shares_are_kept_exactly() -> None:
    drawn = Counter(spread_out({"a": 3, "b": 1}, 100, Random(1)))
    assert drawn == {"a": 75, "b": 25}


def test_durations_are_days_of_work_with_a_longest() -> None:
    days = durations("complaint", 455, Random(1))
    assert min(days) >= 1
    assert max(days) <= shape()["working_days"]["complaint"]["most"]
