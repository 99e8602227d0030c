"""The process dies at every named place of receiving: nothing confirmed is lost, nothing is twice.

`make prove` dies twenty times at each place, on SQLite and on PostgreSQL; `CANDOUR_DRILL_TIMES=1`
once, while one works on it. `make test` only sees to it that every place is drilled.
"""

import os
import re
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.faults.serving import ROOT, Drill, Person, free_port, serving

sys.path.append(str(ROOT / "tools"))
import postgres_cluster

ALL = bool(os.environ.get("CANDOUR_PROVE"))
TIMES = int(os.environ.get("CANDOUR_DRILL_TIMES", "20" if ALL else "0"))
WRITERS = ("receive_submission", "open_the_case", "send_receipt")
# While the person waits, and in the worker afterwards.
AT_ONCE = (
    "receive.before",
    "receive.after_lock",
    "receive.after_reference",
    "receive.after_submission",
    "receive.after_evidence",
    "receive.after_receipt",
    "receive.after_draft",
    "receive.after_outbox_case",
    "receive.after_outbox_receipt",
    "receive.before_commit",
    "receive.after_commit",
    "outbox.after_claim",
    "open_case.before_office",
    "open_case.after_office",
    "open_case.before_commit",
    "open_case.after_commit",
    "outbox.before_done",
    "outbox.after_done",
    "receive.before_answer",
)
IN_THE_WORKER = (
    "outbox.after_claim",
    "open_case.before_office",
    "open_case.after_office",
    "open_case.before_commit",
    "open_case.after_commit",
    "send_receipt.before_send",
    "send_receipt.after_send",
    "outbox.before_done",
    "outbox.after_done",
)
KILLED = 137


def test_every_place_in_the_code_is_drilled() -> None:
    files = [ROOT / "feedback_forms" / "actions" / f"{name}.py" for name in WRITERS]
    files.append(ROOT / "permissions" / "outbox.py")
    named = {n for f in files for n in re.findall(r'reach\("([\w.]+)"\)', f.read_text())}
    assert named == {*AT_ONCE, *IN_THE_WORKER}


@pytest.fixture(scope="module", params=["SQLite", "PostgreSQL"])
def drill(
    request: pytest.FixtureRequest, tmp_path_factory: Any, django_db_setup: None
) -> Iterator[Drill]:
    """A migrated database and a folder of the drill's own."""
    if not TIMES:
        pytest.skip("drilled by make prove")
    with ExitStack() as stack:
        address = ""
        if request.param == "PostgreSQL":
            programs = postgres_cluster.programs()
            if programs is None:
                pytest.skip("the programs of PostgreSQL are not installed")
            address = stack.enter_context(postgres_cluster.cluster(programs))
        elif os.environ.get("CANDOUR_TEST_DATABASE_URL"):
            pytest.skip("drilled once, in the run on SQLite")
        var = tmp_path_factory.mktemp("drill")
        (var / "mail").mkdir()
        made = Drill(var, free_port(), address)
        if address:
            made.manage("migrate", "-v0")
        else:
            copy_of_the_empty_database(var / "candour.sqlite3")
        yield made
        shutil.rmtree(var, ignore_errors=True)


def copy_of_the_empty_database(to: Path) -> None:
    """The tests' own, with all migrations: quicker than to migrate once more."""
    source = sqlite3.connect(connection.settings_dict["NAME"])
    with closing(source), closing(sqlite3.connect(to)) as target:
        source.backup(target)


# The mark has the tests' database made, which is copied.
@pytest.mark.django_db
@pytest.mark.acceptance("F8")
def test_whoever_was_told_a_reference_is_received_once_and_nobody_twice(drill: Drill) -> None:
    # At each place somebody tries again until it works; every other time in turn they go away.
    places = [place for _ in range(TIMES) for place in AT_ONCE]
    people = drill.run("prepare", str(len(places)))
    told: dict[str, str] = {}
    with serving(drill):
        for number, (place, who) in enumerate(zip(places, people, strict=True)):
            again = number % 2 == 0 or TIMES == 1
            reference = send_and_die(drill, place, who["session"], again=again)
            if reference:
                told[who["draft"]] = reference
    assert len(told) >= len(places) // 2

    ended = drill.run("work", *(IN_THE_WORKER * TIMES), DRILL_ROUND="1")
    assert KILLED in ended, "nobody died in the worker"
    assert set(ended) <= {0, KILLED}
    for later in ("100", "1000"):
        assert drill.run("work", "-", DRILL_ROUND=later) == [0]
    check(drill.run("verdict"), told)


def send_and_die(drill: Drill, place: str, session: str, *, again: bool) -> str:
    """Send while the process dies at ``place``; the reference told at the end, if they stay."""
    person = Person(drill.port, {"sessionid": session}).go("/complain/check-answers/")
    assert "Send your complaint" in person.page, person.page[:2000]
    drill.die_at(place)
    assert not person.send(), f"nobody died at {place}"
    drill.die_at("")
    if not again:
        return ""
    assert person.send()
    assert person.reference, f"{place}: no reference on {person.path}"
    assert person.go("/complain/sent/").reference
    return person.reference


def check(found: dict[str, Any], told: dict[str, str]) -> None:
    """Nothing confirmed is lost, nothing is twice, nothing belongs to nobody."""
    stored = [r for kept in found["people"].values() for r in kept["references"]]
    assert Counter(stored).most_common(1)[0][1] == 1
    assert found["submissions"] == found["cases"] == len(stored) == found["last_number"]
    assert found["waiting"] == []
    for key, kept in found["people"].items():
        assert kept["answers"], "answers are never lost"
        if not kept["references"]:
            assert key not in told
            assert not kept["marked_sent"]
            assert (kept["receipts"], kept["cases"], kept["outbox"], kept["files"]) == (0, 0, 0, 0)
            continue
        assert len(kept["references"]) == 1
        assert told.get(key, kept["references"][0]) == kept["references"][0]
        whole = ("receipts", "cases", "files", "case_files", "marked_sent")
        assert {name: int(kept[name]) for name in whole} == dict.fromkeys(whole, 1)
        assert kept["outbox"] == 2
        assert kept["mails"] >= 1, "a receipt may come twice after a crash, but never not"
