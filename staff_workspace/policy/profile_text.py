"""A profile written back as TOML that reads as the very same profile."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .parameters.value import SILENT
from .profile import Profile

_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def to_toml(profile: Profile) -> str:
    """The profile as the text of a file; comments of the file it came from are not kept."""
    data = profile.to_dict()
    top = {key: item for key, item in data.items() if not _is_table(item)}
    lines = [f"{key} = {_inline(item)}" for key, item in top.items() if item is not None]
    for key, item in data.items():
        if key not in top:
            lines += _table(key, item)
    return "\n".join(lines) + "\n"


def _table(path: str, item: Any) -> Iterator[str]:
    """A table with its plain keys first, or one block for each member of a list of tables."""
    members = item if isinstance(item, list) else [item]
    for member in members:
        yield ""
        yield f"[[{path}]]" if isinstance(item, list) else f"[{path}]"
        inner = {key: value for key, value in member.items() if _is_table(value)}
        for key, value in member.items():
            if key not in inner and value is not None:
                yield f"{key} = {_inline(value)}"
        for key, value in inner.items():
            yield from _table(f"{path}.{key}", value)


def _is_table(item: Any) -> bool:
    """True for what gets a heading of its own: sections, and lists of them that are not empty."""
    if isinstance(item, list):
        return bool(item) and all(isinstance(member, dict) for member in item)
    return isinstance(item, dict) and "in_force" not in item


def _inline(item: Any) -> str:
    if isinstance(item, dict):
        short = _shorten(item) if "silent" in item else item
        pairs = (f"{key} = {_inline(value)}" for key, value in short.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(item, list):
        return "[" + ", ".join(_inline(member) for member in item) + "]"
    if isinstance(item, str) and _ISO_DATE.fullmatch(item):
        return item  # a date of TOML's own
    return json.dumps(item, ensure_ascii=False)


def _shorten(value: dict[str, Any]) -> dict[str, Any]:
    """A value in the short form of the files: what follows from the rest is left out."""
    by, on = value["verified_by"], value["verified_on"]
    confirmed = {"verified_by": by, "verified_on": on} if by else {}
    if value["silent"]:
        kept: dict[str, Any] = {"silent": True}
        for key, empty in (("in_force", None), ("source", ""), ("reason", SILENT)):
            if value[key] != empty:
                kept[key] = value[key]
        if value["verified"]:
            kept["verified"] = True
        return kept | confirmed
    short = {"in_force": value["in_force"], "source": value["source"]}
    if value["policy_says"] != value["in_force"]:
        short["policy_says"] = value["policy_says"]
    if not value["verified"]:
        short["verified"] = False
    if value["reason"]:
        short["reason"] = value["reason"]
    return short | confirmed
