"""What a form knows besides the answers: the day, and the values of the body's policy."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Circumstances:
    """``promises``: name of a value of the policy → the value as text ("12", "yes", "no").

    ``words``: the same name → what a person reads ("12 months"), for texts that quote it in braces.
    """

    today: date | None = None
    promises: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def holds(self, name: str, values: Collection[str]) -> bool:
        """Whether the policy's value of that name is, or lists, one of ``values``."""
        held = self.promises.get(name, "")
        return held in values or not set(held.split()).isdisjoint(values)

    def number(self, value: int | str) -> int | None:
        """``value`` itself, or the policy's whole number of that name; None when not known."""
        if isinstance(value, int):
            return value
        text = self.promises.get(value, "")
        return int(text) if text.isdecimal() else None

    def only(self, names: set[str]) -> Circumstances:
        """The same day with the policy's values of these names alone: what a form relied on."""
        return Circumstances(self.today, {k: v for k, v in self.promises.items() if k in names})

    def to_json(self) -> dict[str, Any]:
        """As it is stored with what was sent."""
        return {"today": str(self.today or ""), "promises": dict(self.promises)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Circumstances:
        """Read back what ``to_json`` wrote; an empty mapping is what is not known."""
        today = stored.get("today")
        return cls(date.fromisoformat(today) if today else None, stored.get("promises", {}))


UNKNOWN = Circumstances()
