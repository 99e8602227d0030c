"""What the record of a complaint holds, and whether the period told was met (regulation 17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """A period that the person was told: on which day, until when, and whether it amends one."""

    on: date
    until: date


@dataclass(frozen=True, slots=True)
class ComplaintRecord:
    """One complaint. `periods` holds the original period and every amended one; none is lost."""

    complaint: str = ""
    subject: str = ""
    outcome: str = ""
    periods: tuple[Told, ...] = ()
    response_sent: date | None = None


def missing(record: ComplaintRecord) -> tuple[str, ...]:
    """What the record still lacks, in words; empty when it is complete."""
    held = (
        (record.complaint.strip(), "the complaint"),
        (record.subject.strip(), "its subject"),
        (record.outcome.strip(), "its outcome"),
        (record.periods, "the period that the person was told"),
        (record.response_sent, "whether the period was met"),
    )
    return tuple(words for value, words in held if not value)


def original_and_amended(record: ComplaintRecord) -> tuple[date | None, tuple[date, ...]]:
    """The period first told, and each amendment in the order in which it was told."""
    told = sorted(record.periods, key=lambda period: period.on)
    return (told[0].until, tuple(period.until for period in told[1:])) if told else (None, ())


def was_met(record: ComplaintRecord) -> bool | None:
    """Whether the response came within the period told last; None while there is neither.

    An amendment counts only when it was told before the period in force had passed.
    """
    if record.response_sent is None or not record.periods:
        return None
    first, *amended = sorted(record.periods, key=lambda period: period.on)
    until = first.until
    for period in amended:
        if period.on <= until:
            until = period.until
    return record.response_sent <= until
