"""One case as a JSON object: read into facts, or refused with the key that is at fault."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from .case_facts import (
    BEFORE_RECEIPT,
    CHANNELS,
    ELECTED,
    EVENTS,
    KINDS,
    LONDON,
    CaseFacts,
    Event,
    in_order,
    london_date,
    london_time,
)
from .profile import NAMES, Profile, load

REQUIRED = ("profile", "received")
OPTIONAL = (
    "grade",
    "kind",
    "channel",
    "events",
    "as_of",
    "on_behalf",
    "anonymous",
    "also_kinds",
    "elected_as",
)
_LONGEST_SHOWN = 60
# Narrower than ISO 8601, so that nothing that looks like a number is taken for a date.
_WHEN = re.compile(
    r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII
)


Word = TypeVar("Word", bound=str)


class LineError(ValueError):
    """A line cannot be read; the message names the key."""


def parse(text: str | bytes) -> dict[str, Any]:
    """The object of one line of JSON in UTF-8. Raises LineError, for a key given twice as well."""
    try:
        line = json.loads(text.rstrip(), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise LineError("the line is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise LineError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise LineError("not a case: too many brackets inside each other") from None
    if not isinstance(line, dict):
        raise LineError("a line is one JSON object, in braces")
    return line


def read(line: Mapping[str, Any], *, today: date) -> tuple[Profile, CaseFacts, date | datetime]:
    """The profile, the facts, and the moment as of which the case is read.

    That is `as_of`, or `today`, or the last thing that happened where that is later. A key that is
    null counts as left out. Raises LineError.
    """
    given = {key: value for key, value in line.items() if value is not None}
    unknown = sorted(set(line) - {*REQUIRED, *OPTIONAL})
    if unknown:
        raise LineError(f"unknown key: {', '.join(map(_shown, unknown))}")
    for key in REQUIRED:
        if not given.get(key):
            raise LineError(f"{key}: missing")
    profile = _profile(given["profile"])
    facts = _facts(profile, given)
    as_of = _when("as_of", given["as_of"]) if "as_of" in given else _latest(facts, today)
    for name, at in (*((event.name, event.at) for event in facts.events), ("as_of", as_of)):
        if name not in BEFORE_RECEIPT and _is_earlier(at, facts.received):
            raise LineError(f"{name}: {at.isoformat()} is before receipt at {given['received']}")
    return profile, facts, as_of


def _profile(name: Any) -> Profile:
    if name not in NAMES:
        raise LineError(f"profile: {_shown(name)}: no such profile; there are {', '.join(NAMES)}")
    return load(name)


def _facts(profile: Profile, given: Mapping[str, Any]) -> CaseFacts:
    events = tuple(_event(item) for item in _list(given, "events"))
    grades = [entry.key for entry in profile.grading.grades]
    if "grade" in given and not grades:
        raise LineError(f"grade: {profile.body.short_name} has no grades")
    # A body that pauses for consent does so for complaints made for someone else: a line that
    # asks for consent and says nothing more is such a complaint.
    asked = any(event.name == "consent_requested" for event in events)
    return CaseFacts(
        kind=_one_of("kind", given.get("kind", "complaint"), KINDS),
        received=_when("received", given["received"]),
        channel=_one_of("channel", given.get("channel", "email"), CHANNELS),
        grade=_one_of("grade", given["grade"], grades) if "grade" in given else None,
        anonymous=_yes_or_no("anonymous", given.get("anonymous", False)),
        on_behalf=_yes_or_no("on_behalf", given.get("on_behalf", asked)),
        events=events,
        also_kinds=tuple(_one_of("also_kinds", item, KINDS) for item in _list(given, "also_kinds")),
        elected_as=_one_of("elected_as", given.get("elected_as", "mp"), ELECTED),
    )


def _event(item: Any) -> Event:
    if not isinstance(item, list) or len(item) not in (2, 3) or not isinstance(item[0], str):
        raise LineError(f"events: {_shown(item)} is not [name, date] or [name, date, date]")
    name = item[0]
    if name not in EVENTS:
        raise LineError(f"events: {_shown(name)} is not an event that the clocks know")
    second = london_date(_when(name, item[2])) if len(item) == 3 else None
    return Event(name, _when(name, item[1]), second)


def _when(key: str, value: Any) -> date | datetime:
    """A date, or a date with a time; without a zone it is London's. Anything else names its key."""
    if not isinstance(value, str) or not _WHEN.fullmatch(value):
        raise LineError(f"{key}: {_shown(value)} is not an ISO date such as 2026-03-02")
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
        moment = datetime.fromisoformat(value)
        london = (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC)
        there = london.astimezone(LONDON).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise LineError(f"{key}: {_shown(value)} is not an ISO date that exists") from None
    if moment.tzinfo is None and there != moment:
        raise LineError(f"{key}: {value} does not exist: the clocks go forward in that hour")
    return moment


def _latest(facts: CaseFacts, today: date) -> date | datetime:
    """Today, or the last thing that is known to have happened where that is later."""
    moments = [facts.received, *(event.at for event in facts.events if event.name != "meeting")]
    last = max(moments, key=in_order)
    return today if today > london_date(last) else last


def _is_earlier(at: date | datetime, than: date | datetime) -> bool:
    """Earlier on the same day, where both times are known; the history compares the days."""
    both = london_time(at), london_time(than)
    return None not in both and in_order(at) < in_order(than)


def _one_of(key: str, value: Any, known: Sequence[Word]) -> Word:
    for word in known:
        if word == value:
            return word
    raise LineError(f"{key}: {_shown(value)} is none of {', '.join(known)}")


def _list(given: Mapping[str, Any], key: str) -> list[Any]:
    found = given.get(key, [])
    if not isinstance(found, list):
        raise LineError(f"{key}: {_shown(found)} is not a list")
    return found


def _yes_or_no(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise LineError(f"{key}: {_shown(value)} is neither true nor false")
    return value


def _shown(value: Any) -> str:
    """A value as a message quotes it: on one line, in plain characters, not too long."""
    text = value if isinstance(value, str) and value.isprintable() and value else repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise LineError(f"{_shown(key)}: given twice")
        found[key] = value
    return found
