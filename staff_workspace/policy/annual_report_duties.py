"""What the yearly report says and who gets it (regulation 18)."""

from __future__ import annotations

from collections.abc import Mapping

from .profile import Profile

CONTENTS: dict[str, str] = {
    "complaints_received": "How many complaints were received",
    "well_founded": "How many of them were well-founded",
    "referred_to_ombudsman": "How many the body knows to have gone to an ombudsman",
    "by_subject": "What the complaints were about",
    "matters_of_importance": "Matters of general importance, or about how complaints are handled",
    "lessons": "What has been done to improve services",
}
_MAY_BE_EMPTY = frozenset({"by_subject", "matters_of_importance", "lessons"})


def contents_missing(report: Mapping[str, object]) -> tuple[str, ...]:
    """What the report lacks, in words. A zero is a figure; an empty list is lacking unless nothing
    was received, because then there is nothing to summarise."""
    nothing_came = report.get("complaints_received") == 0
    lacking = []
    for key, words in CONTENTS.items():
        value = report.get(key)
        empty = value is None or (key in _MAY_BE_EMPTY and not value and not nothing_came)
        if empty:
            lacking.append(words)
    return tuple(lacking)


def recipients(profile: Profile) -> tuple[str, ...]:
    """Whom the body sends it to. Whoever asks for it gets it too, whatever the policy says."""
    return tuple(dict.fromkeys((*profile.records.annual_report_to.in_force, "anyone_who_asks")))
