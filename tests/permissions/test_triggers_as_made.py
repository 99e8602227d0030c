"""A trigger that only bears the right name keeps nothing: the check and verifying both say so."""

import pytest
from django.db import connection

from permissions.append_only import FUNCTION
from permissions.checks import audit_rows_are_final
from permissions.models.final_rows import FinalRow
from permissions.triggers_as_made import final_models
from permissions.verifying import verify
from tests.final_rows import FINAL

pytestmark = pytest.mark.django_db
SQLITE = {
    f"that {verb} nothing": (
        "DROP TRIGGER {table}_" + kind,
        "CREATE TRIGGER {table}_" + kind + " BEFORE " + event + " ON {table} WHEN 0 "
        "BEGIN SELECT RAISE(ABORT, 'rows of this table are final'); END",
    )
    for kind, event, verb in (
        ("no_update", "UPDATE", "keeps from change"),
        ("no_delete", "DELETE", "keeps from deleting"),
        ("no_replace", "INSERT", "keeps from replacing"),
    )
}
POSTGRESQL = {
    "without its function's refusal": (
        f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql "
        "AS $$ BEGIN RETURN NULL; END $$",
    ),
    "against truncating alone": (
        "DROP TRIGGER {table}_final ON {table}",
        "CREATE TRIGGER {table}_final BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()",
        "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_final",
    ),
    "that runs another function of that name": (
        "CREATE SCHEMA elsewhere",
        f"CREATE FUNCTION elsewhere.{FUNCTION}() RETURNS trigger LANGUAGE plpgsql "
        "AS $$ BEGIN RETURN NULL; END $$",
        "DROP TRIGGER {table}_final ON {table}",
        "CREATE TRIGGER {table}_final BEFORE DELETE OR UPDATE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION elsewhere.{FUNCTION}()",
        "ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_final",
    ),
    "that a replica passes by": ("ALTER TABLE {table} ENABLE TRIGGER {table}_final",),
    "that is switched off": ("ALTER TABLE {table} DISABLE TRIGGER {table}_final",),
}
WAYS = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
MORE = {
    "sqlite": ("CREATE TRIGGER lets_in AFTER INSERT ON {table} BEGIN SELECT 1; END",),
    "postgresql": (
        "CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql "
        "AS $$ BEGIN RETURN NULL; END $$",
        "CREATE TRIGGER lets_in BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION swallow()",
    ),
}


def found(model: type[FinalRow], statements: tuple[str, ...]) -> list[str]:
    """What both say of the table of ``model`` after ``statements``; undone with the test."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(table=table))
    said = [fault for fault in verify().faults if f"trigger {table}_" in fault or table in fault]
    assert set(said) <= {warning.msg for warning in audit_rows_are_final(databases=["default"])}
    return said


def test_every_final_table_is_looked_at() -> None:
    assert set(final_models()) == set(FINAL)
    assert [fault for fault in verify().faults if "trigger" in fault] == []


@pytest.mark.parametrize("model", FINAL)
@pytest.mark.parametrize("way", WAYS)
def test_a_trigger_that_lets_rows_be_changed_is_noticed(model: type[FinalRow], way: str) -> None:
    (fault,) = found(model, WAYS[way])
    assert fault.startswith(f"The trigger {model._meta.db_table}_")
    assert fault.endswith("is not the one that was put up: rows can be changed")


@pytest.mark.parametrize("model", FINAL)
def test_a_trigger_of_somebody_else_is_noticed(model: type[FinalRow]) -> None:
    (fault,) = found(model, MORE[connection.vendor])
    assert fault == f"The trigger lets_in on {model._meta.db_table} was put up by somebody else"
