"""Verifying finds one touched row, seal or copy, and says which."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from permissions import gaps, sealing, verifying
from permissions.models import AuditEvent, AuditSeal
from permissions.numbers_given import Counted, rows_counted
from permissions.rules.gaps import Certainty, Judged
from permissions.verifying import Verdict, verify
from tests.final_rows import allow_all
from tests.permissions.sealing.conftest import EVENTS, tamper, write, write_and_undo

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
    (fault,) = verify().faults
    assert fault.startswith(f"Numbers {new[1]} to {new[2]} were given out and no row has them")
    assert "rows were cut off" in fault


def test_a_tail_cut_before_it_was_sealed_shows_also_when_new_rows_followed(
    ids: list[int], faults: Faults
) -> None:
    new = write(3)
    tamper(f"DELETE FROM {EVENTS} WHERE id IN ({new[0]}, {new[1]})")
    for _ in range(2):
        (fault,) = faults()
        assert fault.startswith(f"Numbers {new[0]} to {new[1]} were given out and no row has them")
        sealing.seal()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite takes numbers back")
@pytest.mark.parametrize("statistics", ["reach back", "began later"])
def test_a_number_of_an_undone_transaction_is_never_called_tampering(
    ids: list[int], monkeypatch: pytest.MonkeyPatch, statistics: str
) -> None:
    write_and_undo()
    added = 10 if statistics == "reach back" else 3
    monkeypatch.setattr(gaps, "rows_counted", lambda *_: Counted(added=added, touched=0))
    verdict = verify()
    assert verdict.faults == []
    assert len(verdict.notes) == (statistics == "reach back")
    assert len(verdict.doubts) == (statistics == "began later")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps no statistics")
def test_postgresql_counts_what_is_added_and_what_is_deleted(ids: list[int]) -> None:
    before = rows_counted(connection, EVENTS)
    (gone, _) = write(2)
    write_and_undo()
    tamper(f"DELETE FROM {EVENTS} WHERE id = {gone}")
    after = rows_counted(connection, EVENTS)
    assert (after.added - before.added, after.touched - before.touched) == (3, 1)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps the numbers")
def test_an_undone_transaction_leaves_no_gap_on_sqlite(ids: list[int]) -> None:
    write_and_undo()
    write(1)
    assert verify() == Verdict(rows=11, seals=3, unsealed=1)


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


def test_the_command_never_calls_whole_what_cannot_be_told_and_has_a_status_for_it(
    ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = Judged(Certainty.UNTOLD, "Numbers 11 to 12 were given out and no row has them")
    monkeypatch.setattr(verifying, "judged_gaps", lambda **_: doubt)
    said, told = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="CANNOT BE TOLD: 10 rows") as raised:
        call_command("verify_audit", stdout=said, stderr=told)
    assert raised.value.returncode == 2
    assert "Cannot be told: Numbers 11 to 12 were given out" in told.getvalue()
    assert "whole" not in said.getvalue()
