"""The audit at size: verifying a million rows, and one touched row among them, found and named.

Five databases would take five times as long to fill, so that each wrong is done, found and undone
again in one. Doing it takes the triggers down, as only the owner of the database can.
"""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import bench_access
import postgres_cluster

ROWS = 1_000_000
MOST_SECONDS = 180.0


@dataclass(frozen=True)
class Wrong:
    """Something done behind the product's back, how it is undone, and the words it must give."""

    name: str
    do: str
    undo: str
    expected: str


def audit(number: int = ROWS) -> list[str]:
    """Fill, seal, verify, tamper, verify; returns what was not kept."""
    programs = postgres_cluster.programs()
    if programs is None:
        print("\nThe audit at size: skipped, initdb and pg_ctl are not installed.")
        return []
    with (
        tempfile.TemporaryDirectory() as outside,
        postgres_cluster.cluster(programs) as address,
    ):
        bench_access.set_up(address)
        return _measure(number, Path(outside) / "seals.jsonl")


def _measure(number: int, copies: Path) -> list[str]:
    from django.test.utils import override_settings

    from permissions import sealing

    with override_settings(CANDOUR_SEAL_FILE=copies):
        began = time.perf_counter()
        _fill(number)
        print(f"\nThe audit, {number:,} rows on PostgreSQL")
        print(f"    {'filled by COPY':32} {time.perf_counter() - began:8.1f} s")
        began = time.perf_counter()
        made = sealing.seal()
        print(f"    {f'sealed in {made:,} seals':32} {time.perf_counter() - began:8.1f} s")
        broken, seconds, faults = [], *_verify()
        print(f"    {'verified, untouched':32} {seconds:8.1f} s")
        if faults:
            broken.append(f"the untouched audit was found to be touched: {faults[0]}")
        if seconds > MOST_SECONDS:
            broken.append(f"verifying took {seconds:.0f} s, {MOST_SECONDS:.0f} allowed")
        return [*broken, *_tampered(number)]


def _tampered(number: int) -> list[str]:
    broken = []
    for wrong in _wrongs(number):
        _as_owner(wrong.do)
        seconds, faults = _verify()
        _as_owner(wrong.undo)
        # A gap in the numbers is told besides, where rows are gone or one stands far from the rest.
        told = [fault for fault in faults if not fault.startswith("Number")]
        found = bool(told) and all(wrong.expected in fault for fault in told)
        said = faults[0] if faults else "nothing was found"
        print(f"    {wrong.name:32} {seconds:8.1f} s   {said}")
        if not found:
            broken.append(f"{wrong.name}: {len(faults)} findings, the first: {said}")
    return broken


def _wrongs(number: int) -> Iterator[Wrong]:
    from permissions.models import AuditEvent, AuditSeal

    rows, seals = AuditEvent._meta.db_table, AuditSeal._meta.db_table
    first = AuditEvent.objects.order_by("pk").values_list("pk", flat=True)[0]
    one, other = first + number // 2, first + number // 2 + 12_345
    tail = AuditSeal.objects.order_by("-number")[0]
    yield Wrong(
        "one row altered",
        f"UPDATE {rows} SET actor_name = 'x' || actor_name WHERE id = {one}",
        f"UPDATE {rows} SET actor_name = substr(actor_name, 2) WHERE id = {one}",
        f"Row {one} was altered",
    )
    yield Wrong(
        "one row removed",
        f"CREATE TABLE away AS SELECT * FROM {rows} WHERE id = {one}; "
        f"DELETE FROM {rows} WHERE id = {one}",
        f"INSERT INTO {rows} OVERRIDING SYSTEM VALUE SELECT * FROM away; DROP TABLE away",
        f"Row {one} was removed",
    )
    yield Wrong(
        "one row inserted",
        f"CREATE TABLE away AS SELECT * FROM {rows} "
        f"WHERE id = {one}; UPDATE away SET id = {first - 7}; "
        f"INSERT INTO {rows} OVERRIDING SYSTEM VALUE SELECT * FROM away; DROP TABLE away",
        f"DELETE FROM {rows} WHERE id = {first - 7}",
        f"Row {first - 7} was inserted",
    )
    swapped = (
        f"UPDATE {rows} SET id = -1 WHERE id = {one}; "
        f"UPDATE {rows} SET id = {one} WHERE id = {other}; "
        f"UPDATE {rows} SET id = {other} WHERE id = -1"
    )
    yield Wrong("two rows in each other's place", swapped, swapped, "was moved: it stands as row")
    yield Wrong(
        "the last seal and its rows cut",
        f"CREATE TABLE away AS SELECT * FROM {rows} WHERE id >= {tail.first_id}; "
        f"CREATE TABLE seal_away AS SELECT * FROM {seals} WHERE number = {tail.number}; "
        f"DELETE FROM {rows} WHERE id >= {tail.first_id}; "
        f"DELETE FROM {seals} WHERE number = {tail.number}",
        f"INSERT INTO {rows} OVERRIDING SYSTEM VALUE SELECT * FROM away; "
        f"INSERT INTO {seals} OVERRIDING SYSTEM VALUE SELECT * FROM seal_away; "
        "DROP TABLE away; DROP TABLE seal_away",
        f"Seal {tail.number} (rows {tail.first_id} to {tail.last_id}) was cut off",
    )


def _as_owner(statements: str) -> None:
    """Take the triggers down, do it, put them up again."""
    from django.db import connection

    from permissions.append_only import allow_changes, refuse_changes
    from permissions.models import AuditEvent, AuditSeal

    for model in (AuditEvent, AuditSeal):
        allow_changes(connection, model)
    with connection.cursor() as cursor:
        cursor.execute(statements)
    for model in (AuditEvent, AuditSeal):
        refuse_changes(connection, model)


def _verify() -> tuple[float, list[str]]:
    from permissions.verifying import verify

    began = time.perf_counter()
    verdict = verify()
    return time.perf_counter() - began, verdict.faults


def _fill(number: int) -> None:
    from permissions.models import AuditEvent

    def rows() -> Iterator[Any]:
        began = datetime(2026, 1, 5, 9, tzinfo=UTC)
        for turn in range(number):
            yield AuditEvent(
                at=began + timedelta(seconds=7 * turn),
                actor_id=turn % 40 + 1,
                actor_name=f"hwe.officer-{turn % 40}",
                action="case.view",
                object_type="staff_workspace.Case",
                object_id=turn % 5000 + 1,
                object_ref=f"HWE-2026-{turn % 5000:04d}",
                body_key="hwe",
                under="team Nursing & Quality",
                address="192.0.2.10",
                detail={"screen": "case", "looked_at": f"/workspace/cases/{turn % 5000}/"},
            )

    import bench_access_seed

    bench_access_seed.copy(AuditEvent, rows())
