"""The table of what a browser has proven: one line an item, and no item proven without its test."""

import acceptance
import proof
import pytest
from catalogue import Item
from proof import Ended
from proof_table import short_lines

PROVEN = Item("F8", "Forms", "Sent once.", "proven")
OPEN = Item("F10", "Forms", "Nothing is called wrong.", "open", "A test in the browser.")


@pytest.mark.parametrize(("outcome", "end"), [("passed", "proven"), ("failed", "open")])
def test_each_line_ends_in_proven_or_open(outcome: str, end: str) -> None:
    proofs = proof.join([PROVEN, OPEN], [Ended("t.py::test_it", ("F8",), outcome)])
    assert short_lines(proofs) == [
        f"F8  Sent once.  {end}",
        "F10 Nothing is called wrong.  open",
    ]


@pytest.mark.parametrize(
    ("outcomes", "status", "said"),
    [
        (["passed"], 0, []),
        (["passed", "failed"], 1, ["FAILED: F8: marked as proven, but this fails: t.py::test_it"]),
        (["skipped"], 1, ["FAILED: F8: marked as proven, but its tests are only skipped"]),
        ([], 1, ["FAILED: F8: marked as proven, but no test carries its number"]),
    ],
)
def test_the_last_line_is_the_count_and_a_broken_promise_fails(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    outcomes: list[str],
    status: int,
    said: list[str],
) -> None:
    ended = [Ended("t.py::test_it", ("F8",), outcome) for outcome in outcomes]
    monkeypatch.setattr(acceptance, "read", lambda _: [PROVEN, OPEN])
    monkeypatch.setattr(proof, "run", lambda *_, which: ended if which == "browser" else [])
    assert acceptance.main([]) == status
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("FAILED")] == said
    assert lines[-1] == f"proven {1 - status} of 2"
