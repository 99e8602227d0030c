"""Rows are sealed in batches, each once, late ones too, and the seals are copied outside."""

import json
import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from permissions import audit, sealing
from permissions.checks import seals_have_a_place_outside
from permissions.models import AuditEvent, AuditSeal
from permissions.verifying import verify
from tests.permissions.sealing.conftest import EVENTS, tamper, write

on_postgresql = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite commits numbers in order"
)


def test_every_row_is_in_one_seal_and_every_seal_outside(ids: list[int], seal_file: Path) -> None:
    assert [(s.first_id, s.last_id, s.rows) for s in AuditSeal.objects.order_by("number")] == [
        (ids[0], ids[3], 4),
        (ids[4], ids[7], 4),
        (ids[8], ids[9], 2),
    ]
    outside = [json.loads(line) for line in seal_file.read_text().splitlines()]
    assert [copy["seal_hash"] for copy in outside] == [
        seal.seal_hash for seal in AuditSeal.objects.order_by("number")
    ]


def test_nothing_new_makes_no_seal(ids: list[int]) -> None:
    assert sealing.seal() == 0


def test_a_seal_that_could_not_be_copied_is_copied_the_next_time(db: None, seal_file: Path) -> None:
    seal_file.parent.write_text("a file where the folder should be")
    write(2)
    with pytest.raises(OSError, match=r"directory|File exists"):
        sealing.seal()
    assert verify().notes == ["1 seal has no copy outside the database yet"]
    assert verify(now=timezone.now() + timedelta(hours=2)).faults == [
        "1 seal has no copy outside the database"
    ]
    seal_file.parent.unlink()
    sealing.seal()
    assert verify().notes == []


def test_half_a_line_left_by_a_power_cut_is_named_and_stops_nothing(
    ids: list[int], seal_file: Path
) -> None:
    with seal_file.open("a") as file:
        file.write('{"number": 4, "sea')
    write(1)
    sealing.seal()
    assert json.loads(seal_file.read_text().splitlines()[-1])["number"] == 4
    assert verify().faults == [
        "The copies outside were damaged: line 4 of the copies cannot be read"
    ]


def test_the_outbox_goes_on_when_sealing_fails(
    db: None, seal_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    seal_file.parent.write_text("a file where the folder should be")
    write(1)
    with caplog.at_level(logging.ERROR):
        call_command("work_outbox")
    assert "sealing the audit failed" in caplog.text


def test_the_worker_seals_once_a_minute(db: None) -> None:
    now = timezone.now()
    write(1)
    last = sealing.seal_in_turn(None, now=now)
    write(1)
    assert sealing.seal_in_turn(last, now=now + timedelta(seconds=59)) == last
    assert AuditSeal.objects.count() == 1
    sealing.seal_in_turn(last, now=now + timedelta(seconds=60))
    assert AuditSeal.objects.count() == 2


def held_back(row: int) -> None:
    """Make ``row`` look as if its transaction had not been committed when the rest was sealed."""
    AuditEvent.objects.bulk_create([AuditEvent(pk=row, at=timezone.now(), action="late")])


@on_postgresql
def test_a_row_that_is_committed_late_goes_into_the_next_seal(db: None) -> None:
    one, late, three = write(3)
    tamper(f"DELETE FROM {EVENTS} WHERE id = {late}")
    sealing.seal()
    held_back(late)
    assert verify().unsealed == 1
    assert verify().faults == []
    sealing.seal()
    verdict = verify()
    assert verdict.faults == []
    assert verdict.notes == ["1 rows were committed, and sealed, after rows with higher numbers"]
    assert [(s.first_id, s.last_id) for s in AuditSeal.objects.order_by("number")] == [
        (one, three),
        (late, late),
    ]


@on_postgresql
def test_a_row_that_turns_up_too_late_was_inserted(db: None) -> None:
    _, late, _ = write(3)
    tamper(f"DELETE FROM {EVENTS} WHERE id = {late}")
    sealing.seal(now=timezone.now() - timedelta(minutes=11))
    held_back(late)
    assert sealing.seal() == 0
    assert verify().faults == [f"Row {late} was inserted: it is in no seal, though later rows are"]


def test_the_audit_survives_the_deletion_of_its_users(db: None) -> None:
    somebody = User.objects.create(username="editor.who.leaves")
    row = audit.record(user=somebody, action="session.sign_in")
    sealing.seal()
    somebody.delete()
    kept = AuditEvent.objects.get(pk=row.pk)
    assert (kept.actor_id, kept.actor_name) == (row.actor_id, "editor.who.leaves")
    assert verify().faults == []


def test_a_check_fails_where_copies_cannot_be_written(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "file").write_text("")
    settings.CANDOUR_SEAL_FILE = tmp_path / "file" / "seals.jsonl"
    assert [fault.id for fault in seals_have_a_place_outside()] == ["permissions.E003"]
    settings.CANDOUR_SEAL_COPIES = "permissions.nowhere.Nothing"
    assert [fault.id for fault in seals_have_a_place_outside()] == ["permissions.E003"]
