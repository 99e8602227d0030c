"""What `make bench` runs: each part measures one promise and says whether it was kept.

Needs the project on PYTHONPATH; the second part needs PostgreSQL's programs.
The exit status is 1 when a part took too long or too much.
"""

import sys
from collections.abc import Callable

import bench_access
import bench_audit
import bench_clocks
import bench_forms

CASES = 100_000
MOST_SECONDS = 10.0
MOST_MB = 300.0


def clocks(number: int = CASES) -> list[str]:
    """Every clock of `number` open cases in one process; returns what was not kept."""
    found = bench_clocks.measure(number)
    same = bench_clocks.compare(found)
    print(f"Clocks of {found.cases:,} open cases: {found.readings:,} dates and states")
    print(f"    processor {found.cpu_seconds:7.2f} s   ({MOST_SECONDS:.0f} s allowed)")
    print(f"    waited    {found.seconds:7.2f} s   (the same, unless others use the machine)")
    print(f"    memory    {found.peak_mb:7.0f} MB  at the most, {MOST_MB:.0f} MB allowed")
    print(f"The {same.sums:,} plain sums of working days among them, alone")
    print(f"    numpy     {same.numpy_seconds:7.2f} s   (busday_offset, all at once)")
    print(f"    ours      {same.own_seconds:7.2f} s   (add_working_days, one by one)")
    print(f"    {same.agree:,} of {same.sums:,} dates agree")
    broken = []
    if found.cpu_seconds >= MOST_SECONDS:  # what others do to the machine is not held against us
        broken.append(f"the clocks took {found.cpu_seconds:.1f} s")
    if found.peak_mb >= MOST_MB:
        broken.append(f"the clocks took {found.peak_mb:.0f} MB")
    if same.agree != same.sums or not same.sums:
        broken.append(f"{same.sums - same.agree:,} of {same.sums:,} dates differ from numpy's")
    return broken


# Another promise to measure is another function here.
PARTS: tuple[Callable[[], list[str]], ...] = (
    clocks,
    bench_access.access,
    bench_audit.audit,
    bench_forms.forms,
)


def main(parts: tuple[Callable[[], list[str]], ...] = PARTS) -> int:
    """Run every part, then say what was not kept; the exit status for the shell."""
    broken = [fault for part in parts for fault in part()]
    for fault in broken:
        print(f"NOT KEPT: {fault}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
