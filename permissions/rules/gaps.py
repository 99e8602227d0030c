"""What it means that numbers were given out to rows that are not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Gap = tuple[int, int]
MOST_NAMED = 5


class Certainty(StrEnum):
    """How sure it is that rows were cut off."""

    CUT = "cut"
    UNTOLD = "untold"
    UNDONE = "undone"


class Counted(Protocol):
    """How many rows a database saw added, and changed or deleted, since its statistics began."""

    @property
    def added(self) -> int: ...

    @property
    def touched(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """How sure, and in words where and why."""

    certainty: Certainty
    words: str


def judge(
    *,
    between: Sequence[Gap],
    at_the_end: Sequence[Gap],
    rows: int,
    given: int,
    counted: Counted | None,
) -> Judged:
    """``counted`` is None on a database that takes the numbers of an undone transaction back.

    Where the statistics saw at least as many rows added as there are ``rows``, they reach back to
    the first: then what they did not count did not happen. A gap between rows that they do not
    reach is no alarm for ever; one at the end may have been cut just now. More rows added than
    numbers ``given`` out were put in by hand: that is how a table looks that was emptied, which is
    not counted, and filled again.
    """
    where = f"{_named([*between, *at_the_end])} given out and no row has them"
    if counted is None:
        return Judged(Certainty.CUT, f"{where}: rows were cut off before they were sealed")
    if counted.touched:
        told = f"the database counted {counted.touched} rows changed or deleted, and none ever is"
        return Judged(Certainty.CUT, f"{where}, and {told}: rows were cut off")
    if rows <= counted.added <= given:
        told = "the database counted no row deleted"
        words = f"{where}: transactions that were undone or still run, as {told}"
        return Judged(Certainty.UNDONE, words)
    told = "transactions that were undone or still run, or rows that were cut off unsealed"
    if counted.added > given:
        why = f"{counted.added} rows were added with {given} numbers"
        return Judged(Certainty.UNTOLD, f"{where}: {told}; it cannot be told, as {why}")
    words = f"{where}: {told}; it cannot be told, as the database's statistics began later"
    return Judged(Certainty.UNTOLD if at_the_end else Certainty.UNDONE, words)


def _named(gaps: Sequence[Gap]) -> str:
    named = [f"{a} to {b}" if a < b else str(a) for a, b in gaps[:MOST_NAMED]]
    more = sum(b - a + 1 for a, b in gaps[MOST_NAMED:])
    rest = f" and {more} more" if more else ""
    return f"Numbers {', '.join(named)}{rest} were"
