"""What a correction of the policy does to the open cases that came in under it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from permissions.gate import visible_to
from permissions.rules.actions import Action
from staff_workspace.models import Case, ProfileVersion
from staff_workspace.policy.clocks import ClockReading, EventError
from staff_workspace.policy.clocks_told import told_clocks
from staff_workspace.policy.profile import Profile
from staff_workspace.queries.case_clocks import clock_facts


@dataclass(frozen=True, slots=True)
class Move:
    """One clock whose date moves; None where there is no date."""

    label: str
    before: date | datetime | None
    after: date | datetime | None
    late_before: bool
    late_after: bool


@dataclass(frozen=True, slots=True)
class CaseEffect:
    """An open case with the dates that move; ``problem`` when a date can no longer be told."""

    case: Case
    moves: tuple[Move, ...] = ()
    problem: str = ""
    unreadable: bool = False


def open_cases_of(version: ProfileVersion) -> QuerySet[Case]:
    """The open cases that hold ``version``, oldest first."""
    return version.case_set.exclude(state="closed").order_by("received_at", "pk")


def open_cases_seen(user: Any, version: ProfileVersion) -> QuerySet[Case]:
    """Those of them that ``user`` may view.

    What is told of the others, a number too, tells somebody who is shut out that there is one.
    """
    return visible_to(user, open_cases_of(version), Action.VIEW_CASE)


def correction_effect(
    version: ProfileVersion, corrected: Profile, *, as_of: datetime
) -> list[CaseEffect]:
    """Every open case that holds ``version``, with what ``corrected`` moves as of now."""
    cases = open_cases_of(version).prefetch_related("events")
    moment = timezone.localtime(as_of)
    return [_effect(case, version.profile, corrected, moment) for case in cases]


def _effect(case: Case, before: Profile, after: Profile, moment: datetime) -> CaseEffect:
    if case.grade and case.grade not in {grade.key for grade in after.grading.grades}:
        return CaseEffect(case, problem="its grade no longer exists")
    facts = clock_facts(case)
    try:
        old = told_clocks(before, facts, as_of=moment, explain=False)
        new = told_clocks(after, facts, as_of=moment, explain=False)
    except EventError:
        # It had no dates to begin with: the correction takes none away.
        return CaseEffect(case, unreadable=True)
    was, lost = old.by_name(), set(new.untold) - set(old.untold)
    if lost:
        names = ", ".join(was[name].label for name in old.by_name() if name in lost)
        return CaseEffect(case, problem=f"{names} lies beyond the checked calendar")
    pairs = ((was.get(reading.clock), reading) for reading in new.readings)
    return CaseEffect(case, tuple(_move(a, b) for a, b in pairs if (a.due if a else None) != b.due))


def _move(before: ClockReading | None, after: ClockReading) -> Move:
    return Move(
        after.label,
        before.due if before else None,
        after.due,
        before is not None and before.state == "breached",
        after.state == "breached",
    )


def moved_and_held(effects: list[CaseEffect], may_see: Collection[int]) -> tuple[int, int]:
    """In how many of how many cases that the reader may see a date moves."""
    seen = [effect for effect in effects if effect.case.pk in may_see]
    return sum(bool(effect.moves) for effect in seen), len(seen)
