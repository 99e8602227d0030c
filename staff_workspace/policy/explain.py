"""The clocks of one case as JSON: for the command, one object in and one object out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from .case_line import LineError, parse, read
from .clock_rules.reading import ClockReading
from .clocks import read_clocks

__all__ = ["LineError", "explain", "explain_line"]


def explain(line: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """The clocks of one case: `{"clocks": [{"clock", "due", "state", "why"}, …]}`.

    Without `as_of` the case is read as it stands `today`, or on the day of its last event where
    that is later. Raises LineError, EventError or CalendarNotVerified, all of them ValueErrors.
    """
    profile, facts, as_of = read(line, today=today)
    return {"clocks": [_clock(reading) for reading in read_clocks(profile, facts, as_of=as_of)]}


def explain_line(text: str | bytes, *, today: date, number: int) -> dict[str, Any]:
    """The same for line `number` of a file; a faulty one gives `{"error": …, "line": number}`."""
    try:
        return explain(parse(text), today=today)
    except ValueError as error:
        return {"error": str(error), "line": number}


def _clock(reading: ClockReading) -> dict[str, Any]:
    return {
        "clock": reading.clock,
        "due": reading.due.isoformat() if reading.due is not None else None,
        "state": reading.state,
        "why": list(reading.why),
    }
