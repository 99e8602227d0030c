"""Permissions at size: the first page of the queue among 1,000,000 cases on PostgreSQL.

What a page costs is what PostgreSQL says of it (planning and execution, the middle of five), and
beside it stand the same page without permissions and guardian's own way of asking.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import postgres_cluster

CASES = 1_000_000
MOST_MS = 10.0
MOST_TIMES_BARE = 3.0
TIMES = 5


@dataclass(frozen=True)
class Cost:
    """What a list took: milliseconds in the database, and how many queries."""

    milliseconds: float
    queries: int


def access(number: int = CASES) -> list[str]:
    """Seed, measure, print; returns what was not kept. Says so where PostgreSQL is missing."""
    programs = postgres_cluster.programs()
    if programs is None:
        print("\nPermissions at size: skipped, initdb and pg_ctl are not installed.")
        return []
    with postgres_cluster.cluster(programs) as address:
        _set_up(address)
        import bench_access_seed

        began = time.perf_counter()
        seeded = bench_access_seed.seed(number)
        print(f"\nPermissions among {number:,} cases and {seeded.grants:,} grants on PostgreSQL")
        print(f"    seeded by COPY in {time.perf_counter() - began:.0f} s")
        return _lists(seeded)


def _lists(seeded: Any) -> list[str]:
    from permissions.rules.actions import Action
    from staff_workspace.queries.queue import ORDERS, Filters, cases_for, narrowed

    views = {
        "by due date in a state": Filters(state="investigating", order="due"),
        "newest first": Filters(state="all", order="-received"),
    }
    broken = []
    for title, filters in views.items():
        order, found = ORDERS[filters.order], narrowed(seeded.body, filters)
        keys = [f"-{order.field}", "-pk"] if order.down else [order.field, "pk"]
        bare = cost_of(lambda found=found, keys=keys: list(found.order_by(*keys)[:25]))
        print(f"\n  25 rows {title}\n    {'without permissions':32} {bare.milliseconds:8.2f} ms")
        for who, user in seeded.people.items():
            paid = cost_of(page(user, found, Action.VIEW_CASE, order))
            print(f"    {who:32} {paid.milliseconds:8.2f} ms   {paid.queries} queries")
            broken += too_slow(f"{who}, {title}", paid, bare if who == "a team member" else None)
        broken += _deep(seeded, found, order)
    broken += _rows(seeded, cases_for, Action)
    _guardian(seeded)
    return broken


def page(user: Any, found: Any, action: Any, order: Any, at: str = "") -> Callable[[], Any]:
    """The page as the queue asks for it."""
    from permissions.pages import page_of

    return lambda: page_of(user, found, action, order=order, at=at)


def too_slow(what: str, paid: Cost, bare: Cost | None) -> list[str]:
    """The words for a promise that was not kept."""
    if paid.milliseconds >= MOST_MS:
        return [f"{what}: {paid.milliseconds:.1f} ms in the database, {MOST_MS:.0f} allowed"]
    # Under a tenth of a millisecond the clock of the database says little.
    if bare and paid.milliseconds > MOST_TIMES_BARE * max(bare.milliseconds, 0.1):
        times = paid.milliseconds / bare.milliseconds
        return [f"{what}: {times:.1f} times the page without permissions"]
    return []


def _deep(seeded: Any, found: Any, order: Any) -> list[str]:
    from permissions.gate import visible_to
    from permissions.rules.actions import Action

    user = seeded.people["a team member"]
    keys = [f"-{order.field}", "-pk"] if order.down else [order.field, "pk"]
    rows = visible_to(user, found, Action.VIEW_CASE).order_by(*keys).values_list(order.field, "pk")
    skip = min(25 * 999, max(rows.count() - 26, 0))
    value, number = rows[skip - 1]
    place = f"after~{number}~{value.isoformat()}"
    paid = cost_of(page(user, found, Action.VIEW_CASE, order, place))
    print(f"    {'a team member, page 1,000':32} {paid.milliseconds:8.2f} ms")
    return too_slow(f"page 1,000 by {order.field}", paid, None)


def _rows(seeded: Any, cases_for: Any, action: Any) -> list[str]:
    from permissions.gate import visible_to
    from staff_workspace.models import Case

    user = seeded.people["somebody with 5,000 shared"]
    shown = list(cases_for(user, seeded.body)[:25].values_list("pk", flat=True))
    rows = Case.objects.filter(pk__in=shown)
    paid = cost_of(lambda: list(visible_to(user, rows, action.GRADE).values_list("pk")))
    print(f"\n  What may be done with 25 rows: {paid.queries} queries, {paid.milliseconds:.2f} ms")
    return [] if paid.queries <= 2 else [f"the check of 25 rows took {paid.queries} queries"]


def _guardian(seeded: Any) -> None:
    from guardian.shortcuts import get_objects_for_user

    from staff_workspace.models import Case

    print("\n  guardian's get_objects_for_user, newest first")
    for who, user in seeded.people.items():

        def ask(user: Any = user) -> Any:
            found = get_objects_for_user(user, "staff_workspace.viewer", Case)
            return list(found.order_by("-received_at", "-pk")[:25])

        paid = cost_of(ask)
        print(f"    {who:32} {paid.milliseconds:8.2f} ms   {paid.queries} queries")


def cost_of(ask: Callable[[], Any]) -> Cost:
    """Note what ``ask`` asks the database, then let the database explain each query five times."""
    from django.db import connection

    ask()
    with _noted() as asked:
        ask()
    total = 0.0
    for sql, given in asked:
        with connection.cursor() as cursor:
            times = []
            for _ in range(TIMES):
                cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", given)
                plan = cursor.fetchone()[0][0]
                times.append(plan["Planning Time"] + plan["Execution Time"])
            total += statistics.median(times)
    return Cost(total, len(asked))


@contextmanager
def _noted() -> Iterator[list[tuple[str, Any]]]:
    from django.db import connection

    asked: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def _set_up(address: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "public_site.settings.test"
    os.environ["CANDOUR_TEST_DATABASE_URL"] = address
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
