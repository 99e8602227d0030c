"""Enquiries by MPs and other elected people: acknowledgement, draft, reminder and final reply."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from ..parameters.value import Value
from ..profile import Profile
from ..reasons import counted
from .agreement import agreed_date
from .reading import Case, ClockReading, Name, count, not_applicable
from .running import by_day, by_working_days
from .shape import Clock, Shape
from .waiting import until_the_end


@until_the_end
def mp_acknowledgement(profile: Profile, shape: Shape) -> Clock:
    """Working days from receipt to the acknowledgement."""
    limit = profile.elected_officials.mp_ack_wd
    name = Name("mp_acknowledgement", "Acknowledge the enquiry", "policy", limit.source)
    return _from_receipt(profile, shape, name, limit, _acknowledgement)


@until_the_end
def mp_draft(profile: Profile, shape: Shape) -> Clock:
    """Working days from receipt to a draft for the signatory."""
    limit = profile.elected_officials.mp_draft_wd
    name = Name("mp_draft", "Draft the reply", "policy", limit.source)
    return _from_receipt(profile, shape, name, limit, _draft)


@until_the_end
def mp_chase(profile: Profile, shape: Shape) -> Clock:
    """Working days after the draft was due by which a late draft is obtained."""
    own = profile.elected_officials
    name = Name("mp_chase", "Obtain a late draft", "policy", own.mp_chase_wd.source)
    draft, chase, final = own.mp_draft_wd.in_force, own.mp_chase_wd.in_force, own.mp_final_wd
    reason = _does_not_apply(profile, shape)
    if reason or draft is None or chase is None:
        return not_applicable(name, reason or "The policy sends no reminder for a late draft.")
    return partial(_chase, name, draft, chase, final.in_force)


@until_the_end
def mp_final(profile: Profile, shape: Shape) -> Clock:
    """Working days from receipt to the reply, or the date that the office was told of in time."""
    limit = profile.elected_officials.mp_final_wd
    name = Name("mp_final", "Reply to the enquiry", "policy", limit.source)
    return _from_receipt(profile, shape, name, limit, _final)


def _acknowledgement(name: Name, working: int, case: Case) -> ClockReading:
    return by_working_days(
        name,
        case,
        start=case.history.received,
        working=working,
        done=case.history.first("acknowledged"),
        started_by="of receipt",
    )


def _draft(name: Name, working: int, case: Case) -> ClockReading:
    return by_working_days(
        name,
        case,
        start=case.history.received,
        working=working,
        done=_drafted(case),
        started_by="of receipt",
    )


def _chase(name: Name, draft: int, chase: int, final: int | None, case: Case) -> ClockReading:
    days = case.body_days
    draft_due = days.add_working_days(case.history.received, draft)
    drafted = _drafted(case)
    if drafted is not None and drafted <= draft_due:
        return not_applicable(name, "The draft was there in time.")
    why: tuple[str, ...] = ()
    if case.explain:
        why = counted(draft_due, chase, days, started_by="on which the draft is due")
        if final is not None:
            buffer = count(final - draft - chase, "working day")
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


def _final(name: Name, working: int, case: Case) -> ClockReading:
    days, start = case.body_days, case.history.received
    due = days.add_working_days(start, working)
    agreed, moved = agreed_date(case, due)
    why = counted(start, working, days, started_by="of receipt") if case.explain else ()
    return by_day(
        name,
        case,
        due=agreed or due,
        start=start,
        done=case.history.first("final_response_sent"),
        days=days,
        why=(*why, *moved),
        moved_by=moved,
    )


def _from_receipt(
    profile: Profile,
    shape: Shape,
    name: Name,
    limit: Value[int | None],
    read: Callable[[Name, int, Case], ClockReading],
) -> Clock:
    reason = _does_not_apply(profile, shape)
    if reason or limit.in_force is None:
        return not_applicable(name, reason or "The policy sets no time for this.")
    return partial(read, name, limit.in_force)


def _drafted(case: Case) -> date | None:
    return case.history.first("drafted") or case.history.first("final_response_sent")


def _does_not_apply(profile: Profile, shape: Shape) -> str:
    if not shape.is_a("mp_enquiry"):
        return "This clock is for enquiries by elected people."
    if shape.elected_as not in profile.elected_officials.mp_scope.in_force:
        return "The policy has no procedure for this kind of elected person."
    return ""
