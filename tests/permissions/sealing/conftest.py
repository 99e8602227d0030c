"""Sealed rows to tamper with, and what verifying says of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from permissions import audit, sealing
from permissions.models import AuditEvent
from permissions.verifying import Verdict, verify
from tests.final_rows import changes_allowed

EVENTS = AuditEvent._meta.db_table


@pytest.fixture(autouse=True)
def seal_file(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copies into a file of the test's own; batches of four rows."""
    settings.CANDOUR_SEAL_FILE = tmp_path / "outside" / "seals.jsonl"
    monkeypatch.setattr(sealing, "BATCH", 4)
    return settings.CANDOUR_SEAL_FILE


@pytest.fixture
def ids(db: None) -> list[int]:
    """Ten rows, sealed in three seals: four, four and two."""
    written = write(10)
    assert sealing.seal() == 3
    assert verify() == Verdict(rows=10, seals=3)
    return written


def write(number: int) -> list[int]:
    """Audit rows with something in every kind of column."""
    return [
        audit.record(
            user=None, action="case.view", under="team Nursing", detail={"turn": turn, "é": [1.5]}
        ).pk
        for turn in range(number)
    ]


def write_and_undo() -> None:
    """A row whose transaction is undone."""
    with transaction.atomic():
        write(1)
        transaction.set_rollback(True)


def tamper(*statements: str) -> None:
    """Do what only somebody with the database in their hands can do."""
    with changes_allowed(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def faults() -> Callable[[], list[str]]:
    """What verifying finds, in sentences."""
    return lambda: verify().faults
