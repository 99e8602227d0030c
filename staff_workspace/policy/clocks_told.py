"""The clocks of a case with those left out, by name, whose dates the checked calendar cannot tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .case_facts import CaseFacts
from .clock_rules.reading import Case, ClockReading
from .clock_rules.shape import shape_of
from .clocks import CLOCKS, clocks_of
from .history import History
from .profile import Profile
from .working_days import CalendarNotVerified


@dataclass(frozen=True, slots=True)
class Told:
    """The clocks that can be read, and the names of those that cannot, as in `clocks.CLOCKS`."""

    readings: tuple[ClockReading, ...]
    untold: tuple[str, ...] = ()

    def by_name(self) -> dict[str, ClockReading]:
        """The readings by the names of their clocks."""
        return {reading.clock: reading for reading in self.readings}


def told_clocks(
    profile: Profile, facts: CaseFacts, *, as_of: datetime | date, explain: bool = True
) -> Told:
    """Every clock on `as_of`, each for itself: one date beyond the calendar hides no other (T-42).

    Raises EventError when the history does not hold together.
    """
    case = Case(profile, History(facts, as_of), explain=explain)
    readings, untold = [], []
    for name, clock in zip(CLOCKS, clocks_of(profile, shape_of(facts)), strict=True):
        try:
            readings.append(clock if isinstance(clock, ClockReading) else clock(case))
        except CalendarNotVerified:
            untold.append(name)
    return Told(tuple(readings), tuple(untold))
