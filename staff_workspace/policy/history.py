"""The events of a case in order, checked: nothing before receipt, no answer without a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from .case_facts import (
    BEFORE_RECEIPT,
    EVENTS,
    PLANNED,
    TWO_DATES,
    CaseFacts,
    Event,
    EventError,
    in_order,
    london_date,
    london_time,
)

ENDS: dict[str, str] = {"withdrawn": "withdrawn", "closed": "closed without a response"}


@dataclass(frozen=True, slots=True)
class Wait:
    """Consent asked for on one day and answered on another, or not yet."""

    asked: date
    answered: date | None
    granted: bool = False


class History:
    """What had happened by `as_of`; later events are not known yet on that day."""

    __slots__ = ("_days", "_ended", "_events", "_read_at", "_waits", "as_of", "facts", "received")

    def __init__(self, facts: CaseFacts, as_of: datetime | date) -> None:
        self.facts = facts
        self.received = london_date(facts.received)
        self.as_of = london_date(as_of)
        self._read_at = as_of
        if self.as_of < self.received:
            raise EventError(f"{self.as_of} is before the day of receipt, {self.received}")
        self._events: dict[str, list[Event]] = {}
        self._days: dict[str, list[date]] = {}
        for event in facts.events:
            name, day = event.name, self._check(event)
            if day > self.as_of and name not in PLANNED:
                continue
            if name in self._days:
                self._events[name].append(event)
                self._days[name].append(day)
            else:
                self._events[name], self._days[name] = [event], [day]
        for name, events in self._events.items():
            if len(events) > 1:
                events.sort(key=lambda event: in_order(event.at))
                self._days[name].sort()
        self._waits = self._pair_consents()
        self._ended = self._early_end()

    @property
    def as_of_time(self) -> datetime | None:
        """The moment in London of which `as_of` is the day, where it was given with a time."""
        return london_time(self._read_at)

    def all(self, name: str) -> list[Event]:
        """Every event of that name, earliest first."""
        return self._events.get(name, [])

    def days(self, name: str) -> list[date]:
        """The day of every event of that name, earliest first."""
        return self._days.get(name, [])

    def first(self, name: str) -> date | None:
        """The day of the first such event."""
        days = self._days.get(name)
        return days[0] if days else None

    def last(self, name: str) -> date | None:
        """The day of the latest such event."""
        days = self._days.get(name)
        return days[-1] if days else None

    def happened(self, name: str) -> date | None:
        """The day of the latest such event that has come by now, plans left out."""
        day = self.last(name)
        return day if day is not None and day <= self.as_of else None

    def after(self, name: str, day: date) -> date | None:
        """The first such event on that day or later."""
        for found in self.days(name):
            if found >= day:
                return found
        return None

    def moment(self, name: str) -> datetime | date | None:
        """The first such event as it was recorded, with its time where there is one."""
        events = self._events.get(name)
        return events[0].at if events else None

    def ended_early(self) -> tuple[date, str] | None:
        """The day and manner in which the case ended without a response, or None."""
        return self._ended

    def ended_again(self) -> tuple[date, str] | None:
        """The day and manner in which a reopened case ended without a further response, or None."""
        opened = self.all("reopened")
        if not opened:
            return None
        first = self.first("final_response_sent")
        if first is None or london_date(opened[-1].at) < first:
            return None
        since = in_order(opened[-1].at)
        if any(day >= since[0] for day in self.days("final_response_sent")[1:]):
            return None
        for name, words in ENDS.items():
            ends = self.all(name)
            if ends and in_order(ends[-1].at) > since:
                return london_date(ends[-1].at), words
        return None

    def as_it_ended(self, day: date) -> History:
        """The history as it stood on `day`, on which the case ended, without that end."""
        events = tuple(event for event in self.facts.events if event.name not in ENDS)
        return History(replace(self.facts, events=events), day)

    def consent_waits(self) -> tuple[Wait, ...]:
        """Each request for consent with its answer, in the order in which they were made."""
        return self._waits

    def _early_end(self) -> tuple[date, str] | None:
        if "final_response_sent" in self._days:
            return None
        for name, words in ENDS.items():
            day = self.last(name)
            if day is not None and self.after("reopened", day) is None:
                return day, words
        return None

    def _pair_consents(self) -> tuple[Wait, ...]:
        asked = self.days("consent_requested")
        given, refused = self.days("consent_received"), self.days("consent_refused")
        if not (asked or given or refused):
            return ()
        answers = sorted([(day, True) for day in given] + [(day, False) for day in refused])
        if len(answers) > len(asked):
            raise EventError("consent was answered without having been asked for")
        waits = []
        for number, day in enumerate(asked):
            if number >= len(answers):
                waits.append(Wait(day, None))
                continue
            answered, granted = answers[number]
            if answered < day:
                raise EventError(f"consent was answered on {answered}, before it was asked for")
            waits.append(Wait(day, answered, granted))
        return tuple(waits)

    def _check(self, event: Event) -> date:
        name, second = event.name, event.second
        if name not in EVENTS:
            raise EventError(f"{name} is not an event that the clocks know")
        if (second is None) is (name in TWO_DATES):
            need = "needs the new date" if second is None else "takes one date only"
            raise EventError(f"{name} {need}")
        day = london_date(event.at)
        if second is not None and second < day:
            raise EventError(f"{name} on {day} names an earlier day, {second}")
        if day < self.received and name not in BEFORE_RECEIPT:
            raise EventError(f"{name} on {day} is before receipt on {self.received}")
        return day
