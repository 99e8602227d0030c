"""Enquiries by MPs and other elected people: acknowledgement, draft, reminder and final reply."""

from __future__ import annotations

from datetime import date

from ..parameters.value import Value
from ..reasons import counted
from .reading import Case, ClockReading, Name, count, not_applicable
from .response import agreed_date
from .running import by_day
from .waiting import until_the_end


@until_the_end
def mp_acknowledgement(case: Case) -> ClockReading:
    """Working days from receipt to the acknowledgement."""
    return _from_receipt(
        case,
        "mp_acknowledgement",
        "Acknowledge the enquiry",
        case.profile.elected_officials.mp_ack_wd,
        case.history.first("acknowledged"),
    )


@until_the_end
def mp_draft(case: Case) -> ClockReading:
    """Working days from receipt to a draft for the signatory."""
    return _from_receipt(
        case,
        "mp_draft",
        "Draft the reply",
        case.profile.elected_officials.mp_draft_wd,
        _drafted(case),
    )


@until_the_end
def mp_chase(case: Case) -> ClockReading:
    """Working days after the draft was due by which a late draft is obtained."""
    own = case.profile.elected_officials
    name = Name("mp_chase", "Obtain a late draft", "policy", own.mp_chase_wd.source)
    draft, chase, final = own.mp_draft_wd.in_force, own.mp_chase_wd.in_force, own.mp_final_wd
    reason = _does_not_apply(case)
    if reason or draft is None or chase is None:
        return not_applicable(name, reason or "The policy sends no reminder for a late draft.")
    days = case.body_days
    draft_due = days.add_working_days(case.history.received, draft)
    drafted = _drafted(case)
    if drafted is not None and drafted <= draft_due:
        return not_applicable(name, "The draft was there in time.")
    why: tuple[str, ...] = ()
    if case.explain:
        why = counted(draft_due, chase, days, started_by="on which the draft is due")
        if final.in_force is not None:
            buffer = count(final.in_force - draft - chase, "working day")
            why = (*why, f"That leaves {buffer} to the final reply.")
    return by_day(
        name,
        case,
        due=days.add_working_days(draft_due, chase),
        start=draft_due,
        done=drafted,
        days=days,
        why=why,
    )


@until_the_end
def mp_final(case: Case) -> ClockReading:
    """Working days from receipt to the reply, or the date that the office was told of in time."""
    return _from_receipt(
        case,
        "mp_final",
        "Reply to the enquiry",
        case.profile.elected_officials.mp_final_wd,
        case.history.first("final_response_sent"),
        may_move=True,
    )


def _from_receipt(
    case: Case,
    clock: str,
    label: str,
    limit: Value[int | None],
    done: date | None,
    *,
    may_move: bool = False,
) -> ClockReading:
    name = Name(clock, label, "policy", limit.source)
    reason = _does_not_apply(case)
    if reason or limit.in_force is None:
        return not_applicable(name, reason or "The policy sets no time for this.")
    days, start = case.body_days, case.history.received
    due = days.add_working_days(start, limit.in_force)
    moved: tuple[str, ...] = ()
    if may_move:
        agreed, moved = agreed_date(case, due)
        due = agreed or due
    why = counted(start, limit.in_force, days, started_by="of receipt") if case.explain else ()
    return by_day(
        name, case, due=due, start=start, done=done, days=days, why=(*why, *moved), moved_by=moved
    )


def _drafted(case: Case) -> date | None:
    return case.history.first("drafted") or case.history.first("final_response_sent")


def _does_not_apply(case: Case) -> str:
    if not case.facts.is_a("mp_enquiry"):
        return "This clock is for enquiries by elected people."
    if case.facts.elected_as not in case.profile.elected_officials.mp_scope.in_force:
        return "The policy has no procedure for this kind of elected person."
    return ""
