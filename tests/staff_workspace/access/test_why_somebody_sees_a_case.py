"""The list of who can see a case says why, and leaves nobody out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.actions.ask_outside import withdraw_link
from staff_workspace.models import Case
from staff_workspace.queries.who_can_see import who_can_see
from tests.staff_workspace.access.test_walls_and_restrictions import visit
from tests.walk.addresses import link


def test_every_reason_of_a_team_names_the_state_of_the_case(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    case = make_case(state="sign_off")
    why = {principal.member.user_id: principal.why for principal in who_can_see(case)}
    state = "and the case is “Waiting for signature”"
    owned = "which has the case, and it is “Waiting for signature”"
    assert why[people["officer"].pk] == f"In the team Nursing, {owned}"
    assert why[people["governance"].pk] == f"In the team Governance, {state}"
    assert why[people["signatory"].pk] == f"In the team Signatories, {state}"


@pytest.mark.parametrize("who", ["governance", "officer"])
def test_who_can_see_lists_people_outside_as_long_as_their_link_works(
    who: str,
    case: Case,
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    made = link(case, people["officer"])
    made.points.set(case.issues.all())
    withdraw = reverse("staff_workspace:withdraw_link", args=[case.reference, made.pk])
    page = visit(client_for(body), people[who], "access", case)
    for said in ("Sam Rivers", "Riverbank", "How many?", "1 point and 0 files", withdraw):
        assert said in page
    withdraw_link(link=made, by=people["officer"])
    assert "Sam Rivers" not in visit(client_for(body), people[who], "access", case)
