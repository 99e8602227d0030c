"""A batch: every line is answered or refused by its number, and none is held for long."""

from __future__ import annotations

import codecs
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from staff_workspace.management.commands.explain_deadlines import LONGEST, Command, _lines

GOOD = b'{"profile": "hwe_icb", "received": "2026-03-16", "kind": "mp_enquiry"}'


def _batch(tmp_path: Path, text: bytes) -> tuple[list[dict[str, Any]], str]:
    """The answers, and what the command says at the end where it fails."""
    path = tmp_path / "cases.jsonl"
    path.write_bytes(text)
    out = io.StringIO()
    said = ""
    try:
        call_command(Command(stdout=out), "--batch", str(path))
    except CommandError as error:
        said = f"{error} ({error.returncode})"
    return [json.loads(line) for line in out.getvalue().splitlines()], said


@pytest.mark.requirement("V-9")
def test_a_batch_answers_line_by_line_and_goes_on_after_a_fault(tmp_path: Path) -> None:
    found, said = _batch(tmp_path, GOOD + b"\n\nnot json\n" + GOOD + b"\n")
    assert ["clocks" in line for line in found] == [True, False, True]
    assert found[1] == {"error": "not JSON: Expecting value at character 1", "line": 3}
    assert said == "1 of 3 lines could not be answered. (1)"
    final = {clock["clock"]: clock["due"] for clock in found[0]["clocks"]}["mp_final"]
    assert final == "2026-04-22"


def test_a_batch_without_a_fault_ends_well(tmp_path: Path) -> None:
    found, said = _batch(tmp_path, GOOD)
    assert len(found) == 1
    assert said == ""
    assert _batch(tmp_path, b"") == ([], "")


def test_a_batch_may_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOOD + b"\n" + GOOD)))
    out = io.StringIO()
    call_command(Command(stdout=out), "--batch", "-")
    assert len(out.getvalue().splitlines()) == 2


@pytest.mark.parametrize(
    "text",
    [codecs.BOM_UTF8 + GOOD + b"\n", GOOD + b"\r\n", b"  " + GOOD + b"\t\n", b"\r\n" + GOOD],
    ids=["byte order mark", "CRLF", "blanks", "empty first line"],
)
def test_marks_of_other_systems_do_no_harm(tmp_path: Path, text: bytes) -> None:
    found, said = _batch(tmp_path, text)
    assert ["clocks" in line for line in found] == [True]
    assert said == ""


def test_a_line_separator_inside_a_value_is_no_new_line(tmp_path: Path) -> None:
    text = '{"profile": "hwe\u2028icb", "received": "2026-03-16"}'.encode()
    found, _ = _batch(tmp_path, text)
    assert [line["line"] for line in found] == [1]
    assert "no such profile" in found[0]["error"]


def test_a_line_that_is_too_long_is_refused_and_the_next_one_answered(tmp_path: Path) -> None:
    long = b'{"profile": "' + b"x" * 3 * LONGEST + b'"}'
    found, _ = _batch(tmp_path, long + b"\n" + GOOD + b"\n" + long)
    assert found[0] == {"error": "longer than 1,000,000 bytes", "line": 1}
    assert found[1]["clocks"]
    assert found[2] == {"error": "longer than 1,000,000 bytes", "line": 3}


def test_a_line_of_the_greatest_length_is_read(tmp_path: Path) -> None:
    padded = GOOD + b" " * (LONGEST - len(GOOD))
    for text in (padded, padded + b"\n"):
        found, _ = _batch(tmp_path, text)
        assert found[0]["clocks"]


def test_lines_are_read_one_by_one() -> None:
    class Endless(io.RawIOBase):
        """A stream that would fill any memory."""

        def readline(self, size: int = -1) -> bytes:
            return GOOD + b"\n"

    lines = _lines(Endless())
    assert [next(lines)[0] for _ in range(3)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b"[1, 2]", "a line is one JSON object, in braces"),
        (b"{", "not JSON: Expecting property name enclosed in double quotes at character 2"),
        (b'{"profile": "hwe_icb"} x', "not JSON: Extra data at character 24"),
        (b'{"profile": "\xff"}', "the line is not UTF-8"),
        (b"[" * 100_000, "not a case: too many brackets inside each other"),
        (b'{"received": "2026-03-16", "received": "2026-03-17"}', "received: given twice"),
        (b'{"\\ud800": 1, "profile": "hwe_icb"}', "unknown key: '\\ud800'"),
        (b'{"profile": "' + b"x" * 100 + b'", "received": "2026-03-16"}', "x…: no such profile"),
    ],
)
def test_a_faulty_line_is_refused_in_one_plain_line(
    tmp_path: Path, text: bytes, error: str
) -> None:
    found, said = _batch(tmp_path, GOOD + b"\n" + text + b"\n")
    assert error in found[1]["error"]
    assert found[1]["line"] == 2
    assert len(found[1]["error"]) < 200
    assert said == "1 of 2 lines could not be answered. (1)"
