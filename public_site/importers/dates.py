"""The dates of a document's control lines, as British documents write them."""

import re
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NUMERIC = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NAMED = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+)?([A-Z][a-z]{2,8})\.?,?\s+(\d{4})\b", re.I
)


def find_date(text: str) -> date | None:
    """The first date in the text, day before month; a month without a day is its first day."""
    if m := _ISO.search(text):
        return _date(int(m[1]), int(m[2]), int(m[3]))
    if m := _NUMERIC.search(text):
        year = int(m[3]) + (2000 if len(m[3]) == 2 else 0)
        return _date(year, int(m[2]), int(m[1]))
    for m in _NAMED.finditer(text):
        month = m[2][:3].lower()
        if month in _MONTHS:
            return _date(int(m[3]), _MONTHS.index(month) + 1, int(m[1] or 1))
    return None


def after_date(text: str) -> str:
    """What a line says behind its date."""
    for pattern in (_ISO, _NUMERIC, _NAMED):
        if m := pattern.search(text):
            return text[m.end() :].strip(" .,;")
    return ""


def _date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
