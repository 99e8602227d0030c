"""Pages of a guarded list by key: complete, in order, nothing twice, back and forth."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.utils import timezone

from permissions.pages import Count, Order, Page, count_of, page_of
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.models import Case
from tests.permissions.test_gate import granted

DUE, NEWEST = Order("due_order"), Order("received_at", down=True)
SOON = date(2026, 12, 1)
NOON = timezone.make_aware(datetime(2026, 11, 19, 12))
VIEW = Action.VIEW_CASE


@pytest.fixture
def cases(make_case: Callable[..., Case]) -> list[Case]:
    """Eleven cases; several share a date, some have nothing due."""
    made = []
    for number in range(11):
        case = make_case(received_at=NOON + timedelta(hours=number // 2))
        due = None if number % 4 == 3 else SOON + timedelta(days=number // 3)
        Case.objects.filter(pk=case.pk).update(next_due=due)
        made.append(case)
    return made


def walk(user: Any, order: Order, *, size: int = 3) -> list[Page]:
    """Every page, from the first to the last, by the places that the pages name."""
    pages = [page_of(user, Case.objects.all(), VIEW, order=order, size=size)]
    while pages[-1].after:
        at = pages[-1].after
        pages.append(page_of(user, Case.objects.all(), VIEW, order=order, at=at, size=size))
        assert len(pages) < 10
    return pages


@pytest.mark.parametrize("order", [DUE, Order("due_order", down=True), NEWEST, Order("reference")])
def test_the_pages_together_are_the_list(
    cases: list[Case], people: dict[str, Any], order: Order
) -> None:
    pages = walk(people["officer"], order)
    keys = [f"-{order.field}", "-pk"] if order.down else [order.field, "pk"]
    whole = list(Case.objects.order_by(*keys).values_list("pk", flat=True))
    assert [case.pk for page in pages for case in page.rows] == whole
    assert pages[0].before == ""


@pytest.mark.parametrize("order", [DUE, NEWEST])
def test_going_back_shows_the_same_pages(
    cases: list[Case], people: dict[str, Any], order: Order
) -> None:
    pages = walk(people["officer"], order)
    for earlier, later in pairwise(pages):
        back = page_of(
            people["officer"], Case.objects.all(), VIEW, order=order, at=later.before, size=3
        )
        assert [case.pk for case in back.rows] == [case.pk for case in earlier.rows]
        assert bool(back.before) == bool(earlier.before)


def test_a_case_with_nothing_due_comes_last(cases: list[Case], people: dict[str, Any]) -> None:
    rows = [case for page in walk(people["officer"], DUE) for case in page.rows]
    assert [case.next_due is None for case in rows] == sorted(
        case.next_due is None for case in rows
    )


def test_a_case_that_is_reached_by_two_ways_comes_once(
    cases: list[Case], people: dict[str, Any]
) -> None:
    for case in cases[:4]:
        granted(case, Role.VIEWER, user=people["officer"])
        granted(case, Role.INVESTIGATOR, user=people["officer"])
    rows = [case.pk for page in walk(people["officer"], NEWEST) for case in page.rows]
    assert len(rows) == len(set(rows)) == 11
    assert count_of(people["officer"], Case.objects.all(), VIEW) == Count(11, more=False)


def test_a_guest_pages_through_what_was_shared_and_nothing_else(
    cases: list[Case], people: dict[str, Any]
) -> None:
    for case in cases[::2]:
        granted(case, Role.VIEWER, user=people["colleague"])
    rows = [case.pk for page in walk(people["colleague"], NEWEST, size=2) for case in page.rows]
    assert rows == [case.pk for case in cases[::2]][::-1]
    assert count_of(people["colleague"], Case.objects.all(), VIEW) == Count(6, more=False)


def test_a_large_count_says_more_than(cases: list[Case], people: dict[str, Any]) -> None:
    assert count_of(people["officer"], Case.objects.all(), VIEW, most=10) == Count(10, more=True)
    assert count_of(people["officer"], Case.objects.all(), VIEW, most=11) == Count(11, more=False)
    assert count_of(people["colleague"], Case.objects.all(), VIEW) == Count(0, more=False)


@pytest.mark.parametrize(
    "at", ["2", "after", "after~x~2026-12-01", "after~1~tomorrow", "after~1~", "up~1~2026-12-01"]
)
def test_a_place_that_cannot_be_read_is_the_first_page(
    cases: list[Case], people: dict[str, Any], at: str
) -> None:
    shown = page_of(people["officer"], Case.objects.all(), VIEW, order=DUE, at=at, size=3)
    first = page_of(people["officer"], Case.objects.all(), VIEW, order=DUE, size=3)
    assert [case.pk for case in shown.rows] == [case.pk for case in first.rows]
