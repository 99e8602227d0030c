"""What the national return counts: new and resolved in a year, and what is carried forward.

A year ends on 31 March. A complaint is new in the year of receipt and resolved in the year in which
it got an outcome. One that ended without an outcome (withdrawn, no consent) is neither; it stands on
a line of its own, or it would be carried forward for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .outcomes import OUTCOMES


class ReturnError(ValueError):
    """A complaint cannot be counted as it stands."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A complaint as the return sees it.

    `resolved` is the day of its first outcome; `ended` the day on which it ended without one. A
    case that is reopened later stays resolved and is not new again.
    """

    received: date
    resolved: date | None = None
    outcome: str = ""
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class YearOfComplaints:
    """One year. `ended_without_outcome` is the bridge that makes the two ends meet."""

    brought_forward: int
    new: int
    upheld: int
    partly_upheld: int
    not_upheld: int
    ended_without_outcome: int

    @property
    def resolved(self) -> int:
        """Those that got an outcome in the year."""
        return self.upheld + self.partly_upheld + self.not_upheld

    @property
    def by_formula(self) -> int:
        """What the return's own formula carries forward: it knows no end without an outcome."""
        return self.brought_forward + self.new - self.resolved

    @property
    def carried_forward(self) -> int:
        """Those that are really still open."""
        return self.by_formula - self.ended_without_outcome


def year_ending(day: date) -> date:
    """The 31 March that ends the year of `day`."""
    return date(day.year if day <= date(day.year, 3, 31) else day.year + 1, 3, 31)


def count_year(complaints: Iterable[Counted], *, ends: date) -> YearOfComplaints:
    """The figures of the year that ends on that 31 March. Raises ReturnError."""
    if (ends.month, ends.day) != (3, 31):
        raise ReturnError("a year of the return ends on 31 March")
    brought = new = without = 0
    outcomes = dict.fromkeys(OUTCOMES, 0)
    for complaint in complaints:
        done = _done(complaint)
        received = year_ending(complaint.received)
        finished = year_ending(done) if done is not None else date.max
        brought += received < ends <= finished
        new += received == ends
        if finished == ends:
            without += complaint.resolved is None
            if complaint.resolved is not None:
                outcomes[complaint.outcome] += 1
    return YearOfComplaints(brought, new, **outcomes, ended_without_outcome=without)


def _done(complaint: Counted) -> date | None:
    """The day on which it stopped being open: its outcome, or its end without one."""
    if (complaint.resolved is None) is (complaint.outcome in OUTCOMES):
        raise ReturnError("an outcome needs its day, and the day its outcome")
    done = complaint.resolved or complaint.ended
    if done is not None and done < complaint.received:
        raise ReturnError("a complaint cannot end before it was received")
    return done
