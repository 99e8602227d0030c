"""What is closed is seen by the teams that keep it, and by nobody else unless let in by name (RT-1)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions import gate
from permissions.models import Body
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.actions.share_case import share_case
from staff_workspace.models import Case
from tests.workspace_people import at, make_person, make_team

pytestmark = pytest.mark.requirement("RT-1")


@pytest.fixture
def closed(body: Body, make_case: Callable[..., Case]) -> Case:
    """A case that was answered and closed."""
    return make_case(state="closed", closed_at=at(25), closed_because="responded")


def sees(user: Any, case: Case) -> bool:
    """What the page and the list say; they agree."""
    listed = gate.visible_to(user, Case.objects.all(), Action.VIEW_CASE).exists()
    assert listed == gate.may(user, Action.VIEW_CASE, case)
    return listed


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.HANDLER, Role.GOVERNANCE)])
def test_a_team_of_any_other_role_does_not_see_it(body: Body, closed: Case, role: Role) -> None:
    somebody = make_person(body, "somebody", make_team(body, "others", role))
    assert not sees(somebody, closed)


def test_nursing_and_quality_and_governance_see_it(closed: Case, people: dict[str, Any]) -> None:
    assert sees(people["officer"], closed)
    assert sees(people["governance"], closed)


def test_the_signatory_sees_it_until_it_is_closed(
    body: Body, closed: Case, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["signatory"])
    page = reverse("staff_workspace:case", args=[closed.reference])
    assert client.get(page).status_code == 404
    Case.objects.update(state="responded")
    assert client.get(page).status_code == 200


def test_whoever_is_named_by_a_grant_sees_it(closed: Case, people: dict[str, Any]) -> None:
    assert not sees(people["signatory"], closed)
    share_case(
        case=closed,
        by=people["officer"],
        with_member=people["signatory"].staff_member,
        role=Role.VIEWER,
        reason="Asked about the response",
        ends_at=timezone.now() + timedelta(days=7),
    )
    assert sees(people["signatory"], closed)
