"""What a clock shows, and how a due date becomes a state and words about what is left."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from ..history import History
from ..profile import Profile
from ..working_days import WorkingCalendar, body_calendar, law_calendar

State = Literal["not_started", "running", "paused", "met", "breached", "not_applicable"]
Rule = Literal["law", "policy", "law and policy"]


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
    unit: Literal["working day", "day", "hour", ""] = ""

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
    """All that a clock rule reads: the profile, its calendars and the history of the case."""

    __slots__ = ("body_days", "explain", "facts", "history", "law_days", "profile")

    def __init__(self, profile: Profile, history: History, *, explain: bool) -> None:
        self.profile = profile
        self.history = history
        self.facts = history.facts
        self.body_days: WorkingCalendar = body_calendar(profile)
        self.law_days: WorkingCalendar = law_calendar(profile)
        self.explain = explain


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
