"""Which row number a table gave out last, whether or not the row is still there."""

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
