"""The lists of a profile whose rows a body adds, changes and removes: contacts, closures, grades …"""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from .compare import values
from .parameter_codes import is_free_text
from .parameter_names import name_of
from .parameters import body as who
from .parameters import deciding
from .parameters.value import Section
from .profile import Profile, ProfileError


@dataclass(frozen=True, slots=True)
class RowList:
    """The type of a list's rows, and the values that a new row begins with: not yet spoken of."""

    row: type[Section]
    begins_with: dict[str, Any] = field(default_factory=dict)


_SILENT = {"silent": True}
_UNDATED = {"target_wd": _SILENT, "aim_wd": _SILENT, "ack_hours": _SILENT}
LISTS: dict[str, RowList] = {
    "contacts": RowList(who.Contact),
    "calendar.closures": RowList(who.Closure),
    "calendar.one_off_bank_holidays": RowList(who.Closure),
    "document.history": RowList(who.DocumentVersion),
    "roles": RowList(deciding.Role),
    "grading.grades": RowList(deciding.Grade, _UNDATED),
    "grading.interventions": RowList(deciding.Intervention, {"time": _SILENT | {"in_force": ""}}),
    "response_letter.elements": RowList(deciding.LetterElement),
}
# One row each, which can be changed alone.
FACTS: dict[str, type[Section]] = {"body": who.Body, "document": who.Document}
# What rules of ours refer to is reworded, not added or removed.
ONLY_REWORDED = frozenset({"response_letter.elements", *FACTS})
_SAME_TWICE = "There is one of these in the list already"


def rows(profile: Profile, path: str) -> tuple[Section, ...]:
    """The rows of a list, or the one row of a group of facts. Raises KeyError for another path."""
    if path not in LISTS and path not in FACTS:
        raise KeyError(path)
    found: Any = profile
    for part in path.split("."):
        found = getattr(found, part)
    return found if isinstance(found, tuple) else (found,)


def row_id(row: Section) -> str:
    """What tells a row from the others of its list: its key, or its day or version."""
    return str(getattr(row, "key", None) or next(iter(row.model_dump(mode="json").values())))


def row_of(profile: Profile, path: str, at: str) -> Section:
    """The row of that id; of a group of facts the one there is. Raises KeyError."""
    if path in FACTS:
        return rows(profile, path)[0]
    for row in rows(profile, path):
        if row_id(row) == at:
            return row
    raise KeyError(at)


def fact_names(path: str) -> tuple[str, ...]:
    """The facts of a row that a form asks for: neither its key nor its values with sources."""
    if path == "roles":
        return ("name",)  # becomes the key and, as a value with its source, the title
    row = LISTS[path].row if path in LISTS else FACTS[path]
    return tuple(
        name
        for name, told in row.model_fields.items()
        if name != "key" and not _holds_values(told.annotation)
    )


def plain_facts(path: str, row: Section) -> dict[str, Any]:
    """The facts of a row by their names; none of a role, whose title is a value."""
    return {name: getattr(row, name) for name in fact_names(path) if hasattr(row, name)}


def with_row(profile: Profile, path: str, facts: dict[str, Any], *, at: str = "") -> Profile:
    """A copy of the profile in which the row `at` has these JSON-safe facts; a new row without it.

    Raises KeyError for an unknown row and ProfileError, its faults keyed by the fact, for what the
    profile refuses.
    """
    data = copy.deepcopy(profile.to_dict())
    node = _node(data, path)
    if path in FACTS:
        node |= facts
    elif path in ONLY_REWORDED and not at:
        raise ProfileError("Nothing can be added here")
    elif at:
        index = rows(profile, path).index(row_of(profile, path, at))
        node[index] |= facts
    else:
        node.append(_new_row(path, node, facts))
    changed = _read(data)
    names = [row_id(row) for row in rows(changed, path)]
    if len(set(names)) != len(names):
        first = next(iter(facts))
        raise ProfileError(_SAME_TWICE, ((first, _SAME_TWICE),))
    _keeps_a_contact(profile, changed)
    return changed


def without_row(profile: Profile, path: str, at: str) -> Profile:
    """A copy of the profile without the row. ProfileError where the profile still names it."""
    row = row_of(profile, path, at)
    if path in ONLY_REWORDED:
        raise ProfileError("This cannot be removed")
    used = sorted(set(_naming(profile, path, row)))
    if used:
        raise ProfileError(f"It is still named in: {', '.join(used)}. Change that first")
    data = copy.deepcopy(profile.to_dict())
    del _node(data, path)[rows(profile, path).index(row)]
    changed = _read(data)
    _keeps_a_contact(profile, changed)
    return changed


def _naming(profile: Profile, path: str, row: Section) -> Iterator[str]:
    """What in the profile names the row by its key, in words."""
    key = getattr(row, "key", None)
    if path == "grading.interventions":
        yield from (g.label for g in profile.grading.grades if g.intervention == key)
    if path not in {"roles", "grading.grades", "contacts"}:
        return
    for where, value in values(profile).items():
        held = value.in_force if isinstance(value.in_force, tuple) else (value.in_force,)
        named = any(key in (item, getattr(item, "level", None)) for item in held)
        if named and not is_free_text(where):
            yield name_of(profile, where)


def _keeps_a_contact(before: Profile, after: Profile) -> None:
    """The public is told how to reach the body, so one contact stays the body's own."""
    if before.contacts_of("body") and not after.contacts_of("body"):
        words = "One contact must be the body itself, so that people can reach it"
        raise ProfileError(words, (("kind", words),))


def _holds_values(annotation: Any) -> bool:
    """Whether a field holds values with sources, or a list of rows of its own."""
    inside = get_args(annotation) if get_origin(annotation) else (annotation,)
    return any(isinstance(each, type) and issubclass(each, Section) for each in inside)


def _new_row(path: str, node: list[dict[str, Any]], facts: dict[str, Any]) -> dict[str, Any]:
    if path == "roles":
        # The policy has not spoken of it yet: the title waits for its source.
        return {"key": _new_key(node, facts), "title": {"silent": True, "in_force": facts["name"]}}
    key = {"key": _new_key(node, facts)} if "key" in LISTS[path].row.model_fields else {}
    return {**LISTS[path].begins_with, **key, **facts}


def _new_key(node: list[dict[str, Any]], facts: dict[str, Any]) -> str:
    """A key made from the name of a new row, unlike every key of the list."""
    name = str(facts.get("name") or facts.get("label") or "")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "row"
    taken = {row["key"] for row in node}
    return next(
        key for n in range(1, 1000) if (key := base if n == 1 else f"{base}_{n}") not in taken
    )


def _node(data: dict[str, Any], path: str) -> Any:
    for part in path.split("."):
        data = data[part]
    return data


def _read(data: dict[str, Any]) -> Profile:
    try:
        return Profile.from_dict(data)
    except ProfileError as error:
        faults = tuple((at.split(".")[-1], what) for at, what in error.faults)
        raise ProfileError(str(error), faults) from None
