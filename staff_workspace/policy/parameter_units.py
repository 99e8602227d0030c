"""What a number of the profile counts: working or calendar days, hours, months; and how it reads."""

from __future__ import annotations

_BY_ENDING = {
    "_wd": "working day",
    "_cd": "calendar day",
    "_hours": "hour",
    "_weeks": "week",
    "_months": "month",
    "_years": "year",
    "_attempts": "time",
    "_repeats": "time",
}
_RANGES = frozenset({"response.target_ideal_cd", "meetings.lrm_update_weeks"})
_PERCENT = "_percent"


def unit_of(key: str) -> str:
    """The unit of the parameter at `key` in the singular; empty for a plain number."""
    return next((unit for ending, unit in _BY_ENDING.items() if key.endswith(ending)), "")


def counted(number: int, key: str) -> str:
    """A number with its unit: "3 working days", "1 month", "50%", or the bare number."""
    if key.endswith(_PERCENT):
        return f"{number}%"
    unit = unit_of(key)
    return f"{number} {unit}{'' if number == 1 else 's'}" if unit else str(number)


def numbers_in_words(numbers: tuple[int, ...], key: str) -> str:
    """Several numbers: a range as "7 to 14 calendar days", others one by one."""
    if key in _RANGES and len(numbers) == 2:
        return f"{numbers[0]} to {counted(numbers[1], key)}"
    return ", ".join(counted(number, key) for number in numbers)
