"""What a database itself counts of a table: numbers given out, and rows changed or deleted."""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class LastNumber:
    """The number, and whether a transaction that is undone takes its numbers back."""

    number: int
    undone_with_the_transaction: bool


def last_number_given(connection: BaseDatabaseWrapper, table: str) -> LastNumber:
    """Ask the database's own counter; 0 before the first row."""
    on_sqlite = connection.vendor == "sqlite"
    if on_sqlite:
        query, values = "SELECT seq FROM sqlite_sequence WHERE name = %s", [table]
    else:
        query, values = "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, 'id'))", [table]
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        row = cursor.fetchone()
    return LastNumber((row and row[0]) or 0, undone_with_the_transaction=on_sqlite)


_STATISTICS = """
SELECT pg_stat_get_tuples_inserted(rel) + pg_stat_get_xact_tuples_inserted(rel),
       pg_stat_get_tuples_updated(rel) + pg_stat_get_xact_tuples_updated(rel),
       pg_stat_get_tuples_deleted(rel) + pg_stat_get_xact_tuples_deleted(rel)
FROM (SELECT to_regclass(%s)::oid AS rel) AS named
"""


@dataclass(frozen=True)
class Counted:
    """How many rows PostgreSQL saw added, and changed or deleted, since its statistics began."""

    added: int
    touched: int


def rows_counted(connection: BaseDatabaseWrapper, table: str) -> Counted:
    """PostgreSQL's own statistics of ``table``, with what the running transaction has done.

    They begin anew after a crash, and when somebody resets them. A change counts although it was
    undone; one that a trigger refused does not.
    """
    with connection.cursor() as cursor:
        cursor.execute(_STATISTICS, [table])
        added, updated, deleted = cursor.fetchone()
    return Counted(added, updated + deleted)
