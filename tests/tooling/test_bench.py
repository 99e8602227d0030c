"""The bench: the same made cases every time, and a promise that is not kept fails it."""

import math
import sys
from collections import Counter
from itertools import islice

import bench
import bench_cases
import bench_clocks
import pytest

from staff_workspace.policy.clocks import CLOCKS, read_clocks


def test_the_made_cases_are_the_same_every_time() -> None:
    assert list(bench_cases.cases(50)) == list(bench_cases.cases(50))


def test_the_made_cases_bring_every_clock_into_every_state_that_it_can_have() -> None:
    states = Counter(
        (reading.clock, reading.state)
        for profile, facts in bench_cases.cases(3000)
        for reading in read_clocks(profile, facts, as_of=bench_cases.AS_OF, explain=False)
    )
    assert {clock for clock, state in states if state in ("running", "breached")} == set(CLOCKS)
    assert states["response_target", "paused"]
    assert states["response_target", "met"]


def test_numpy_counts_to_the_same_dates() -> None:
    same = bench_clocks.compare(bench_clocks.measure(1500))
    assert same.sums > 3000
    assert same.agree == same.sums


def test_a_date_that_numpy_does_not_share_is_noticed() -> None:
    found = bench_clocks.measure(20)
    found.dues[0] += 1
    same = bench_clocks.compare(found)
    assert same.agree == same.sums - 1


@pytest.mark.parametrize(
    ("limit", "value", "said"), [("MOST_SECONDS", 0, "took 0"), ("MOST_MB", 1, " MB")]
)
def test_what_takes_too_long_or_too_much_fails(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    limit: str,
    value: float,
    said: str,
) -> None:
    monkeypatch.setattr(bench, "MOST_MB", math.inf)
    monkeypatch.setattr(bench, limit, value)
    assert bench.main((lambda: bench.clocks(20),)) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("NOT KEPT: the clocks took")
    assert said in last


def test_what_is_kept_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    # The memory is that of the whole process, and this one has run other tests before.
    monkeypatch.setattr(bench, "MOST_MB", math.inf)
    assert bench.main((lambda: bench.clocks(20),)) == 0


def test_the_cases_are_made_one_by_one() -> None:
    endless = bench_cases.cases(sys.maxsize)
    assert len(list(islice(endless, 3))) == 3
