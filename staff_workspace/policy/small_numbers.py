"""Counts of people, small ones hidden, so that nobody can be found in them (EQ-1).

The threshold is a default of the product: none of the policies names one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

FEWEST_SHOWN = 5
FEW = f"fewer than {FEWEST_SHOWN}"
HIDDEN = "not shown"
BY_YEAR = "by year alone"


def hide_small(counts: Mapping[str, int]) -> dict[str, str]:
    """The counts as they may be read: below `FEWEST_SHOWN` as "fewer than 5", none as "0".

    One hidden count could be worked out from a total. Then the next smallest is not shown either.
    """
    shown = {key: str(count) for key, count in counts.items()}
    small = [key for key, count in counts.items() if _is_small(count)]
    shown.update(dict.fromkeys(small, FEW))
    if len(small) == 1:
        others = [key for key, count in counts.items() if count >= FEWEST_SHOWN]
        if others:
            shown[min(others, key=lambda key: counts[key])] = HIDDEN
    return shown


def few(count: int) -> str:
    """One count as it may be read."""
    return FEW if _is_small(count) else str(count)


def may_stand_by_halves(halves: Iterable[Iterable[int]]) -> bool:
    """Whether what the counts of each half of a year are of may be shown by halves: none is small.

    All or nothing, and else by year alone: what one half hides could be worked out from the year
    and the other half, and what the year hides from its two halves.
    """
    return not any(_is_small(count) for half in halves for count in half)


def _is_small(count: int) -> bool:
    return 0 < count < FEWEST_SHOWN
