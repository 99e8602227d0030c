"""Every list asks the database as often for thirty rows as for three, however large the grants."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions import gate, standing
from permissions.models import Body
from permissions.pages import page_of
from permissions.rules.actions import Action
from staff_workspace.models import Case, CaseUserGrant
from staff_workspace.queries.queue import DEFAULT_ORDER, ORDERS
from tests.walk.crowd import ROLES, SHARED_CASES, Crowd

FEW, MANY, PAGE = 3, 30, 25
# What a process keeps is read by these: policies, matrices, kinds of content.
WARM = [("governance", page) for page in ("today", "cases", "profiles", "matrix")]
OTHERS = 2000
INTO_THE_AUDIT = 'INSERT INTO "permissions_auditevent"'
# Each way in is asked for its first rows; grants hold numbers, so that their rows are read after.
LOOKS_FOR_A_PAGE = 3
NOW = timezone.make_aware(datetime(2026, 11, 20, 14, 0))
LISTS = [
    ("today", ""),
    ("cases", ""),
    ("cases", "?state=all&order=-received"),
    ("cases", "?state=all&q=HWE"),
]
OF_A_CASE = ["case", "people", "files", "response"]
# Lists on one case of people and of what came and went, and forms that offer people to choose from.
AROUND_A_CASE = ["access", "outside_links", "messages", "organisations", "assign", "share"]
OF_GOVERNANCE = [
    "today",
    "cases",
    "export",
    "teams",
    "openings",
    "matrix",
    "profiles",
    "reports",
    "what_people_told",
    "undelivered",
    "disposals",
    "destruction_log",
    "unmatched",
]


@pytest.fixture
def crowd(body: Body, people: dict[str, Any], make_case: Callable[..., Case]) -> Crowd:
    """The body, which grows."""
    return Crowd(body, people, make_case)


def pages(crowd: Crowd) -> dict[str, list[str]]:
    """Who asks, and for what."""
    reference = Case.objects.order_by("pk")[0].reference

    def of_a_case(names: list[str]) -> list[str]:
        return [reverse(f"staff_workspace:{name}", args=[reference]) for name in names]

    def of_the_body(names: list[tuple[str, str]]) -> list[str]:
        return [reverse(f"staff_workspace:{name}") + query for name, query in names]

    join = reverse("staff_workspace:join_team", args=[crowd.people["nursing"].pk])
    return {
        "governance": [
            *of_the_body([(name, "") for name in OF_GOVERNANCE]),
            *of_a_case(["access", "history", "share", "shut_out"]),
            join,
        ],
        "officer": [
            *of_the_body([*LISTS, ("unmatched", "")]),
            *of_a_case([*OF_A_CASE, *AROUND_A_CASE]),
        ],
        "colleague": [*of_the_body(LISTS), *of_a_case(["case"])],
        "guardian": of_the_body([("break_glass", ""), ("today", "")]),
    }


def queries(client: Client, url: str) -> int:
    """How often a page asks. Counted without the texts, which are slow to put together.

    The audit of an export has a row for each case, written by the hundred: it is left out there.
    """
    asked = []

    def note(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        if "cases.csv" not in url or not sql.startswith(INTO_THE_AUDIT):
            asked.append(sql)
        return execute(sql, *more)

    with connection.execute_wrapper(note):
        assert client.get(url).status_code == 200, url
    return len(asked)


def test_every_list_asks_as_often_for_many_as_for_few(
    crowd: Crowd, people: dict[str, Any], body: Body, client_for: Callable[..., Client]
) -> None:
    with time_machine.travel(NOW, tick=False):
        crowd.grow(FEW)
        everybody = {**people, "guardian": crowd.guardian}
        asked = [(who, url) for who, urls in pages(crowd).items() for url in urls]
        clients = {who: client_for(body) for who, _ in asked}
        for who, client in clients.items():
            assert not everybody[who].is_superuser
            client.force_login(everybody[who])
        for who, url in WARM:
            queries(clients[who], reverse(f"staff_workspace:{url}"))  # fills the caches
        few = {(who, url): queries(clients[who], url) for who, url in asked}
        crowd.grow(MANY)
        crowd.share_thousands(people["colleague"], others=OTHERS)
        many = {(who, url): queries(clients[who], url) for who, url in asked}
    live = CaseUserGrant.objects.filter(user=people["colleague"], ends_at=None)
    assert live.count() >= SHARED_CASES * len(ROLES)
    # Fewer is wrong too: then what was compared is not the same page, or a cache was filled first.
    assert {key: (few[key], many[key]) for key in few if many[key] != few[key]} == {}


def test_what_may_be_done_with_25_rows_takes_two_queries(
    crowd: Crowd, people: dict[str, Any], django_assert_max_num_queries: Any
) -> None:
    crowd.grow(1)
    crowd.share_thousands(people["colleague"])
    for who in ("officer", "governance", "colleague"):
        user, order = people[who], ORDERS[DEFAULT_ORDER]
        with standing.remembering(), django_assert_max_num_queries(1 + LOOKS_FOR_A_PAGE):
            rows = page_of(user, Case.objects.all(), Action.VIEW_CASE, order=order, size=PAGE).rows
        assert len(rows) == PAGE
        shown = Case.objects.filter(pk__in=[row.pk for row in rows])
        for action in (Action.VIEW_CASE, Action.GRADE):
            with django_assert_max_num_queries(2):
                allowed = {case.pk for case in gate.visible_to(user, shown, action)}
            assert allowed == {row.pk for row in rows if gate.may(user, action, row)}
