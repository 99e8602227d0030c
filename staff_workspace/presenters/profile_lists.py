"""The lists of a policy as a page shows them: contacts, closed days, grades, each row with its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from staff_workspace.policy.contact_check import is_stale
from staff_workspace.policy.parameter_codes import code_words
from staff_workspace.policy.parameters.body import Contact
from staff_workspace.policy.parameters.value import Section
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.profile_rows import (
    FACTS,
    LISTS,
    ONLY_REWORDED,
    plain_facts,
    row_id,
    rows,
)
from staff_workspace.policy.row_names import CASE_KINDS, CONTACT_KINDS, FACT_NAMES, LIST_NAMES
from staff_workspace.presenters.profile_words import day


@dataclass(frozen=True)
class RowCard:
    """One row; ``doubt`` says what a reader has to mind."""

    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    doubt: str
    may_change: bool
    may_remove: bool


@dataclass(frozen=True)
class ListBlock:
    """One list of a section."""

    path: str
    title: str
    one: str
    rows: tuple[RowCard, ...]
    may_add: bool


def list_blocks(profile: Profile, section: str) -> tuple[ListBlock, ...]:
    """The lists that stand in a section of the policy, in the order of the profile."""
    return tuple(
        _block(profile, path) for path in (*FACTS, *LISTS) if path.split(".")[0] == section
    )


def row_title(profile: Profile, path: str, row: Section) -> str:
    """What a row is called: its name, its day, or the body's title for a role."""
    if path in FACTS:
        return LIST_NAMES[path][1]
    for name in ("label", "name", "version"):
        if getattr(row, name, ""):
            return str(getattr(row, name))
    if isinstance(getattr(row, "day", None), date):
        return day(row.day)  # type: ignore[attr-defined]
    return code_words(row_id(row), profile)


def _block(profile: Profile, path: str) -> ListBlock:
    title, one = LIST_NAMES[path]
    found = tuple(_card(profile, path, row) for row in rows(profile, path))
    return ListBlock(path, title, one, found, may_add=path not in ONLY_REWORDED)


def _card(profile: Profile, path: str, row: Section) -> RowCard:
    title = row_title(profile, path, row)
    facts = (
        (FACT_NAMES[name], fact_words(profile, name, fact))
        for name, fact in plain_facts(path, row).items()
    )
    return RowCard(
        id=row_id(row) if path in LISTS else path,
        title=LIST_NAMES[path][0] if path in FACTS else title,
        facts=tuple((name, text) for name, text in facts if text and text != title),
        doubt=_doubt(row),
        may_change=path != "roles",
        may_remove=path not in ONLY_REWORDED,
    )


def fact_words(profile: Profile, name: str, fact: Any) -> str:
    """One fact as a line of text; empty for none."""
    if isinstance(fact, bool):
        return "Yes" if fact else "No"
    if isinstance(fact, date):
        return day(fact)
    if name == "kind":
        return CONTACT_KINDS[fact]
    if name == "kinds":
        return ", ".join(CASE_KINDS.get(kind, kind) for kind in fact)
    if name == "intervention":
        known = {way.key: way.label for way in profile.grading.interventions}
        return known.get(fact, "")
    return str(fact or "")


def _doubt(row: Section) -> str:
    if not isinstance(row, Contact) or not is_stale(row, today=timezone.localdate()):
        return ""
    if row.last_verified is None:
        return "Never checked"
    return "Not checked for a year"
