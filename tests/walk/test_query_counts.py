"""Every list asks the database as often for thirty rows as for three, however large the grants."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from permissions import audit
from permissions.models import Body, MatrixVersion, TeamMembership
from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT
from permissions.rules.matrix import Role
from staff_workspace.models import Case, CaseEvent, CaseUserGrant, Issue
from tests.permissions.access_relations import grant, opening, wall
from tests.walk.addresses import document, evidence, link
from tests.workspace_people import make_person, make_team

FEW, MANY = 3, 30
OTHERS_GRANTS = 2000
LISTS = [
    ("today", ""),
    ("cases", ""),
    ("cases", "?state=all&order=-received"),
    ("cases", "?state=all&q=HWE"),
    ("export", "?state=all"),
]
OF_A_CASE = ["case", "people", "files", "response", "access", "history", "outside_links"]
OF_GOVERNANCE = ["teams", "openings", "matrix", "profiles", "reports"]


@pytest.fixture
def grow(
    make_case: Callable[..., Case], body: Body, people: dict[str, Any]
) -> Callable[[int, int], None]:
    """Bring the body from so many of everything to so many."""
    guardian = make_person(body, "guardian", make_team(body, "guardians", Role.GUARDIAN))
    team = make_team(body, "guests", Role.VIEWER)

    def to(before: int, after: int) -> None:
        for number in range(before, after):
            case = make_case(state="investigating", safe_contact="Only by post")
            grant(case, Role.INVESTIGATOR, user=people["colleague"])
            grant(case, Role.VIEWER, group=team.group)
            wall(
                case, make_person(body, f"walled-{number}", people["nursing"]), people["governance"]
            )
            opening(case, guardian)
            MatrixVersion.objects.create(
                body=body,
                number=number + 1,
                data=DEFAULT.to_dict(),
                made_by_name="Test",
                made_at=timezone.now(),
            )
        _fill(Case.objects.order_by("pk")[0], people, after - before)

    return to


def _fill(case: Case, people: dict[str, Any], number: int) -> None:
    """More of everything that the pages of one case list."""
    for turn in range(number):
        Issue.objects.create(case=case, number=case.issues.count() + 1, point="One more")
        CaseEvent.objects.create(
            case=case, name="note", at=timezone.now(), title="Note", recorded_at=timezone.now()
        )
        document(case, people["officer"])
        if turn % 3 == 0:
            evidence(case, people["officer"])  # slow: each is opened in a process of its own
        audit.record(user=people["officer"], action="case.view", thing=case, detail={"turn": turn})
        helper = make_person(case.body, f"helper-{User.objects.count()}")
        grant(case, Role.VIEWER, user=helper)
    made = link(case, people["officer"])
    made.key = f"more-{made.pk}"
    made.save()


def grants_of_others(body: Body, case: Case) -> None:
    """A grant table in which the person who asks is one of very many."""
    others = User.objects.bulk_create(User(username=f"o{n}") for n in range(OTHERS_GRANTS))
    viewer = Permission.objects.get(codename="viewer", content_type__model="case")
    CaseUserGrant.objects.bulk_create(
        CaseUserGrant(
            user=user,
            permission=viewer,
            content_object=case,
            granted_at=timezone.now(),
            ends_at=timezone.now() - timedelta(days=1),
            reason="Once",
        )
        for user in others
    )


def queries(client: Client, url: str) -> int:
    """How often a page asks, its caches warm."""
    assert client.get(url).status_code == 200, url
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    return len(asked)


def test_every_list_asks_as_often_for_many_as_for_few(
    grow: Callable[[int, int], None],
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        grow(0, FEW)
        reference = Case.objects.order_by("pk")[0].reference
        of_case = [reverse(f"staff_workspace:{n}", args=[reference]) for n in OF_A_CASE]
        lists = [reverse(f"staff_workspace:{name}") + query for name, query in LISTS]
        of_body = [reverse(f"staff_workspace:{name}") for name in OF_GOVERNANCE]
        clients = {}
        for who, urls in {
            "officer": [*lists, *(u for u in of_case if "history" not in u)],
            "governance": [*lists, *of_case, *of_body],
            "colleague": [*lists, *of_case[:4]],
        }.items():
            assert not people[who].is_superuser
            clients[who] = client_for(body), urls
            clients[who][0].force_login(people[who])
        few = {(w, u): queries(c, u) for w, (c, urls) in clients.items() for u in urls}
        grow(FEW, MANY)
        grants_of_others(body, Case.objects.order_by("pk")[0])
        many = {(w, u): queries(c, u) for w, (c, urls) in clients.items() for u in urls}
    assert TeamMembership.objects.count() > MANY
    more = {key: (few[key], many[key]) for key in few if many[key] > few[key]}
    assert more == {}


@pytest.mark.parametrize("action", [Action.VIEW_CASE, Action.GRADE])
def test_what_may_be_done_with_25_rows_takes_two_queries(
    grow: Callable[[int, int], None],
    people: dict[str, Any],
    action: Action,
    django_assert_max_num_queries: Any,
) -> None:
    from permissions.gate import visible_to

    grow(0, FEW)
    grants_of_others(people["nursing"].body, Case.objects.order_by("pk")[0])
    for who in ("officer", "governance", "colleague"):
        visible_to(people[who], Case.objects.all(), action).exists()  # fills the caches
        with django_assert_max_num_queries(2):
            list(visible_to(people[who], Case.objects.all(), action).values_list("pk"))
