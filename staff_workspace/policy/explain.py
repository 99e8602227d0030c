"""One case as a line of JSON in, its clocks as a line of JSON out; the commands are thin."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from .case_facts import EVENTS, CaseFacts, Event, EventError, london_date
from .clock_rules.reading import ClockReading
from .clocks import read_clocks
from .profile import Profile, load

KEYS = frozenset(
    {
        "profile",
        "received",
        "grade",
        "kind",
        "channel",
        "events",
        "as_of",
        "on_behalf",
        "anonymous",
        "also_kinds",
        "elected_as",
    }
)


class LineError(ValueError):
    """A line cannot be read; the message names the key."""


def explain(line: Mapping[str, Any], *, today: date) -> dict[str, Any]:
    """The clocks of one case: `{"clocks": [{"clock", "due", "state", "why"}, …]}`.

    Without `as_of` the case is read as it stands `today`, or on the day of its last event where
    that is later. Raises LineError, ProfileError, EventError or CalendarNotVerified.
    """
    unknown = sorted(set(line) - KEYS)
    if unknown:
        raise LineError(f"unknown key: {', '.join(unknown)}")
    for key in ("profile", "received"):
        if not line.get(key):
            raise LineError(f"{key}: missing")
    profile = load(str(line["profile"]))
    facts = _facts(profile, line)
    as_of = _when("as_of", line["as_of"]) if line.get("as_of") else _latest(facts, today)
    return {"clocks": [_clock(reading) for reading in read_clocks(profile, facts, as_of=as_of)]}


def explain_line(text: str, *, today: date) -> str:
    """The same for one line of a file; a faulty line gives `{"error": …}` and stops nothing."""
    try:
        line = json.loads(text)
        if not isinstance(line, dict):
            raise LineError("a line is one JSON object")
        answer = explain(line, today=today)
    except ValueError as error:
        answer = {"error": str(error)}
    return json.dumps(answer, ensure_ascii=False)


def _facts(profile: Profile, line: Mapping[str, Any]) -> CaseFacts:
    events = tuple(_event(item) for item in line.get("events") or ())
    grade = line.get("grade")
    known = [entry.key for entry in profile.grading.grades]
    if grade is not None and grade not in known:
        raise LineError(f"grade: {grade} is none of {', '.join(known)}")
    kind = line.get("kind") or "complaint"
    if kind not in KINDS:
        raise LineError(f"kind: {kind} is none of {', '.join(KINDS)}")
    # A body that pauses for consent does so for complaints made for someone else: a line that
    # asks for consent and says nothing more is such a complaint.
    asked = any(event.name == "consent_requested" for event in events)
    return CaseFacts(
        kind=kind,
        received=_when("received", line["received"]),
        channel=line.get("channel") or "email",
        grade=grade,
        anonymous=bool(line.get("anonymous", False)),
        on_behalf=bool(line.get("on_behalf", asked)),
        events=events,
        also_kinds=tuple(line.get("also_kinds") or ()),
        elected_as=line.get("elected_as") or "mp",
    )


KINDS = (
    "complaint",
    "concern",
    "mp_enquiry",
    "enquiry",
    "compliment",
    "comment",
    "letter_of_claim",
)


def _event(item: Any) -> Event:
    if not isinstance(item, list) or len(item) not in (2, 3) or not isinstance(item[0], str):
        raise LineError(f"events: {item!r} is not [name, date] or [name, date, date]")
    name = item[0]
    if name not in EVENTS:
        raise EventError(f"events: {name} is not an event that the clocks know")
    second = london_date(_when(name, item[2])) if len(item) == 3 else None
    return Event(name, _when(name, item[1]), second)


def _when(key: str, value: Any) -> date | datetime:
    """An ISO date, or a date with a time; anything else names its key."""
    text = str(value)
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        raise LineError(f"{key}: {text} is not an ISO date") from None


def _latest(facts: CaseFacts, today: date) -> date | datetime:
    """Today, or the last thing that is known to have happened where that is later."""
    moments = [facts.received, *(event.at for event in facts.events if event.name != "meeting")]
    last = max(moments, key=london_date)
    return today if today > london_date(last) else last


def _clock(reading: ClockReading) -> dict[str, Any]:
    return {
        "clock": reading.clock,
        "due": reading.due.isoformat() if reading.due is not None else None,
        "state": reading.state,
        "why": list(reading.why),
    }
