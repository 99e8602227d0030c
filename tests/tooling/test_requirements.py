"""The table of proven rules: what is printed, and that it cannot claim more than the tests show."""

from pathlib import Path

import asked_rules
import proof
import pytest
import requirements
from catalogue import CatalogueError, Item, read
from proof import Ended, Proof, faults, join
from proof_table import lines

PROVEN = Item("CL-1", "7 Clocks", "Clocks run side by side.", "proven")
OPEN = Item("SV-1", "22 Survey", "Everybody is asked.", "open", "a survey")

MADE = """
import pytest

@pytest.mark.requirement("CL-1")
@pytest.mark.parametrize("n", [1, 2])
def test_passes(n):
    assert n

@pytest.mark.requirement("CL-2", "CL-3")
def test_fails():
    assert False

@pytest.mark.requirement("CL-4")
def test_is_skipped():
    pytest.skip("not today")

@pytest.mark.requirement("CL-5")
@pytest.mark.xfail
def test_is_expected_to_fail():
    assert False

@pytest.fixture
def falls_apart():
    yield
    raise RuntimeError

@pytest.mark.requirement("CC-1")
def test_falls_apart_at_the_end(falls_apart):
    pass

def test_without_a_marker():
    assert False
"""


ALONE = ("-p", "no:cacheprovider", "-p", "no:django", "-p", "no:playwright")


def ended(outcome: str, key: str = "CL-1", test: str = "t.py::test_it") -> Ended:
    return Ended(test, (key,), outcome)


def test_each_marked_test_is_noted_with_its_numbers_and_its_end(tmp_path: Path) -> None:
    (tmp_path / "test_made.py").write_text(MADE, encoding="utf-8")
    found = proof.run("requirement", "-n", "2", *ALONE, places=[str(tmp_path)])
    by_key = {key: test.outcome for test in found for key in test.keys}
    assert by_key == {
        "CL-1": "passed",
        "CL-2": "failed",
        "CL-3": "failed",
        "CL-4": "skipped",
        "CL-5": "skipped",
        "CC-1": "failed",
    }
    assert len(found) == 6


def test_tests_that_cannot_be_collected_are_no_result(tmp_path: Path) -> None:
    (tmp_path / "test_broken.py").write_text("import nothing_of_this_name", encoding="utf-8")
    with pytest.raises(proof.NotRun):
        proof.run("requirement", "-n", "0", *ALONE, places=[str(tmp_path)])


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([], "no test carries its number"),
        (["skipped"], "its tests are only skipped"),
        (["passed", "failed"], "this fails: t.py::test_it"),
        (["passed"], ""),
        (["passed", "skipped"], ""),
    ],
)
def test_what_is_marked_as_proven_has_a_test_that_passes_and_none_that_fails(
    outcomes: list[str], said: str
) -> None:
    found = faults([PROVEN], [ended(outcome) for outcome in outcomes])
    assert found == ([f"CL-1: marked as proven, but {said}"] if said else [])


def test_an_open_rule_with_tests_stays_open_and_shows_them() -> None:
    (one,) = join([OPEN], [ended("passed", "SV-1")])
    assert not one.proven
    assert faults([OPEN], [ended("failed", "SV-1")]) == []
    assert lines([one]) == [
        "",
        "22 Survey",
        "  SV-1    open    Everybody is asked.",
        "                  t.py::test_it",
        "                  missing: a survey",
    ]


def test_a_number_that_the_catalogue_does_not_know_is_told() -> None:
    assert faults([OPEN], [ended("passed", "ZZ-9")]) == [
        "ZZ-9: a test names it and the catalogue does not"
    ]


def test_the_cases_of_one_test_are_counted_together() -> None:
    cases = [ended("passed", test=f"t.py::test_it[{n}]") for n in (1, 2)]
    (one,) = join([PROVEN], cases)
    assert lines([one], unasked={"CL-1"})[2:] == [
        "  CL-1    proven  Clocks run side by side.  [no screen asks it yet]",
        "                  t.py::test_it  (2 passed)",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[CL-1]\nstatement = 'a'\nstatus = 'open'", "name the section"),
        ("section = 'a'\n[CL-1]\nstatus = 'proven'", "needs a statement"),
        ("section = 'a'\n[CL-1]\nstatement = 'a'\nstatus = 'done'", "proven or open"),
        ("section = 'a'\n[CL-1]\nstatement = 'a'\nstatus = 'open'", "what is missing"),
        (
            "section = 'a'\n[CL-1]\nstatement = 'a'\nstatus = 'proven'\nmissing = 'a'",
            "a proven one does not",
        ),
        ("section = 'a'\n[CL-1]\nstate = 'a'", "needs statement and status"),
        ("section = 'a'\nCL-1 = 3", "needs statement and status"),
        ("section = ", "not readable as TOML"),
    ],
)
def test_a_faulty_catalogue_names_file_and_item(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"a\.toml") as error:
        read(tmp_path)
    assert said in str(error.value)


def test_a_rule_is_listed_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        text = "section = 'a'\n[CL-1]\nstatement = 'a'\nstatus = 'proven'"
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match="more than once: CL-1"):
        read(tmp_path)


def test_a_rule_that_no_screen_asks_is_told_apart_from_one_that_is_asked() -> None:
    folder = "tests/staff_workspace/policy"
    asked = (
        f"{folder}/test_acknowledgement.py::test_the_acknowledgement_is_met_on_the_day_it_is_sent"
    )
    beyond = (
        "tests/staff_workspace/actions/test_anonymous.py::test_the_reasons_for_closing_fit_the_case"
    )
    assert "clocks" in asked_rules.asked_modules()
    assert "reading" in asked_rules.asked_modules()
    assert "no_such_rule" not in asked_rules.asked_modules()
    proofs = [Proof(PROVEN, (ended("passed", test=test),)) for test in (asked, beyond)]
    assert asked_rules.unasked(proofs) == set()


def test_a_rule_whose_module_nothing_imports_is_told(tmp_path: Path) -> None:
    text = "from staff_workspace.policy.dreams import dream\n\ndef test_it():\n    assert dream()\n"
    path = tmp_path / "test_dreams.py"
    path.write_text(text, encoding="utf-8")
    one = Proof(PROVEN, (ended("passed", test=f"{path}::test_it"),))
    assert asked_rules.unasked([one]) == {"CL-1"}


@pytest.mark.parametrize(("outcome", "status"), [("passed", 0), ("failed", 1)])
def test_the_last_line_is_the_count_and_a_broken_promise_fails(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    outcome: str,
    status: int,
) -> None:
    monkeypatch.setattr(requirements, "read", lambda _: [PROVEN, OPEN])
    monkeypatch.setattr(proof, "run", lambda *_: [ended(outcome)])
    monkeypatch.setattr(asked_rules, "unasked", lambda _: set())
    assert requirements.main([]) == status
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == f"proven {1 - status} of 2"
    assert any(line.startswith("FAILED: CL-1") for line in said) == bool(status)
