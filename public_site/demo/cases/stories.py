"""Reads the stories: who complained of what, what was found, and how far the case has come."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

STORIES = Path(__file__).with_name("stories")


@dataclass(frozen=True)
class Person:
    """Somebody in a story; an empty name is somebody who gave none."""

    name: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    born: str = ""
    nhs_number: str = ""


@dataclass(frozen=True)
class Point:
    """One point of a complaint and what was found about it."""

    asks: str
    finding: str = ""
    because: str = ""
    change: str = ""
    who: str = ""


@dataclass(frozen=True)
class Move:
    """One step of a case: its verb, working days after receipt, and a word that it may need."""

    verb: str
    day: int
    word: str = ""


@dataclass(frozen=True)
class Story:
    """One case. ``received`` is so many working days before the day of the demonstration."""

    key: str
    received: int
    story: str
    headline: str = ""
    kind: str = "complaint"
    channel: str = "email"
    form: str = ""
    minutes: int = 0
    service: str = ""
    subject: str = ""
    place: str = ""
    happened: int = 0
    wanted: str = ""
    complainant: Person = field(default_factory=Person)
    patient: Person | None = None
    representation: str = ""
    relationship: str = ""
    basis: str = ""
    needs: str = ""
    safe_contact: str = ""
    officer: str = "officer"
    organisations: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    evidence_seen: str = ""
    authority_because: str = ""
    graded_because: str = ""
    returned_because: str = ""
    shared_because: str = ""
    agreed_because: str = ""
    risk_because: str = ""
    asked_again: str = ""
    ombudsman_says: str = ""
    note: str = ""
    writes: str = ""
    is_told: str = ""
    points: tuple[Point, ...] = ()
    path: tuple[Move, ...] = ()

    def who_answers(self, point: Point) -> str:
        """The organisation that answers a point; empty for the body itself."""
        return point.who or (self.organisations[0] if self.organisations else "")

    @property
    def closed_after(self) -> int | None:
        """Working days from receipt to closing; None for an open case."""
        ends = ("close", "withdraw")
        return next((move.day for move in self.path if move.verb in ends), None)


def stories_of(body_key: str) -> list[Story]:
    """The stories of a body, longest ago first. Raises ValueError for a path that cannot be."""
    found = [
        _story(path.stem, number, row)
        for path in sorted((STORIES / body_key).glob("*.toml"))
        for number, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
    ]
    return sorted(found, key=lambda story: -story.received)


def _story(file: str, number: int, row: dict[str, Any]) -> Story:
    values = dict(row)
    for name in ("complainant", "patient"):
        if name in values:
            values[name] = Person(**values[name])
    values["points"] = tuple(Point(**point) for point in values.pop("point", ()))
    values["path"] = tuple(_move(words) for words in values.pop("path", "").split(",") if words)
    for name in ("organisations", "files"):
        values[name] = tuple(values.get(name, ()))
    story = Story(key=f"{file}-{number + 1}", **values)
    # On a Saturday the day of the demonstration is itself no working day, hence "earlier than".
    if any(move.day >= max(story.received, 1) for move in story.path):
        raise ValueError(f"{story.key}: a step lies after the day of the demonstration")
    return story


def _move(words: str) -> Move:
    verb, day, *word = words.split()
    return Move(verb, int(day), " ".join(word))
