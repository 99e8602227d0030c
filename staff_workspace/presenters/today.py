"""The first screen: what somebody must do, in order of need."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from permissions.gate import visible_to
from permissions.rules.actions import Action
from staff_workspace.models import Case
from staff_workspace.policy.working_days import CalendarNotVerified, WorkingCalendar
from staff_workspace.presenters.next_steps import PREFETCH, next_steps
from staff_workspace.presenters.step import Step
from staff_workspace.queries.queue import cases_for

MOST_CASES = 60
MOST_LATER = 12


@dataclass(frozen=True)
class Duty:
    """One row: the case and the step to take."""

    case: Case
    step: Step
    when: str
    due: date | None


@dataclass
class DutyGroup:
    """Duties of equal urgency."""

    title: str
    tone: str
    duties: list[Duty] = field(default_factory=list)
    more: int = 0


def duty_groups(user: Any, body: Any, *, today: date, calendar: WorkingCalendar) -> list[DutyGroup]:
    """Overdue, today, the next three working days, then what has no near date."""
    soon, next_title = _soon(today, calendar)
    overdue, now, next_days, later = groups = [
        DutyGroup("Overdue", "red"),
        DutyGroup("Due today", "amber"),
        DutyGroup(next_title, "blue"),
        DutyGroup("Also open to you", "grey"),
    ]
    for duty in duties(user, body, today=today, calendar=calendar):
        due = duty.due
        if due is None or due > soon:
            later.duties.append(duty)
        elif due < today:
            overdue.duties.append(duty)
        else:
            (now if due == today else next_days).duties.append(duty)
    later.more = max(0, len(later.duties) - MOST_LATER)
    del later.duties[MOST_LATER:]
    return [group for group in groups if group.duties]


def _soon(today: date, calendar: WorkingCalendar) -> tuple[date, str]:
    """The end of the next days and what they are called; calendar days where none are checked."""
    try:
        return calendar.add_working_days(today, 3), "Next 3 working days"
    except CalendarNotVerified:
        return today + timedelta(days=3), "Next 3 days"


def duties(user: Any, body: Any, *, today: date, calendar: WorkingCalendar) -> list[Duty]:
    """The first step that the person may take on each of their open cases."""
    cases = (
        cases_for(user, body)
        .exclude(state="closed", ombudsman_due=None)
        .select_related("profile_version", "body")
        # A version's digest is enough to find its policy, which is kept; its data are long.
        .defer("profile_version__data")
        .prefetch_related(*PREFETCH)
        .order_by("next_due", "received_at")[:MOST_CASES]
    )
    cases = list(cases)
    allowed = _allowed(user, [case.pk for case in cases])
    found = []
    for case in cases:
        step = next((s for s in next_steps(case) if case.pk in allowed[s.action]), None)
        if step:
            # A step without a day of its own is as pressing as the case's nearest clock.
            due = step.due or case.next_due
            found.append(Duty(case, step, when(due, today, calendar), due))
    return sorted(found, key=lambda d: (d.due or date.max, d.case.received_at))


def _allowed(user: Any, ids: list[int]) -> dict[Action, set[int]]:
    cases = Case.objects.filter(pk__in=ids)
    return {
        action: set(visible_to(user, cases, action).values_list("pk", flat=True))
        for action in Action
        if action.value.startswith("case.")
    }


def when(due: date | None, today: date, calendar: WorkingCalendar) -> str:
    """How far away a date is, in words."""
    if due is None:
        return "No fixed date"
    if due == today:
        return "Today"
    if due < today:
        try:
            late = calendar.working_days_between(due, today)
        except CalendarNotVerified:
            return f"Late since {due.day} {due:%B %Y}"
        if late == 0:
            return f"Late since {due:%A} {due.day} {due:%B}"
        return f"{late} working day{'' if late == 1 else 's'} late"
    if due <= today + timedelta(days=7):
        return f"{due:%A} {due.day} {due:%B}"
    return f"{due.day} {due:%B %Y}"
