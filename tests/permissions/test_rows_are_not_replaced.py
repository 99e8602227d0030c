"""SQLite deletes without a word what INSERT OR REPLACE stands in for: by any key, a final row stays."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from permissions import audit
from permissions.models import AuditEvent, AuditSeal, Body
from permissions.models.final_rows import FinalRow
from staff_workspace.models import DestructionRecord, EqualityDiscussion
from tests.final_rows import FINAL

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no REPLACE"),
]


def a_seal() -> AuditSeal:
    """Of one row."""
    return AuditSeal.objects.create(
        number=7, sealed_at=timezone.now(), first_id=1, last_id=1, rows=1, members=b""
    )


def a_destruction(body: Body) -> DestructionRecord:
    """Of the records of one case."""
    now = timezone.now()
    days = dict.fromkeys(("received_on", "closed_on", "kept_until"), now.date())
    return DestructionRecord.objects.create(
        body=body,
        reference="HWE-2010-0001",
        kind="complaint",
        reviewed_by="Rita",
        reviewed_at=now,
        confirmed_by="Cem",
        destroyed_at=now,
        files=3,
        documents=2,
        **days,
    )


def a_discussion(body: Body) -> EqualityDiscussion:
    """Of the figures of one year."""
    now = timezone.now()
    return EqualityDiscussion.objects.create(
        body=body, year_start=now.date(), discussed_on=now.date(), recorded_at=now
    )


@pytest.fixture
def row(body: Body) -> Callable[[type[FinalRow]], FinalRow]:
    """Make a final row of a kind."""
    ways: dict[type[FinalRow], Callable[[], Any]] = {
        AuditEvent: lambda: audit.record(user=None, action="case.open"),
        AuditSeal: a_seal,
        DestructionRecord: lambda: a_destruction(body),
        EqualityDiscussion: lambda: a_discussion(body),
    }
    return lambda kind: ways[kind]()


def replace(model: type[FinalRow], **changes: str) -> None:
    """Write each row of the table once more over itself, with ``changes`` in SQL."""
    table = model._meta.db_table
    own = {f'"{f.column}"': f'"{f.column}"' for f in model._meta.concrete_fields}
    columns = {**own, **{f'"{name}"': text for name, text in changes.items()}}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) "
            f"SELECT {', '.join(columns.values())} FROM {table}"
        )


@pytest.mark.parametrize("model", FINAL)
def test_no_final_row_is_replaced_by_its_key(
    model: type[FinalRow], row: Callable[..., FinalRow]
) -> None:
    row(model)
    with pytest.raises(IntegrityError, match="rows of this table are final"):
        replace(model)


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (DestructionRecord, {"id": "id + 1", "reviewed_by": "'Forged'"}),
        # SQLite's own number of the row, which a key that we count ourselves stands beside.
        (AuditSeal, {"rowid": "rowid", "number": "number + 1"}),
    ],
)
def test_no_final_row_is_replaced_by_another_thing_that_is_unique(
    model: type[FinalRow], changes: dict[str, str], row: Callable[..., FinalRow]
) -> None:
    kept = row(model)
    with pytest.raises(IntegrityError, match="rows of this table are final"):
        replace(model, **changes)
    assert list(model._default_manager.values_list("pk", flat=True)) == [kept.pk]


def test_a_second_destruction_is_still_written(body: Body) -> None:
    a_destruction(body)
    DestructionRecord.objects.bulk_create([DestructionRecord(**_second(body))])
    assert DestructionRecord.objects.count() == 2


def _second(body: Body) -> dict[str, Any]:
    first = DestructionRecord.objects.values().get()
    return {**first, "id": None, "reference": "HWE-2010-0002"}


@pytest.mark.parametrize("model", FINAL)
def test_whatever_is_unique_in_a_final_table_is_so_without_conditions(
    model: type[FinalRow],
) -> None:
    """The trigger could not tell for which rows a condition holds."""
    unique = [c for c in model._meta.constraints if isinstance(c, models.UniqueConstraint)]
    assert unique == model._meta.total_unique_constraints
