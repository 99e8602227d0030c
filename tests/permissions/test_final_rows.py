"""The database itself refuses to change, delete or replace a row of the audit."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from permissions import audit
from permissions.checks import audit_rows_are_final
from permissions.models import AuditEvent, AuditRowsAreFinal, AuditSeal
from tests.final_rows import allow_all, changes_allowed

pytestmark = pytest.mark.django_db
EVENTS, SEALS = (model._meta.db_table for model in (AuditEvent, AuditSeal))
ATTEMPTS = (
    f"UPDATE {EVENTS} SET action = 'nothing'",
    f"UPDATE {EVENTS} SET action = action",
    f"DELETE FROM {EVENTS}",
    f"UPDATE {SEALS} SET seal_hash = ''",
    f"DELETE FROM {SEALS}",
)


@pytest.fixture(autouse=True)
def row() -> AuditEvent:
    """One audit row and one seal."""
    now = timezone.now()
    AuditSeal.objects.create(
        number=1, sealed_at=now, first_id=1, last_id=1, rows=1, members=b"", batch_hash="a"
    )
    return audit.record(user=None, action="case.open")


def run(statement: str) -> None:
    """Send ``statement`` past Django's models, in a savepoint of its own."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", ATTEMPTS)
def test_the_database_refuses_to_change_or_delete(statement: str) -> None:
    with pytest.raises(IntegrityError, match="rows of this table are final"):
        run(statement)
    assert AuditEvent.objects.get().action == "case.open"
    assert AuditSeal.objects.get().batch_hash == "a"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
@pytest.mark.parametrize("table", [EVENTS, SEALS])
def test_the_database_refuses_to_truncate(table: str) -> None:
    with pytest.raises(IntegrityError, match="rows of this table are final"):
        run(f"TRUNCATE {table} CASCADE")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no replicas")
def test_the_database_refuses_a_session_in_the_role_of_a_replica() -> None:
    run("SET LOCAL session_replication_role = replica")
    with pytest.raises(IntegrityError, match="rows of this table are final"):
        run(f"DELETE FROM {EVENTS}")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no REPLACE")
def test_the_database_refuses_to_replace_a_row() -> None:
    with pytest.raises(IntegrityError, match="rows of this table are final"):
        run(f"INSERT OR REPLACE INTO {EVENTS} SELECT * FROM {EVENTS}")


def test_an_insert_that_would_update_is_refused(row: AuditEvent) -> None:
    twin = AuditEvent(pk=row.pk, at=row.at, action="nothing")
    with pytest.raises((IntegrityError, AuditRowsAreFinal)), transaction.atomic():
        AuditEvent.objects.bulk_create(
            [twin], update_conflicts=True, update_fields=["action"], unique_fields=["id"]
        )
    assert AuditEvent.objects.get().action == "case.open"


@pytest.mark.parametrize(
    "attempt",
    [
        lambda row: row.save(),
        lambda row: row.delete(),
        lambda row: AuditEvent.objects.all().delete(),
        lambda row: AuditEvent.objects.update(action="nothing"),
        lambda row: AuditEvent.objects.bulk_update([row], ["action"]),
        lambda row: AuditEvent._base_manager.filter(pk=row.pk).update(action="nothing"),
        lambda row: AuditEvent._base_manager.all()._raw_delete("default"),
        lambda row: AuditSeal.objects.all().delete(),
        lambda row: AuditSeal.objects.get().save(),
    ],
)
def test_the_product_refuses_before_it_asks_the_database(
    row: AuditEvent, attempt: Callable[[AuditEvent], Any]
) -> None:
    with CaptureQueriesContext(connection) as asked, pytest.raises(AuditRowsAreFinal):
        attempt(row)
    sent = [query["sql"] for query in asked.captured_queries]
    assert not [sql for sql in sent if sql.startswith(("UPDATE", "DELETE"))]


def test_after_all_migrations_the_triggers_stand() -> None:
    """A migration that rebuilds one of the tables on SQLite must put them up again."""
    assert audit_rows_are_final(databases=["default"]) == []


def test_a_missing_trigger_is_noticed() -> None:
    with changes_allowed():
        names = {warning.msg for warning in audit_rows_are_final(databases=["default"])}
    assert any(EVENTS in name for name in names)
    assert any(SEALS in name for name in names)


def test_the_command_check_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    allow_all()  # undone with the test
    call_command("check", databases=["default"])
    assert "permissions.W002" in capsys.readouterr().err
