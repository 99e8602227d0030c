"""The numbers of a body's policy that a public page quotes in braces: ``{ack_wd}``.

A page holds the name; the number in force on the day is put in when the page is served, so that no
number is typed twice. ``{ack_wd in words}`` brings its unit: 3 working days.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import escape

from staff_workspace.policy.compare import values
from staff_workspace.policy.parameter_names import SECTIONS, name_of
from staff_workspace.policy.parameter_units import counted
from staff_workspace.policy.profile import Profile

PLACE = re.compile(r"\{([a-z][a-z0-9_]*)( in words)?\}")
NOT_SET = "no set number of"
# The end of a parameter's key is the name of its number; where two end alike, the section tells.
_SECTIONS = (
    "first_contact",
    "acknowledgement",
    "response",
    "consent_timing",
    "elected_officials",
    "meetings",
    "eligibility",
    "consent",
    "restrictions",
    "sign_off",
    "records",
)
_RANGES = {
    "response.target_ideal_cd": ("ideal_from_cd", "ideal_to_cd"),
    "meetings.lrm_update_weeks": ("lrm_update_from_weeks", "lrm_update_to_weeks"),
}


@dataclass(frozen=True)
class Number:
    """One number that a page may quote; ``value`` is None where the policy sets none."""

    name: str
    label: str
    key: str
    value: int | None
    verified: bool

    @property
    def in_words(self) -> str:
        """The number with its unit."""
        return counted(self.value, self.key) if self.value is not None else NOT_SET


def numbers(profile: Profile) -> dict[str, Number]:
    """Every number that a page may quote, by its name."""
    found = {}
    for key, value in values(profile).items():
        section, last = key.split(".")[0], key.split(".")[-1]
        label = f"{SECTIONS[section]}: {name_of(profile, key)}"
        if key in _RANGES:
            pair = value.in_force or (None, None)
            for name, side, end in zip(_RANGES[key], pair, ("from", "to"), strict=True):
                found[name] = Number(name, f"{label} ({end})", key, side, value.verified)
        elif key.startswith("grading.grades.") and last == "target_wd":
            name = f"target_{key.split('.')[2]}_wd"
            found[name] = Number(name, label, key, value.in_force, value.verified)
        elif section in _SECTIONS and _is_number(value.in_force, value):
            found[last] = Number(last, label, key, value.in_force, value.verified)
    return found


def quoted(text: str) -> set[str]:
    """The names in braces that a text quotes."""
    return {match[1] for match in PLACE.finditer(text)}


def filled(html: str, profile: Profile) -> str:
    """The page with its numbers; a name that the policy no longer knows stays as it is."""
    known = numbers(profile)
    return PLACE.sub(_put(known), html)


def _put(known: dict[str, Number]) -> Callable[[re.Match[str]], str]:
    def put(match: re.Match[str]) -> str:
        number = known.get(match[1])
        if number is None:
            return match[0]
        if match[2]:
            return str(escape(number.in_words))
        return NOT_SET if number.value is None else str(number.value)

    return put


def _is_number(in_force: object, value: object) -> bool:
    """Whether the parameter is a whole number, or would be one if it were set."""
    declared = type(value).model_fields["in_force"].annotation  # type: ignore[attr-defined]
    if isinstance(in_force, bool):
        return False
    return isinstance(in_force, int) or declared == int | None
