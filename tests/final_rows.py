"""Takes the triggers of final rows down where a test needs it: to empty tables, or to tamper."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from permissions.append_only import allow_changes, refuse_changes
from permissions.models import AuditEvent, AuditSeal
from staff_workspace.models import DestructionRecord, EqualityDiscussion

FINAL = (AuditEvent, AuditSeal, DestructionRecord, EqualityDiscussion)


def allow_all() -> None:
    """Let final rows be changed and deleted."""
    for model in FINAL:
        allow_changes(connection, model)


def refuse_all() -> None:
    """Put the triggers up again."""
    for model in FINAL:
        refuse_changes(connection, model)


@contextmanager
def changes_allowed() -> Iterator[None]:
    """Within, the database lets final rows be changed and deleted."""
    allow_all()
    try:
        yield
    finally:
        refuse_all()
