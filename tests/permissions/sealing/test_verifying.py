"""Verifying finds one touched row, seal or copy, and says which."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from permissions import sealing
from permissions.models import AuditEvent, AuditSeal
from permissions.verifying import verify
from tests.final_rows import allow_all
from tests.permissions.sealing.conftest import EVENTS, tamper, write

Faults = Callable[[], list[str]]
SEALS = AuditSeal._meta.db_table
COLUMNS = [f.column for f in AuditEvent._meta.concrete_fields if not f.primary_key]


@pytest.mark.parametrize("column", COLUMNS)
def test_an_altered_row_is_named_whichever_column_it_was(
    ids: list[int], faults: Faults, column: str
) -> None:
    values = {
        "at": "'2020-01-01 00:00:00+00'" if connection.vendor == "postgresql" else "'2020-01-01'",
        "actor_id": "4711",
        "object_id": "4711",
        "detail": "'{\"turn\": 5}'",
    }
    value = values.get(column, "'x'")
    tamper(f"UPDATE {EVENTS} SET {column} = {value} WHERE id = {ids[5]}")
    assert faults() == [f"Row {ids[5]} was altered after it was sealed in seal 2"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps types apart")
@pytest.mark.parametrize(
    "change",
    [
        "at = 'nonsense'",
        "actor_name = CAST(x'ff' AS TEXT)",
        "actor_id = x'00ff'",
        "object_id = 'many words'",
    ],
)
def test_what_no_column_should_hold_is_an_altered_row(
    ids: list[int], faults: Faults, change: str
) -> None:
    tamper(f"UPDATE {EVENTS} SET {change} WHERE id = {ids[5]}")
    assert faults() == [f"Row {ids[5]} was altered after it was sealed in seal 2"]


@pytest.mark.parametrize("turn", [0, 3, 4, 9])
def test_a_removed_row_is_named(ids: list[int], faults: Faults, turn: int) -> None:
    tamper(f"DELETE FROM {EVENTS} WHERE id = {ids[turn]}")
    assert f"Row {ids[turn]} was removed after it was sealed in seal {turn // 4 + 1}" in faults()


def copied_to(new: int, old: int) -> str:
    """SQL that writes row ``old`` once more, as row ``new``."""
    columns = ", ".join(COLUMNS)
    return f"INSERT INTO {EVENTS} (id, {columns}) SELECT {new}, {columns} FROM {EVENTS} WHERE id = {old}"


def test_an_inserted_row_is_named(ids: list[int], faults: Faults) -> None:
    tamper(copied_to(-5, ids[0]))
    assert faults() == ["Row -5 was inserted: it is in no seal, though later rows are"]


def test_reordered_rows_are_named_with_where_they_stand(ids: list[int], faults: Faults) -> None:
    one, other = ids[2], ids[6]
    tamper(
        f"UPDATE {EVENTS} SET id = -1 WHERE id = {one}",
        f"UPDATE {EVENTS} SET id = {one} WHERE id = {other}",
        f"UPDATE {EVENTS} SET id = {other} WHERE id = -1",
    )
    assert faults() == [
        f"Row {one}, sealed in seal 1, was moved: it stands as row {other} now",
        f"Row {other}, sealed in seal 2, was moved: it stands as row {one} now",
    ]


def test_a_tail_cut_with_its_seals_shows_by_their_copies(ids: list[int], faults: Faults) -> None:
    tamper(f"DELETE FROM {EVENTS} WHERE id >= {ids[8]}", f"DELETE FROM {SEALS} WHERE number = 3")
    assert (
        f"Seal 3 (rows {ids[8]} to {ids[9]}) was cut off: only its copy outside is left" in faults()
    )


def test_a_tail_cut_before_it_was_sealed_shows_by_the_numbers_given_out(ids: list[int]) -> None:
    new = write(3)
    tamper(f"DELETE FROM {EVENTS} WHERE id > {new[0]}")
    verdict = verify()
    told = verdict.faults if connection.vendor == "sqlite" else verdict.notes
    assert len(told) == 1
    assert told[0].startswith(f"Numbers {new[1]} to {new[2]} were given out and no row has them")


def test_a_rewritten_history_shows_by_the_copies(ids: list[int], faults: Faults) -> None:
    """Whoever changes a row and makes all seals anew cannot change what lies outside."""
    tamper(f"UPDATE {EVENTS} SET actor_name = 'x' WHERE id = {ids[5]}", f"DELETE FROM {SEALS}")
    sealing.seal()
    assert faults() == [
        f"Seal {number} is not the one that was copied outside the database" for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE {} SET batch_hash = 'x' WHERE number = 2", "Seal 2 was altered"),
        (
            "UPDATE {} SET sealed_at = '2020-01-01 00:00:00+00' WHERE number = 2",
            "Seal 2 was altered",
        ),
        ("UPDATE {} SET previous_hash = 'x' WHERE number = 2", "Seal 2 does not follow on seal 1"),
        ("UPDATE {} SET members = members || members WHERE number = 2", "Seal 2 was altered"),
        ("DELETE FROM {} WHERE number = 2", "Seal 2 was removed"),
    ],
)
def test_an_altered_or_removed_seal_is_named(
    ids: list[int], faults: Faults, statement: str, fault: str
) -> None:
    if connection.vendor == "sqlite":
        statement = statement.replace("00:00:00+00", "00:00:00")
    tamper(statement.format(SEALS))
    assert any(found.startswith(fault) for found in faults()), faults()


def test_altered_and_missing_copies_are_named(
    ids: list[int], faults: Faults, seal_file: Path
) -> None:
    lines = seal_file.read_text().splitlines()
    forged = json.dumps({**json.loads(lines[1]), "rows": 3})
    seal_file.write_text("\n".join([lines[0], forged, lines[2], ""]))
    assert faults() == ["The copy of seal 2 was altered outside"]
    seal_file.write_text("\n".join([lines[0], lines[2], ""]))
    assert faults() == ["The copy of seal 2 is missing outside"]
    seal_file.write_text(lines[0] + '\n{"number": 2')
    assert faults() == ["The copies outside were damaged: line 2 of the copies cannot be read"]


def test_a_missing_trigger_is_a_finding(ids: list[int], faults: Faults) -> None:
    allow_all()  # undone with the test
    assert all("is missing: rows can be changed" in fault for fault in faults())
    assert len(faults()) >= 2


def test_the_command_fails_and_says_where(ids: list[int]) -> None:
    tamper(f"UPDATE {EVENTS} SET under = 'x' WHERE id = {ids[0]}")
    told = io.StringIO()
    with pytest.raises(CommandError, match=r"TOUCHED \(1 findings\): 10 rows and 3 seals"):
        call_command("verify_audit", stderr=told)
    assert f"Row {ids[0]} was altered" in told.getvalue()


def test_the_command_says_that_all_is_well_and_what_is_not_sealed_yet(ids: list[int]) -> None:
    write(2)
    told = io.StringIO()
    call_command("verify_audit", stdout=told)
    assert told.getvalue().startswith("The audit is whole: 12 rows and 3 seals read in ")
    assert "2 rows are not sealed yet" in told.getvalue()
