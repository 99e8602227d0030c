"""Says at the end how many answers were compared, from whichever process they came."""

from typing import Any

COMPARED = "answers compared"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line with the sum."""
    reports = [r for kind in ("passed", "failed") for r in terminalreporter.stats.get(kind, [])]
    told = [n for r in reports for name, n in r.user_properties if name == COMPARED]
    if told:
        terminalreporter.write_line(f"{sum(told):,} answers compared with the matrix")
