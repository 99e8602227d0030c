"""While a page is only looked at, who is asking is read once; the next request reads it anew."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from permissions import gate, standing
from permissions.models import Body, TeamMembership
from permissions.rules.actions import Action
from staff_workspace.models import Case

WHO_IS_ASKING = 'FROM "permissions_staffmember" LEFT OUTER JOIN "permissions_teammembership" seat'


def times_asked(queries: CaptureQueriesContext) -> int:
    """How often the gate asked who somebody is."""
    return sum(WHO_IS_ASKING in query["sql"] for query in queries)


@pytest.mark.parametrize("screen", ["today", "cases", "case"])
def test_a_page_reads_once_who_is_asking(
    screen: str,
    case: Case,
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    client = client_for(body)
    client.force_login(people["officer"])
    args = [case.reference] if screen == "case" else []
    with CaptureQueriesContext(connection) as queries:
        assert client.get(reverse(f"staff_workspace:{screen}", args=args)).status_code == 200
    assert times_asked(queries) == 1


def test_who_leaves_the_team_is_refused_on_the_next_request(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client, address = client_for(body), reverse("staff_workspace:case", args=[case.reference])
    client.force_login(people["officer"])
    assert client.get(address).status_code == 200
    seats = TeamMembership.objects.filter(staff_member__user=people["officer"])
    seats.update(ends_at=timezone.now())
    assert client.get(address).status_code == 404


def test_what_is_sent_and_what_runs_by_itself_read_it_each_time(
    case: Case, people: dict[str, Any]
) -> None:
    officer = people["officer"]
    with CaptureQueriesContext(connection) as queries:
        assert gate.may(officer, Action.VIEW_CASE, case)
        assert gate.may(officer, Action.GRADE, case)
    assert times_asked(queries) == 2


def test_one_person_is_not_taken_for_another(case: Case, people: dict[str, Any]) -> None:
    with standing.remembering():
        assert gate.may(people["officer"], Action.VIEW_CASE, case)
        assert not gate.may(people["colleague"], Action.VIEW_CASE, case)
        assert gate.may(people["officer"], Action.VIEW_CASE, case)


def test_nothing_is_remembered_once_a_request_is_over_even_by_an_error(
    case: Case, people: dict[str, Any]
) -> None:
    def fails() -> None:
        with standing.remembering():
            assert gate.may(people["officer"], Action.VIEW_CASE, case)
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        fails()
    TeamMembership.objects.all().delete()
    assert not gate.may(people["officer"], Action.VIEW_CASE, case)
