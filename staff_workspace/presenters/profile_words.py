"""A value of the profile in the words of the screen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from staff_workspace.policy.parameter_codes import code_words, is_free_text
from staff_workspace.policy.parameter_names import in_words
from staff_workspace.policy.parameter_units import counted, numbers_in_words
from staff_workspace.policy.parameters.deciding import ScoreBand
from staff_workspace.policy.parameters.value import Section
from staff_workspace.policy.profile import Profile

NOT_SET = "Not set"


def words(value: Any, *, key: str, profile: Profile) -> str:
    """One value as a line of text; roles by the body's own titles."""
    if value is None or value == "":
        return NOT_SET
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime | date):
        return day(value)
    if isinstance(value, tuple):
        return _list(value, key=key, profile=profile)
    if isinstance(value, ScoreBand):
        return f"{in_words(value.level)}: {value.lowest} to {value.highest}"
    if isinstance(value, Section):
        given = (str(getattr(value, name) or "") for name in type(value).model_fields)
        return " – ".join(part for part in given if part)
    if isinstance(value, str):
        return value if is_free_text(key) else code_words(value, profile)
    return counted(value, key) if isinstance(value, int) else str(value)


def day(value: date | datetime | None) -> str:
    """A date, or a moment, as tables show it; "no date" for none."""
    if value is None:
        return "no date"
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    return date_format(value, "j F Y")


def _list(value: tuple[Any, ...], *, key: str, profile: Profile) -> str:
    if not value:
        return "None"
    if all(isinstance(item, int) for item in value):
        return numbers_in_words(value, key)
    return ", ".join(words(item, key=key, profile=profile) for item in value)
