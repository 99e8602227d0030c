"""A stored profile of an earlier schema: what was added since is filled in, and says so."""

from __future__ import annotations

import copy
from typing import Any

from pydantic import ValidationError

from .parameters.value import Value
from .profile import NAMES, Profile, ProfileError, load

ADDED = "Added to Candour after this version was published: the shipped profile's value stands in."


def read_stored(data: dict[str, Any], *, origin: str = "the stored profile") -> Profile:
    """The profile that an earlier or the present schema stored.

    A parameter that the stored data lacks is taken from the shipped profile of the same body (the
    regulations for a body that has none) as unverified; one that the schema no longer knows is
    left aside. Anything else that is wrong raises ProfileError, as `Profile.from_dict` does.
    """
    try:
        return Profile.from_dict(data, origin=origin)
    except ProfileError as error:
        if not isinstance(error.__cause__, ValidationError):
            raise
        return Profile.from_dict(_brought_up_to_date(data, error.__cause__), origin=origin)


def _brought_up_to_date(data: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    """A copy of `data` with every key that was missing, and without every unknown one."""
    complete = copy.deepcopy(data)
    shipped = _shipped(data).to_dict()
    for fault in error.errors():
        *way, last = fault["loc"]
        if fault["type"] == "extra_forbidden":
            del _follow(complete, complete, way)[0][last]
        elif fault["type"] == "missing":
            ours, theirs = _follow(complete, shipped, way)
            if isinstance(theirs, dict) and last in theirs:
                ours[last] = _doubted(theirs[last])
    return complete


def _shipped(data: dict[str, Any]) -> Profile:
    key = data.get("body", {}).get("key", "")
    return load(key if key in NAMES else "statute")


def _follow(ours: Any, theirs: Any, way: list[int | str]) -> tuple[Any, Any]:
    """What lies at `way` in both; members of lists are matched by their own key."""
    for part in way:
        ours = ours[part]
        if isinstance(theirs, list):
            theirs = next((member for member in theirs if member.get("key") == ours.get("key")), {})
        else:
            theirs = theirs.get(part, {})
    return ours, theirs


def _doubted(shipped: Any) -> Any:
    """A shipped part with every value in it marked as confirmed by nobody."""
    if isinstance(shipped, list):
        return [_doubted(member) for member in shipped]
    if not isinstance(shipped, dict):
        return shipped
    if set(shipped) != set(Value.model_fields):
        return {key: _doubted(item) for key, item in shipped.items()}
    return shipped | {"verified": False, "reason": f"{ADDED} {shipped['reason']}".strip()}
