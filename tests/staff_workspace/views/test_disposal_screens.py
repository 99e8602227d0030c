"""Governance finds old records, looks at them, and a colleague destroys them, in the browser."""

import importlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from permissions.models import Body
from permissions.rules.walls import WallReason
from staff_workspace.actions.dispose_case import dispose_case
from staff_workspace.actions.raise_wall import lift_wall, raise_wall
from staff_workspace.actions.review_disposal import review_disposal
from staff_workspace.models import (
    Case,
    CaseWall,
    DestroyedWall,
    DestructionRecord,
    DisposalReview,
)
from tests.workspace_people import make_person

pytestmark = pytest.mark.requirement("RT-1")
CLOSED = timezone.make_aware(datetime(2014, 3, 1, 12))
OLD = {"state": "closed", "closed_at": CLOSED, "received_at": CLOSED}


@pytest.fixture
def browser(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> Callable[[str], Client]:
    """A browser of one of the people."""
    team = body.teams.get(key="governance")
    people["governance2"] = make_person(body, "governance2", team)

    def sign_in(who: str) -> Client:
        client = client_for(body)
        client.force_login(people[who])
        return client

    return sign_in


def address(name: str, *args: Any) -> str:
    """An address of the workspace."""
    return reverse(f"staff_workspace:{name}", args=args)


def said(client: Client, name: str, *args: Any) -> str:
    """What a page says."""
    answer = client.get(address(name, *args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_the_list_to_the_log(
    make_case: Callable[..., Case], browser: Callable[[str], Client]
) -> None:
    case = make_case(**OLD)
    first, second = browser("governance"), browser("governance2")
    assert "To review" in said(first, "disposals")
    page = address("review_disposal", case.reference)
    wrong = first.post(page, {"finding": "keep", "reason": "Needed"}).content.decode()
    assert "There is a problem" in wrong
    answer = first.post(page, {"finding": "destroy", "reason": "Nothing is open"}, follow=True)
    assert "A second person confirms" in answer.content.decode()
    assert "Confirm or refuse" in said(second, "disposals")
    assert "10 years from closure" in said(second, "dispose", case.reference)
    page = address("dispose", case.reference)
    unticked = second.post(page, {}).content.decode()
    assert "Confirm that the records are to be destroyed for good" in unticked
    assert "second person" in first.post(page, {"sure": "true"}).content.decode()
    answer = second.post(page, {"sure": "true"}, follow=True)
    assert case.reference in answer.content.decode()
    assert DestructionRecord.objects.get().reference == case.reference
    assert second.get(address("case", case.reference)).status_code == 404
    assert "No records are due" in said(second, "disposals")


def test_a_hold_is_set_and_lifted_on_the_case(
    make_case: Callable[..., Case], browser: Callable[[str], Client]
) -> None:
    case = make_case(**OLD)
    client = browser("governance")
    assert "Put on legal hold" in said(client, "case", case.reference)
    client.post(address("hold_records", case.reference), {"reason": "A claim was announced"})
    assert "Lift the legal hold" in said(client, "case", case.reference)
    assert "A claim was announced" in said(client, "review_disposal", case.reference)
    assert "Lift the hold" in said(client, "disposals")
    client.post(address("lift_hold", case.reference), {"reason": "It was settled"})
    assert "Put on legal hold" in said(client, "case", case.reference)


def test_handlers_have_no_such_pages(
    make_case: Callable[..., Case], browser: Callable[[str], Client]
) -> None:
    case, client = make_case(**OLD), browser("officer")
    assert address("disposals") not in said(client, "today")
    for name in ("disposals", "destruction_log"):
        assert client.get(address(name)).status_code == 404
    for name in ("review_disposal", "dispose", "hold_records", "lift_hold"):
        assert client.get(address(name, case.reference)).status_code == 404


def test_the_list_asks_as_often_for_many_as_for_few(
    make_case: Callable[..., Case], browser: Callable[[str], Client]
) -> None:
    client, asked = browser("governance"), []
    for _ in range(2):
        for number in range(4):
            case = make_case(**OLD)
            page = address("review_disposal", case.reference)
            if number % 2:
                client.post(page, {"finding": "destroy", "reason": "Nothing is open"})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            said(client, "disposals")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_whoever_is_shut_out_of_a_case_does_not_find_it_in_the_log(
    make_case: Callable[..., Case],
    body: Body,
    people: dict[str, Any],
    browser: Callable[[str], Client],
) -> None:
    walled, lifted = make_case(**OLD), make_case(**OLD)
    people["walled"] = make_person(body, "walled", body.teams.get(key="governance"))
    shut_out(walled, people)
    lift_wall(wall=shut_out(lifted, people), by=people["governance"], because="Another family")
    destroy(walled, people), destroy(lifted, people)
    log = said(browser("walled"), "destruction_log")
    assert walled.reference not in log
    assert lifted.reference in log
    assert walled.reference in said(browser("governance2"), "destruction_log")


def test_who_was_shut_out_of_what_was_destroyed_before_is_known_from_the_audit(
    make_case: Callable[..., Case],
    body: Body,
    people: dict[str, Any],
    browser: Callable[[str], Client],
) -> None:
    people["walled"] = make_person(body, "walled", body.teams.get(key="governance"))
    walled, lifted = make_case(**OLD), make_case(**OLD)
    browser("governance2")
    shut_out(walled, people)
    lift_wall(wall=shut_out(lifted, people), by=people["governance"], because="Another family")
    destroy(walled, people), destroy(lifted, people)
    DestroyedWall.objects.all().delete()
    names = "staff_workspace.migrations.0018_walls_outlive_their_case"
    importlib.import_module(names).recall_walls(apps, None)
    wall = DestroyedWall.objects.get()
    assert (wall.user, wall.record.reference) == (people["walled"], walled.reference)


def shut_out(case: Case, people: dict[str, Any]) -> CaseWall:
    """Governance shuts one of its own out."""
    return raise_wall(
        case=case,
        by=people["governance"],
        against=people["walled"].staff_member,
        reason=WallReason.RELATIVE,
        note="A cousin",
    )


def destroy(case: Case, people: dict[str, Any]) -> None:
    """One reviews, another confirms."""
    finding = DisposalReview.Finding.DESTROY
    review_disposal(case=case, by=people["governance"], finding=finding, reason="Nothing is open")
    dispose_case(case=case, by=people["governance2"])
