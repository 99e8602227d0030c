"""What differs between two profiles, down to the source and the doubts, and one value changed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .compare import values
from .law_floor import below_the_floor
from .parameters.value import Section, Value
from .profile import Profile, ProfileError

# Set by publishing, so they differ between any two versions.
OF_THE_VERSION = frozenset({"profile_version", "effective_from"})


@dataclass(frozen=True, slots=True)
class Change:
    """One parameter (a Value) or plain fact before and after; None where one profile lacks it."""

    key: str
    before: Any
    after: Any

    @property
    def decides(self) -> bool:
        """True when what is in force changes; false for sources, doubts and reasons alone."""
        if isinstance(self.before, Value) and isinstance(self.after, Value):
            return bool(self.before.in_force != self.after.in_force)
        return True


def changes(before: Profile, after: Profile) -> tuple[Change, ...]:
    """Every difference, in the order of the profile, leaving out number and day of the version."""
    old = values(before) | facts(before)
    new = values(after) | facts(after)
    return tuple(
        Change(key, old.get(key), new.get(key))
        for key in dict.fromkeys((*old, *new))
        if key not in OF_THE_VERSION and old.get(key) != new.get(key)
    )


def facts(profile: Profile) -> dict[str, Any]:
    """Every plain fact of a profile by its path: names, contacts, closures, labels of grades."""
    return dict(_facts("", profile))


def with_value(profile: Profile, key: str, value: dict[str, Any]) -> Profile:
    """A copy of the profile in which the value at `key` is `value`, in JSON-safe form.

    Keys are those of `compare.values`. Raises KeyError for a key that the profile lacks, and
    ProfileError whose faults are keyed by the part of the value at fault (`in_force`, `source` …,
    or nothing for the value as a whole).
    """
    if key not in values(profile):
        raise KeyError(key)
    data = copy.deepcopy(profile.to_dict())
    node: Any = data
    way, last = key.split(".")[:-1], key.split(".")[-1]
    for part in way:
        if isinstance(node, list):
            node = next(member for member in node if member["key"] == part)
        else:
            node = node[part]
    node[last] = value
    try:
        return Profile.from_dict(data)
    except ProfileError as error:
        faults = tuple((_part_of_value(at), what) for at, what in error.faults)
        raise ProfileError(str(error), faults) from None


def laxer_than_law(
    profile: Profile, statute: Profile, key: str = ""
) -> tuple[tuple[str, str], ...]:
    """Key and words of each parameter (of `key` alone, if given) that falls below the law."""
    found = (line.partition(" ") for line in below_the_floor(profile, statute))
    return tuple((at, words) for at, _, words in found if not key or at == key)


def _part_of_value(location: str) -> str:
    parts = [part for part in location.split(".") if part in Value.model_fields]
    return parts[-1] if parts else ""


def _facts(path: str, node: Any) -> Iterator[tuple[str, Any]]:
    """Every plain fact by its path; a list of facts without keys is one fact."""
    if isinstance(node, Section) and not isinstance(node, Value):
        for name in type(node).model_fields:
            yield from _facts(f"{path}.{name}" if path else name, getattr(node, name))
    elif isinstance(node, tuple) and node and all(hasattr(item, "key") for item in node):
        for item in node:
            yield from _facts(f"{path}.{item.key}", item)
    elif not isinstance(node, Value | dict):
        yield path, node
