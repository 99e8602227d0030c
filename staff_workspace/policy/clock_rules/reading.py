"""What a clock shows, and how a due date becomes a state and words about what is left."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from ..history import History
from ..profile import Profile
from ..working_days import WorkingCalendar, body_calendar

State = Literal["not_started", "running", "paused", "met", "breached", "not_applicable"]
Rule = Literal["law", "policy", "law and policy"]
Unit = Literal["working day", "day", "hour", ""]


class ClockReading(NamedTuple):
    """One clock on one day. `total_days` and `used_days` are in its `unit` (a day is a calendar day)."""

    clock: str
    label: str
    rule: Rule
    source: str
    due: date | datetime | None
    state: State
    total_days: int | None
    used_days: int | None
    left: str
    why: tuple[str, ...] = ()
    moved_by: tuple[str, ...] = ()
    start: date | None = None
    unit: Unit = ""

    @property
    def waits(self) -> bool:
        """Whether somebody still has to do something; what was done late stays breached.

        So does what was late when the case ended.
        """
        over = self.left.startswith(("done", "ended"))
        return self.state in ("running", "paused", "breached") and not over


class Name(NamedTuple):
    """What a clock is called and where its rule stands."""

    clock: str
    label: str
    rule: Rule
    source: str


class Case:
    """All that a clock reads: the profile, its calendar and the history of the case."""

    __slots__ = ("_ended", "body_days", "explain", "facts", "history", "profile")

    def __init__(self, profile: Profile, history: History, *, explain: bool) -> None:
        self.profile = profile
        self.history = history
        self.facts = history.facts
        self.body_days: WorkingCalendar = body_calendar(profile)
        self.explain = explain
        self._ended: dict[date, Case] = {}

    def as_it_ended(self, day: date) -> Case:
        """The case as it stood on `day`, on which it ended; every clock asks for the same one."""
        if day not in self._ended:
            then = self.history.as_it_ended(day)
            self._ended[day] = Case(self.profile, then, explain=self.explain)
        return self._ended[day]


@lru_cache(maxsize=4096)  # most clocks of most cases do not run, for the same few reasons
def not_applicable(name: Name, because: str) -> ClockReading:
    """This clock does not run for this case; `because` says why in a sentence."""
    return ClockReading(
        name.clock,
        name.label,
        name.rule,
        name.source,
        None,
        "not_applicable",
        None,
        None,
        "does not apply",
        (because,),
    )


@lru_cache(maxsize=4096)  # many cases wait for the same few things
def not_started(
    name: Name, left: str, because: str, moved_by: tuple[str, ...] = (), *, paused: bool = False
) -> ClockReading:
    """The clock waits for something; `left` says for what ("starts when consent is in")."""
    return ClockReading(
        name.clock,
        name.label,
        name.rule,
        name.source,
        None,
        "paused" if paused else "not_started",
        None,
        None,
        left,
        (because,),
        moved_by,
    )


def count(number: int, unit: str) -> str:
    """ "1 working day", "3 working days"."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
