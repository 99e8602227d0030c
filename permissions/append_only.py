"""Tables to which rows are only ever added: the database itself refuses to change or delete one.

A later migration that makes SQLite rebuild such a table (a new, changed or dropped column) loses
the triggers and must end with ``RefuseChanges`` again; a system check and ``verify_audit`` say so
where it was forgotten.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation, OperationCategory

FUNCTION = "candour_rows_are_final"
REFUSAL = "rows of this table are final"
# SQLite deletes without a word what INSERT OR REPLACE stands in for, hence the third.
SQLITE = {
    "no_update": "BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    "no_delete": "BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    "no_replace": (
        "BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
        "BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    ),
}
POSTGRESQL_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def trigger_names(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The triggers that ``table`` must have on this database."""
    kinds = SQLITE if connection.vendor == "sqlite" else ["final"]
    return [f"{table}_{kind}" for kind in kinds]


def refuse_changes(connection: BaseDatabaseWrapper, table: str, key: str) -> None:
    """Put up the triggers; those that stand already are left as they are."""
    for statement in statements(connection.vendor, table, key):
        with connection.cursor() as cursor:
            cursor.execute(statement)


def statements(vendor: str, table: str, key: str) -> list[str]:
    """What makes the database refuse UPDATE, DELETE, TRUNCATE and replacing, in its dialect."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER IF NOT EXISTS {table}_{kind} "
            + body.format(table=table, key=key, refusal=REFUSAL)
            for kind, body in SQLITE.items()
        ]
    name = f"{table}_final"
    return [
        POSTGRESQL_FUNCTION,
        f"CREATE OR REPLACE TRIGGER {name} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()",
        # Or else a session in the role of a replica would pass it by.
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}",
    ]


def allow_changes(connection: BaseDatabaseWrapper, table: str) -> None:
    """Take the triggers down: for a migration that goes backwards, and for the test runner."""
    of_table = f" ON {table}" if connection.vendor == "postgresql" else ""
    for name in trigger_names(connection, table):
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of_table}")


def missing_triggers(connection: BaseDatabaseWrapper, table: str) -> list[str]:
    """The triggers that ``table`` should have and has not, or that are switched off."""
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    else:
        query = (
            "SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgenabled = 'A' "
            "AND NOT tgisinternal"
        )
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        found = {row[0] for row in cursor.fetchall()}
    return [name for name in trigger_names(connection, table) if name not in found]


class RefuseChanges(Operation):
    """Migration operation: from here on rows of ``model_name`` are only added."""

    reversible = True
    category = OperationCategory.SQL

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How the operation is written into a migration."""
        return type(self).__name__, [self.model_name], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing changes for Django's models."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Put up the triggers."""
        model = to_state.apps.get_model(app_label, self.model_name)
        connection = schema_editor.connection
        refuse_changes(connection, model._meta.db_table, model._meta.pk.column)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Take them down."""
        model = from_state.apps.get_model(app_label, self.model_name)
        allow_changes(schema_editor.connection, model._meta.db_table)

    def describe(self) -> str:
        """What `sqlmigrate` and `showmigrations` print."""
        return f"Refuse to change or delete rows of {self.model_name}"
