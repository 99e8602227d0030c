"""How long the clocks of many open cases take, and whether numpy counts to the same dates."""

import resource
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from bench_cases import AS_OF, cases

from staff_workspace.policy.case_facts import CaseFacts
from staff_workspace.policy.clocks import ClockReading, read_clocks
from staff_workspace.policy.profile import Profile, load
from staff_workspace.policy.working_days import FIRST_YEAR, bank_holidays, body_calendar

CHUNK = 1000
AGREED = {"response_agreed", "extension_agreed"}

# How many working days each clock adds, read from the profile and not from the clock itself.
ADDED: dict[str, Callable[[Profile, CaseFacts], int | None]] = {
    "first_contact": lambda p, f: _first_contact(p, f),
    "acknowledgement": lambda p, f: p.acknowledgement.ack_wd.in_force,
    "draft": lambda p, f: p.response.io_wd.in_force,
    "response_target": lambda p, f: _target(p, f),
    "response_maximum": lambda p, f: p.response.target_max_wd.in_force,
    "reopened_response": lambda p, f: _target(p, f),
    "signoff_escalation": lambda p, f: p.sign_off.signoff_escalate_wd.in_force,
    "consent_chase": lambda p, f: p.consent_timing.consent_chase_wd.in_force,
    "confirmation": lambda p, f: p.consent_timing.confirm_interval_wd.in_force,
    "mp_acknowledgement": lambda p, f: p.elected_officials.mp_ack_wd.in_force,
    "mp_draft": lambda p, f: p.elected_officials.mp_draft_wd.in_force,
    "mp_chase": lambda p, f: p.elected_officials.mp_chase_wd.in_force,
    "mp_final": lambda p, f: p.elected_officials.mp_final_wd.in_force,
}


@dataclass
class Measured:
    """What was read, what it took, and every plain sum of working days: start, number, due."""

    cases: int = 0
    readings: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_mb: float = 0.0
    starts: array = field(default_factory=lambda: array("l"))
    numbers: array = field(default_factory=lambda: array("l"))
    dues: array = field(default_factory=lambda: array("l"))


@dataclass(frozen=True)
class Compared:
    """The same sums by numpy and by our own calendar: seconds of each, and how many agree."""

    sums: int
    agree: int
    numpy_seconds: float
    own_seconds: float


def measure(number: int) -> Measured:
    """Read every clock of `number` cases, in batches so that none is kept; making them is free."""
    found = Measured()
    made = cases(number)
    while batch := list(islice(made, CHUNK)):
        wall, cpu = time.perf_counter(), time.process_time()
        read = [read_clocks(p, facts, as_of=AS_OF, explain=False) for p, facts in batch]
        found.seconds += time.perf_counter() - wall
        found.cpu_seconds += time.process_time() - cpu
        found.cases += len(read)
        for (profile, facts), readings in zip(batch, read, strict=True):
            found.readings += len(readings)
            for start, count, due in _sums(profile, facts, readings):
                found.starts.append(start.toordinal())
                found.numbers.append(count)
                found.dues.append(due.toordinal())
    found.peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def compare(found: Measured) -> Compared:
    """Count the same sums with numpy's `busday_offset`, and with our own calendar alone."""
    import numpy as np  # only now, so that its memory is not counted as ours

    epoch = date(1970, 1, 1).toordinal()
    starts = (np.array(found.starts) - epoch).astype("datetime64[D]")
    numbers = np.array(found.numbers)
    days_off = sorted(bank_holidays(range(FIRST_YEAR, AS_OF.year + 2)))
    off = np.array([day.isoformat() for day in days_off], dtype="datetime64[D]")
    began = time.perf_counter()
    # Back to a working day first: a receipt on a Saturday is day 0 as much as the Friday is.
    dues = np.busday_offset(starts, numbers, roll="backward", holidays=off)
    numpy_seconds = time.perf_counter() - began
    agree = int((dues == (np.array(found.dues) - epoch).astype("datetime64[D]")).sum())

    calendar = body_calendar(load("hwe_icb"))
    days = [date.fromordinal(start) for start in found.starts]
    began = time.perf_counter()
    for day, count in zip(days, found.numbers, strict=True):
        calendar.add_working_days(day, count)
    return Compared(len(days), agree, numpy_seconds, time.perf_counter() - began)


def _sums(
    profile: Profile, facts: CaseFacts, readings: tuple[ClockReading, ...]
) -> Iterator[tuple[date, int, date]]:
    """The sums behind the dates; those that an agreement or a pause moved are no plain sums."""
    names = {event.name for event in facts.events}
    moved: set[str] = set()
    if names & AGREED:
        moved |= {"response_target", "reopened_response", "mp_final"}
    if profile.response.pause_on_consent.in_force and "consent_requested" in names:
        moved |= {"response_target", "response_maximum"}
    for reading in readings:
        if reading.unit != "working day" or reading.clock in moved or reading.start is None:
            continue
        count = ADDED[reading.clock](profile, facts)
        if count is not None and isinstance(reading.due, date):
            yield reading.start, count, reading.due


def _target(profile: Profile, facts: CaseFacts) -> int | None:
    for grade in profile.grading.grades:
        if grade.key == facts.grade and grade.target_wd.in_force is not None:
            return grade.target_wd.in_force
    return profile.response.target_max_wd.in_force


def _first_contact(profile: Profile, facts: CaseFacts) -> int | None:
    own = profile.first_contact
    social = own.social_contact_wd.in_force
    if facts.channel == "social_media" and social is not None:
        return social
    return own.first_contact_wd.in_force
