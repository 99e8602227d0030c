"""Reads the rows of the audit as the database holds them, with damage and all, in constant memory.

SQLite keeps whatever somebody writes into a column. What Django could not read as a time or as JSON
is handed on as it is, so that it hashes to something else instead of ending the reading.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from permissions.models import AuditEvent

COLUMNS = tuple(field.attname for field in AuditEvent._meta.concrete_fields)
AT, DETAIL = COLUMNS.index("at"), COLUMNS.index("detail")
CHUNK = 2000


def stored(rows: QuerySet[AuditEvent]) -> Iterator[tuple[Any, ...]]:
    """The columns of each row, in the model's order."""
    found = rows.values_list(*COLUMNS)
    if connection.vendor != "sqlite":
        return found.iterator(chunk_size=CHUNK)
    return map(_from_sqlite, _read(found))


@contextmanager
def damage_read() -> Iterator[None]:
    """Within, SQLite hands on text that is no UTF-8 too, instead of ending the reading."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    driver = connection.connection
    usual = driver.text_factory
    driver.text_factory = lambda read: read.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = usual


def _read(rows: QuerySet) -> Iterator[tuple[Any, ...]]:
    try:
        sql, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        yield from chain.from_iterable(iter(lambda: cursor.fetchmany(CHUNK), []))


def _from_sqlite(row: tuple[Any, ...]) -> tuple[Any, ...]:
    values = list(row)
    try:
        values[AT] = datetime.fromisoformat(values[AT]).replace(tzinfo=UTC)
        values[DETAIL] = json.loads(values[DETAIL])
    except (ValueError, TypeError):
        return tuple(values)
    return tuple(values)
