"""The outcome of a complaint, from the findings on its issues."""

from __future__ import annotations

from collections.abc import Iterable

OUTCOMES: dict[str, str] = {
    "upheld": "Upheld",
    "partly_upheld": "Partly upheld",
    "not_upheld": "Not upheld",
}
WELL_FOUNDED = frozenset({"upheld", "partly_upheld"})


class NoOutcome(ValueError):
    """There is no outcome yet, or one that we do not know."""


def overall(findings: Iterable[str]) -> str:
    """Upheld when every issue is, not upheld when none is, otherwise partly upheld."""
    seen = set(findings)
    if not seen:
        raise NoOutcome("no issue has a finding yet")
    if not seen <= set(OUTCOMES):
        raise NoOutcome(f"unknown finding: {', '.join(sorted(seen - set(OUTCOMES)))}")
    return seen.pop() if len(seen) == 1 else "partly_upheld"


def well_founded(outcome: str) -> bool:
    """Upheld or partly upheld, as the yearly figure counts it."""
    return outcome in WELL_FOUNDED
