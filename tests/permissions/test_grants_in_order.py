"""Grants carry what a list is sorted by: whatever is written, and however, it equals the case.

Walks by chance, each by a number of its own: grants are made, ended, renewed and removed, cases
changed by objects, by querysets and by plain SQL.
"""

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection
from django.db.models import signals
from django.utils import timezone

from permissions import copied_keys, gate
from permissions.models import TeamMembership
from permissions.pages import Order, page_of
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.models import Case, CaseTeamGrant, CaseUserGrant
from staff_workspace.policy import lifecycle
from staff_workspace.queries.queue import ORDERS, Filters, narrowed
from tests.permissions.access_relations import grant, wall
from tests.workspace_people import LONG_AGO, make_team

NOON = timezone.make_aware(datetime(2026, 11, 19, 12))
GRANTS = (CaseUserGrant, CaseTeamGrant)
ROLES = (Role.VIEWER, Role.INVESTIGATOR, Role.NAMED)
STATES = ("open", "all", *lifecycle.STATES)


class Walk:
    """Steps by chance through grants on ``cases`` and through what the cases say."""

    def __init__(self, seed: int, cases: list[Case], holders: list[dict[str, Any]]) -> None:
        self.chance, self.cases, self.holders = Random(seed), cases, holders
        # As somebody may hold them in memory: read early, saved late.
        self.kept: list[Any] = []

    def step(self) -> None:
        """Do one thing."""
        do = (self.share, self.share, self.end, self.save_late, self.remove, *[self.change] * 5)
        self.chance.choice(do)()

    def share(self) -> None:
        case, role = self.chance.choice(self.cases), self.chance.choice(ROLES)
        holder = self.chance.choice(self.holders)
        model = CaseUserGrant if "user" in holder else CaseTeamGrant
        has = model.objects.filter(**holder, content_object=case, permission__codename=role)
        if not has.exists():
            self.kept.append(grant(case, role, **holder))

    def end(self) -> None:
        if made := self.chance.choice(GRANTS).objects.order_by("?").first():
            made.ends_at = timezone.now() - timedelta(seconds=1)
            made.save(update_fields=["ends_at"])

    def save_late(self) -> None:
        if self.kept:
            made = self.chance.choice(self.kept)
            made.ends_at = self.chance.choice([None, timezone.now() + timedelta(days=1)])
            made.content_object = self.chance.choice([made.content_object] * 3 + self.cases)
            others = type(made).objects.exclude(pk=made.pk).filter(permission=made.permission)
            holder = {f: getattr(made, f) for f in ("user", "group") if hasattr(made, f)}
            if not others.filter(content_object=made.content_object, **holder).exists():
                made.save()

    def remove(self) -> None:
        if self.kept:
            self.kept.pop(self.chance.randrange(len(self.kept))).delete()

    def change(self) -> None:
        case = self.chance.choice(self.cases)
        changes = self._changes(case)
        way = self.chance.choice(["object", "queryset", "SQL"])
        if way == "object":
            # An object of its own: the ones that are kept grow old.
            case = Case.objects.get(pk=case.pk)
            for field, value in changes.items():
                setattr(case, field, value)
            case.save()
        elif way == "queryset":
            Case.objects.filter(pk=case.pk).update(**changes)
        else:
            columns = ", ".join(f"{field} = %s" for field in changes)
            table = Case._meta.db_table
            with connection.cursor() as cursor:
                adapted = [self._adapted(field, value) for field, value in changes.items()]
                cursor.execute(f"UPDATE {table} SET {columns} WHERE id = %s", [*adapted, case.pk])

    def _adapted(self, field: str, value: Any) -> Any:
        return Case._meta.get_field(field).get_db_prep_value(value, connection)

    def _changes(self, case: Case) -> dict[str, Any]:
        chance = self.chance
        due = date(2026, 12, 1) + timedelta(days=chance.randrange(3))
        all_of = {
            "state": chance.choice(list(lifecycle.STATES)),
            "next_due": chance.choice([None, due]),
            "reference": f"R-{chance.randrange(1000):03d}-{case.pk}",
            "received_at": NOON + timedelta(hours=chance.randrange(6)),
            "restricted": chance.random() < 0.3,
        }
        return {field: all_of[field] for field in chance.sample(sorted(all_of), 2)}


@pytest.fixture
def cases(make_case: Callable[..., Case]) -> list[Case]:
    """Twelve cases, of one state and received at one time."""
    return [make_case() for _ in range(12)]


@pytest.fixture
def guest(cases: list[Case], people: dict[str, Any]) -> Any:
    """Somebody in two teams that own nothing, walled off from one case."""
    user = people["colleague"]
    for key in ("first", "second"):
        team = make_team(cases[0].body, key, Role.VIEWER)
        member = {"team": team, "staff_member": user.staff_member, "starts_at": LONG_AGO}
        TeamMembership.objects.create(**member, reason="For the tests")
    wall(cases[3], user, people["governance"])
    return user


def stale(model: type[CaseUserGrant | CaseTeamGrant]) -> list[Any]:
    """The grants whose copies are not as their case is."""
    names = Case.guarded_copies()
    return [
        (made, name)
        for made in model.objects.select_related("content_object")
        for name in names
        if getattr(made, name) != getattr(made.content_object, name)
    ]


