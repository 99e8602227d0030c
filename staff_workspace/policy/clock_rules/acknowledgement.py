"""First contact and acknowledgement: consent and pauses never move them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial

from ..case_facts import in_order, london_date
from ..profile import Profile
from ..working_days import WorkingCalendar, body_calendar, law_calendar
from .reading import Case, ClockReading, Name, not_applicable
from .running import by_hour, by_working_days
from .shape import Clock, Shape
from .waiting import until_the_end


@until_the_end
def first_contact(profile: Profile, shape: Shape) -> Clock:
    """Somebody speaks to the person: within hours or working days, where the body says so."""
    own = profile.first_contact
    value, hours = own.first_contact_wd, own.first_contact_hours
    if shape.by_social_media and own.social_contact_wd.in_force is not None:
        value = own.social_contact_wd
    source = value.source if hours.in_force is None else hours.source
    name = Name("first_contact", "First contact", "policy", source)
    if shape.anonymous:
        return not_applicable(name, "Nobody is known who could be contacted.")
    if hours.in_force is None and value.in_force is None:
        return not_applicable(name, "The policy names no time for a first contact.")
    if not shape.is_a(*own.first_contact_kinds.in_force):
        return not_applicable(name, "The policy asks for this with matters of other kinds.")
    grades = own.first_contact_grades.in_force
    if hours.in_force is not None and grades is not None and shape.grade not in grades:
        return not_applicable(name, "The policy asks for this with matters settled at once.")
    if hours.in_force is not None:
        return partial(_contact_by_hour, name, hours.in_force)
    assert value.in_force is not None  # with neither hours nor days we returned above
    return partial(_contact_by_day, name, value.in_force)


def _contact_by_hour(name: Name, hours: int, case: Case) -> ClockReading:
    return by_hour(name, case, hours=hours, done=_contacted(case))


def _contact_by_day(name: Name, working: int, case: Case) -> ClockReading:
    contacted = _contacted(case)
    return by_working_days(
        name,
        case,
        start=case.history.received,
        working=working,
        done=None if contacted is None else london_date(contacted),
        started_by="of receipt",
    )


@until_the_end
def acknowledgement(profile: Profile, shape: Shape) -> Clock:
    """The acknowledgement by staff. The automatic receipt and a mere call do not stop it."""
    own = profile.acknowledgement
    by_law = shape.is_a("complaint")
    name = Name(
        "acknowledgement",
        "Acknowledgement",
        "law and policy" if by_law else "policy",
        ("reg 13; " if by_law else "") + own.ack_wd.source,
    )
    if shape.anonymous:
        return not_applicable(name, "The complaint is anonymous: nobody can be written to.")
    if not by_law and not shape.is_a(*own.ack_kinds.in_force):
        return not_applicable(name, "The policy asks for no acknowledgement of this kind.")
    hours = _hours(profile, shape)
    if hours is not None:
        return partial(_acknowledged_by_hour, name, hours)
    day_before = timedelta(days=1 if own.count_from.in_force == "day_of_receipt" else 0)
    # The law's own calendar: a day on which the office is closed gives the body no extra day.
    days = law_calendar(profile) if by_law else body_calendar(profile)
    return partial(_acknowledged_by_day, name, own.ack_wd.in_force, day_before, days)


def _acknowledged_by_hour(name: Name, hours: int, case: Case) -> ClockReading:
    return by_hour(name, case, hours=hours, done=case.history.moment("acknowledged"))


def _acknowledged_by_day(
    name: Name, working: int, day_before: timedelta, days: WorkingCalendar, case: Case
) -> ClockReading:
    return by_working_days(
        name,
        case,
        start=case.history.received - day_before,
        working=working,
        done=case.history.first("acknowledged"),
        started_by="of receipt",
        days=days,
    )


def _contacted(case: Case) -> datetime | date | None:
    """The first contact, or the acknowledgement where that came earlier."""
    contact, acknowledged = (
        case.history.moment("first_contact"),
        case.history.moment("acknowledged"),
    )
    if contact is None or acknowledged is None:
        return acknowledged if contact is None else contact
    return min(contact, acknowledged, key=in_order)


def _hours(profile: Profile, shape: Shape) -> int | None:
    """Hours in which this grade is acknowledged, where the body's matrix counts in hours."""
    for grade in profile.grading.grades if shape.grade else ():
        if grade.key == shape.grade:
            return grade.ack_hours.in_force
    return None
