"""Whether the triggers that keep rows final stand in the database as they were made.

A name proves nothing: whoever has the database in their hands can put a trigger of the same name
up that lets everything through.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from permissions.append_only import FUNCTION_BODY, triggers
from permissions.models.final_rows import FinalRow

SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
# As text only what is switched on for every session and runs our own function's very words.
POSTGRESQL = """
SELECT tgname, CASE WHEN tgenabled = 'A' AND prosrc = %s AND lanname = 'plpgsql'
                    THEN pg_get_triggerdef(pg_trigger.oid, true) ELSE '' END
FROM pg_trigger
JOIN pg_proc ON pg_proc.oid = tgfoid
JOIN pg_language ON pg_language.oid = prolang
WHERE tgrelid = to_regclass(%s) AND NOT tgisinternal
"""


def final_models() -> list[type[FinalRow]]:
    """Every model whose rows are final, by the name of its table."""
    found = [model for model in apps.get_models() if issubclass(model, FinalRow)]
    return sorted(found, key=lambda model: model._meta.db_table)


def faults_of_triggers(connection: BaseDatabaseWrapper, model: type[FinalRow]) -> Iterator[str]:
    """In sentences, where the table of ``model`` is not kept as it should be."""
    made, standing = triggers(connection.vendor, model), _standing(connection, model)
    for name, text in made.items():
        if name not in standing:
            yield f"The trigger {name} is missing: rows can be changed"
        elif standing[name] != text:
            yield f"The trigger {name} is not the one that was put up: rows can be changed"
    for name in sorted(standing.keys() - made.keys()):
        # It could change a row as it comes, or let it vanish.
        yield f"The trigger {name} on {model._meta.db_table} was put up by somebody else"


def _standing(connection: BaseDatabaseWrapper, model: type[FinalRow]) -> dict[str, str]:
    """By name, what makes each trigger that stands on the table."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(SQLITE, [table])
        else:
            cursor.execute(POSTGRESQL, [FUNCTION_BODY, table])
        return dict(cursor.fetchall())
