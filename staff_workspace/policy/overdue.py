"""What is owed when the legal limit for a response has passed, or is about to."""

from __future__ import annotations

from collections.abc import Iterable

from .clock_rules.reading import ClockReading

DUTIES: tuple[str, ...] = (
    "Write to the person, say that the limit has passed and explain why.",
    "Send the response as soon as it can reasonably be done.",
)


def duties(readings: Iterable[ClockReading]) -> tuple[str, ...]:
    """The duties of a case whose legal limit is breached and which has had no response."""
    for reading in readings:
        if reading.clock == "statutory_response" and reading.state == "breached":
            return DUTIES if reading.waits else ()
    return ()
