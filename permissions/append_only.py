"""Tables to which rows are only ever added: the database itself refuses to change or delete one.

A later migration that makes SQLite rebuild such a table (a new, changed or dropped column) loses
the triggers and must end with ``RefuseChanges`` again; one that adds a unique constraint, or changes
what is written here, ends with ``RenewTriggers``. A system check and ``verify_audit`` say so where it
was forgotten.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.models import Model

FUNCTION = "candour_rows_are_final"
REFUSAL = "rows of this table are final"
# SQLite deletes without a word what INSERT OR REPLACE stands in for, hence the third.
SQLITE = {
    "no_update": "BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    "no_delete": "BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{refusal}'); END",
    "no_replace": (
        "BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken}) "
        "BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
    ),
}
FUNCTION_BODY = (
    f" BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END "
)
POSTGRESQL_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql "
    f"AS $${FUNCTION_BODY}$$"
)
# The events in the order in which PostgreSQL tells them.
POSTGRESQL = (
    "BEFORE DELETE OR UPDATE OR TRUNCATE ON {table} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()"
)


def triggers(vendor: str, model: type[Model]) -> dict[str, str]:
    """By name, what makes each trigger that the table of ``model`` must have in this dialect."""
    table = model._meta.db_table
    if vendor == "sqlite":
        terms = {"table": table, "refusal": REFUSAL, "taken": _taken(model)}
        kinds = {kind: text.format(**terms) for kind, text in SQLITE.items()}
    else:
        kinds = {"final": POSTGRESQL.format(table=table)}
    names = {f"{table}_{kind}": text for kind, text in kinds.items()}
    return {name: f"CREATE TRIGGER {name} {text}" for name, text in names.items()}


def refuse_changes(connection: BaseDatabaseWrapper, model: type[Model]) -> None:
    """Put up the triggers of the table of ``model``, in place of those that stand."""
    allow_changes(connection, model)
    with connection.cursor() as cursor:
        for statement in statements(connection.vendor, model):
            cursor.execute(statement)


def statements(vendor: str, model: type[Model]) -> list[str]:
    """What makes the database refuse UPDATE, DELETE, TRUNCATE and replacing, in its dialect."""
    made = triggers(vendor, model)
    if vendor == "sqlite":
        return list(made.values())
    # Or else a session in the role of a replica would pass it by.
    always = [f"ALTER TABLE {model._meta.db_table} ENABLE ALWAYS TRIGGER {name}" for name in made]
    return [POSTGRESQL_FUNCTION, *made.values(), *always]


def allow_changes(connection: BaseDatabaseWrapper, model: type[Model]) -> None:
    """Take the triggers down: for a migration that goes backwards, and for the test runner."""
    of_table = f" ON {model._meta.db_table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in triggers(connection.vendor, model):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{of_table}")


def _taken(model: type[Model]) -> str:
    """SQL: whether a row stands already where the new one goes, by any key that is unique."""
    keys = (" AND ".join(f"{c} = NEW.{c}" for c in columns) for columns in _unique(model))
    return " OR ".join(f"({key})" if " AND " in key else key for key in keys)


def _unique(model: type[Model]) -> list[list[str]]:
    """The columns of each key by which SQLite would find the row that it replaces."""
    meta = model._meta
    alone = [[field.column] for field in meta.concrete_fields if field.unique]
    # A number that is not counted up by the database stands beside the number of SQLite's own.
    rowid = [] if meta.auto_field else [["rowid"]]
    together = [*meta.unique_together, *(rule.fields for rule in meta.total_unique_constraints)]
    return [
        *alone,
        *rowid,
        *([meta.get_field(name).column for name in names] for names in together),
    ]


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
        refuse_changes(schema_editor.connection, model)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Take them down."""
        model = from_state.apps.get_model(app_label, self.model_name)
        allow_changes(schema_editor.connection, model)

    def describe(self) -> str:
        """What `sqlmigrate` and `showmigrations` print."""
        return f"Refuse to change or delete rows of {self.model_name}"


class RenewTriggers(RefuseChanges):
    """Migration operation: put up the triggers of ``model_name`` as they are made now."""

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Leave them: rows stay final, as they were before."""

    def describe(self) -> str:
        """What `sqlmigrate` and `showmigrations` print."""
        return f"Renew what keeps rows of {self.model_name} from being changed or replaced"
