"""Where two profiles differ, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .parameters.value import Section, Value
from .profile import Profile


@dataclass(frozen=True, slots=True)
class Difference:
    """One parameter with both values in force; None where one profile lacks it."""

    key: str
    left: Any
    right: Any
    left_source: str = ""
    right_source: str = ""
    left_verified: bool = True
    right_verified: bool = True


def values(profile: Profile) -> dict[str, Value[Any]]:
    """Every value of a profile by its path; members of lists are named by their own key."""
    return dict(_walk("", profile))


def compare(left: Profile, right: Profile) -> tuple[Difference, ...]:
    """Every parameter whose value in force differs, in the order of the profile."""
    ours, theirs = values(left), values(right)
    found = []
    for key in dict.fromkeys((*ours, *theirs)):
        a, b = ours.get(key), theirs.get(key)
        if a is not None and b is not None and a.in_force == b.in_force:
            continue
        found.append(
            Difference(
                key,
                a.in_force if a is not None else None,
                b.in_force if b is not None else None,
                a.source if a is not None else "",
                b.source if b is not None else "",
                a.verified if a is not None else False,
                b.verified if b is not None else False,
            )
        )
    return tuple(found)


def _walk(path: str, node: Any) -> Iterator[tuple[str, Value[Any]]]:
    if isinstance(node, Value):
        yield path, node
    elif isinstance(node, Section):
        for name in type(node).model_fields:
            yield from _walk(f"{path}.{name}" if path else name, getattr(node, name))
    elif isinstance(node, dict):
        for name, item in node.items():
            yield from _walk(f"{path}.{name}", item)
    elif isinstance(node, tuple):
        for item in node:
            yield from _walk(f"{path}.{getattr(item, 'key', '')}", item)