def listed(user: Any, filters: Filters, order: Order, body: Any) -> list[int]:
    """All the pages, one after the other; each is the same going back."""
    found, rows, at, pages = narrowed(body, filters), [], "", []
    while not pages or at:
        page = page_of(user, found, Action.VIEW_CASE, order=order, at=at, size=3)
        if pages:
            back = page_of(user, found, Action.VIEW_CASE, order=order, at=page.before, size=3)
            assert [case.pk for case in back.rows] == pages[-1]
        pages.append([case.pk for case in page.rows])
        rows += pages[-1]
        at = page.after
    return rows


@pytest.mark.parametrize("seed", range(5 if os.environ.get("CANDOUR_PROVE") else 1))
def test_the_copies_are_as_the_case_and_the_pages_are_the_list(
    cases: list[Case], guest: Any, seed: int
) -> None:
    groups = [{"group": m.team.group} for m in guest.staff_member.memberships.all()]
    walk = Walk(seed, cases, [{"user": guest}, *groups])
    for number in range(40):
        walk.step()
        assert [stale(model) for model in GRANTS] == [[], []]
        if number % 20 == 19:
            assert pages_that_differ(guest, cases[0].body) == []


def pages_that_differ(user: Any, body: Any) -> list[tuple[str, str]]:
    """For each order and state, the pages against the list of the gate."""
    wrong = []
    for name, order in ORDERS.items():
        keys = [f"-{order.field}", "-pk"] if order.down else [order.field, "pk"]
        for state in STATES:
            filters = Filters(state=state)
            whole = gate.visible_to(user, narrowed(body, filters), Action.VIEW_CASE).order_by(*keys)
            if listed(user, filters, order, body) != [case.pk for case in whole]:
                wrong.append((name, state))
    return wrong


def test_a_case_that_is_shared_in_three_ways_fills_one_place(cases: list[Case], guest: Any) -> None:
    for case in cases:
        for role in ROLES:
            grant(case, role, user=guest)
    page = page_of(guest, Case.objects.all(), Action.VIEW_CASE, order=Order("reference"), size=10)
    assert len({case.pk for case in page.rows}) == len(page.rows) == 10


def test_a_copy_gives_nobody_anything(cases: list[Case], guest: Any) -> None:
    Case.objects.update(state="closed")
    made = grant(cases[0], Role.SIGNATORY, user=guest)
    grant(cases[1], Role.VIEWER, user=guest)
    with triggers_down():
        CaseUserGrant.objects.filter(pk=made.pk).update(state="sign_off", reference="A")
        Case.objects.filter(pk=cases[0].pk).update(state="received")
        page = page_of(guest, Case.objects.all(), Action.VIEW_CASE, order=Order("reference"))
    assert [case.pk for case in page.rows] == [cases[1].pk]


def test_what_happened_while_the_triggers_were_down_is_caught_up(
    cases: list[Case], guest: Any
) -> None:
    grant(cases[0], Role.VIEWER, user=guest)
    with triggers_down():
        Case.objects.filter(pk=cases[0].pk).update(reference="LATER")
        late = grant(cases[1], Role.VIEWER, user=guest)
        assert late.state is None
        assert stale(CaseUserGrant)
    assert stale(CaseUserGrant) == []


def test_a_grant_that_is_loaded_before_its_case_is_in_order(cases: list[Case], guest: Any) -> None:
    made = grant(cases[0], Role.VIEWER, user=guest)
    rows = serializers.serialize("json", [made, cases[0]])
    Case.objects.filter(pk=cases[0].pk).delete()
    for row in serializers.deserialize("json", rows):
        row.save()
    assert CaseUserGrant.objects.get().reference == cases[0].reference
    assert stale(CaseUserGrant) == []


def test_no_trigger_stands_in_the_way_of_a_migration(cases: list[Case]) -> None:
    case = cases[0]
    signals.pre_migrate.send(
        apps.get_app_config("staff_workspace"), using="default", plan=[(None, False)]
    )
    assert [bool(copied_keys.missing(connection, one)) for one in copied_keys.copyings()] == [
        True,
        True,
    ]
    for copying in copied_keys.copyings():
        copied_keys.put_up(connection, copying)
    assert Case.objects.filter(pk=case.pk).update(reference="AFTER") == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no search path")
def test_the_triggers_find_their_tables_while_a_dump_is_restored(
    cases: list[Case], guest: Any
) -> None:
    grant(cases[0], Role.VIEWER, user=guest)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path TO ''")
        cursor.execute(
            "UPDATE public.staff_workspace_case SET reference = 'RESTORED' WHERE id = %s",
            [cases[0].pk],
        )
        cursor.execute("SET LOCAL search_path TO public")
    assert CaseUserGrant.objects.get().reference == "RESTORED"


class triggers_down:
    """Within, nothing is copied; the check names what is missing."""

    def __enter__(self) -> None:
        for copying in copied_keys.copyings():
            copied_keys.take_down(connection, copying)
            gone = copied_keys.missing(connection, copying)
            assert gone == list(copying.triggers(connection.vendor))

    def __exit__(self, *raised: object) -> None:
        for copying in copied_keys.copyings():
            copied_keys.put_up(connection, copying)
            assert copied_keys.missing(connection, copying) == []
