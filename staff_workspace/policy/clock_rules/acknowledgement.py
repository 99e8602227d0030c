"""First contact and acknowledgement: consent and pauses never move them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ..case_facts import london_date, london_time
from ..reasons import counted
from .reading import Case, ClockReading, Name, not_applicable
from .running import by_day, by_hour
from .waiting import until_the_end


@until_the_end
def first_contact(case: Case) -> ClockReading:
    """Somebody speaks to the person: within hours or working days, where the body says so."""
    own = case.profile.first_contact
    value, hours = own.first_contact_wd, own.first_contact_hours
    if case.facts.channel == "social_media" and own.social_contact_wd.in_force is not None:
        value = own.social_contact_wd
    source = value.source if hours.in_force is None else hours.source
    name = Name("first_contact", "First contact", "policy", source)
    if case.facts.anonymous:
        return not_applicable(name, "Nobody is known who could be contacted.")
    if hours.in_force is None and value.in_force is None:
        return not_applicable(name, "The policy names no time for a first contact.")
    if not case.facts.is_a(*own.first_contact_kinds.in_force):
        return not_applicable(name, "The policy asks for this with matters of other kinds.")
    grades = own.first_contact_grades.in_force
    if hours.in_force is not None and grades is not None and case.facts.grade not in grades:
        return not_applicable(name, "The policy asks for this with matters settled at once.")
    contacted = _contacted(case)
    if hours.in_force is not None:
        return by_hour(name, case, hours=hours.in_force, done=contacted)
    start, working = case.history.received, value.in_force
    assert working is not None  # with neither hours nor days we returned above
    return by_day(
        name,
        case,
        due=case.body_days.add_working_days(start, working),
        start=start,
        done=None if contacted is None else london_date(contacted),
        days=case.body_days,
        why=counted(start, working, case.body_days, started_by="of receipt")
        if case.explain
        else (),
    )


@until_the_end
def acknowledgement(case: Case) -> ClockReading:
    """The acknowledgement by staff. The automatic receipt and a mere call do not stop it."""
    own = case.profile.acknowledgement
    by_law = case.facts.is_a("complaint")
    name = Name(
        "acknowledgement",
        "Acknowledgement",
        "law and policy" if by_law else "policy",
        ("reg 13; " if by_law else "") + own.ack_wd.source,
    )
    if case.facts.anonymous:
        return not_applicable(name, "The complaint is anonymous: nobody can be written to.")
    if not by_law and not case.facts.is_a(*own.ack_kinds.in_force):
        return not_applicable(name, "The policy asks for no acknowledgement of this kind.")
    hours = _hours(case)
    if hours is not None:
        done = case.history.moment("acknowledged")
        return by_hour(name, case, hours=hours, done=done)
    start = case.history.received
    if own.count_from.in_force == "day_of_receipt":
        start -= timedelta(days=1)
    # The law's own calendar: a day on which the office is closed gives the body no extra day.
    days = case.law_days if by_law else case.body_days
    working = own.ack_wd.in_force
    return by_day(
        name,
        case,
        due=days.add_working_days(start, working),
        start=start,
        done=case.history.first("acknowledged"),
        days=days,
        why=counted(start, working, days, started_by="of receipt") if case.explain else (),
    )


def _contacted(case: Case) -> datetime | date | None:
    """The first contact, or the acknowledgement where that came earlier."""
    moments = [case.history.moment(name) for name in ("first_contact", "acknowledged")]
    return min((at for at in moments if at is not None), key=_when, default=None)


def _when(at: datetime | date) -> tuple[date, float]:
    exact = london_time(at)
    return london_date(at), exact.timestamp() if exact is not None else 0.0


def _hours(case: Case) -> int | None:
    """Hours in which this grade is acknowledged, where the body's matrix counts in hours."""
    wanted = case.facts.grade
    for grade in case.profile.grading.grades if wanted else ():
        if grade.key == wanted:
            return grade.ack_hours.in_force
    return None
