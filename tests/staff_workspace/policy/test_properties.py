"""Properties that hold for any date, held against oracles of other people's making."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import holidays
import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, rrule, rruleset
from hypothesis import example, given, settings
from hypothesis import strategies as st

from staff_workspace.policy.clocks import CaseFacts, ClockReading, Event, read_clocks
from staff_workspace.policy.profile import load
from staff_workspace.policy.reasons import say
from staff_workspace.policy.working_days import WorkingCalendar, months_after, months_commencing

DAYS = WorkingCalendar(verified_to=date(2027, 12, 31))
any_day = st.dates(date(2009, 1, 2), date(2027, 6, 30))
twenty_years = st.dates(date(2009, 4, 1), date(2029, 3, 31))
this_year = st.dates(date(2026, 1, 1), date(2026, 6, 30))
gaps = st.integers(0, 40)


def _clock(profile: str, name: str, facts: CaseFacts, as_of: date) -> ClockReading:
    readings = read_clocks(load(profile), facts, as_of=as_of)
    return next(reading for reading in readings if reading.clock == name)


@pytest.mark.requirement("T-02")
@given(any_day, st.integers(1, 60))
def test_a_sum_of_working_days_never_lands_on_a_day_off(day: date, n: int) -> None:
    landed = DAYS.add_working_days(day, n)
    assert landed.weekday() < 5
    assert landed not in holidays.country_holidays("GB", subdiv="ENG", years=landed.year)
    assert DAYS.working_days_between(day, landed) == n


@pytest.mark.requirement("T-02")
@settings(max_examples=40, deadline=None)
@given(any_day, st.integers(1, 45))
def test_working_days_agree_with_dateutils_own_rules(day: date, n: int) -> None:
    rules = rruleset()
    begin = _midnight(day) + timedelta(days=1)
    rules.rrule(rrule(DAILY, dtstart=begin, byweekday=(MO, TU, WE, TH, FR), count=n + 30))
    for off in holidays.country_holidays("GB", subdiv="ENG", years=range(day.year, day.year + 2)):
        rules.exdate(_midnight(off))
    assert DAYS.add_working_days(day, n) == rules[n - 1].date()


@given(any_day, st.integers(0, 60))
def test_subtracting_takes_back_what_adding_gave(day: date, n: int) -> None:
    landed = DAYS.add_working_days(day, n + 1)
    assert DAYS.subtract_working_days(landed, n) == DAYS.add_working_days(day, 1)


@pytest.mark.requirement("T-05")
@given(twenty_years, st.integers(1, 24))
def test_months_after_agree_with_dateutil(day: date, n: int) -> None:
    assert months_after(day, n) == day + relativedelta(months=n)


@pytest.mark.requirement("T-04")
@given(twenty_years)
def test_six_months_commencing_end_before_the_same_date_or_with_the_month(day: date) -> None:
    end = months_commencing(day, 6)
    next_day = end + timedelta(days=1)
    whole = next_day == day + relativedelta(months=6)
    month_too_short = next_day.day == 1 and (day + relativedelta(months=6)).day < day.day
    assert whole or month_too_short


@pytest.mark.requirement("CT-6", "T-07")
@settings(deadline=None)
@given(this_year, gaps, gaps)
def test_a_pause_never_makes_a_date_earlier(received: date, wait: int, length: int) -> None:
    asked = received + timedelta(days=wait)
    answered = asked + timedelta(days=length)
    events = (Event("consent_requested", asked), Event("consent_received", answered))
    plain = CaseFacts("complaint", received, "email", on_behalf=True)
    paused = CaseFacts("complaint", received, "email", on_behalf=True, events=events)
    without = _clock("millbrook", "response_target", plain, received).due
    with_pause = _clock("millbrook", "response_target", paused, answered).due
    assert without is not None
    assert with_pause is not None
    assert with_pause >= without


@pytest.mark.requirement("CL-1", "T-06")
@settings(deadline=None)
@given(st.sampled_from(["hwe_icb", "west_essex_ccg", "millbrook"]), this_year, gaps, gaps)
def test_the_legal_limit_never_moves_with_consent(
    profile: str, received: date, wait: int, length: int
) -> None:
    asked = received + timedelta(days=wait)
    answered = asked + timedelta(days=length)
    events = (Event("consent_requested", asked), Event("consent_received", answered))
    facts = CaseFacts("complaint", received, "email", on_behalf=True, events=events)
    reading = _clock(profile, "statutory_response", facts, answered)
    assert reading.due == months_commencing(received, 6)


@settings(deadline=None)
@given(
    st.sampled_from(["hwe_icb", "west_essex_ccg", "millbrook"]),
    this_year,
    st.sampled_from(["complaint", "concern", "mp_enquiry"]),
    gaps,
)
def test_the_sentences_agree_with_the_date(
    profile: str, received: date, kind: str, wait: int
) -> None:
    events = (
        Event("summary_sent", received + timedelta(days=wait)),
        Event("meeting", received + timedelta(days=120)),
        Event("occurred", received - timedelta(days=wait)),
    )
    facts = CaseFacts(kind, received, "email", grade=None, events=events)
    for reading in read_clocks(load(profile), facts, as_of=received + timedelta(days=wait)):
        if reading.due is None:
            continue
        if reading.clock.startswith("meeting_"):
            assert say(received + timedelta(days=120)) in reading.why[0]
        else:
            assert any(say(reading.due) in sentence for sentence in reading.why), reading


@settings(deadline=None)
@given(st.sampled_from(["hwe_icb", "west_essex_ccg", "millbrook"]), this_year, gaps, st.booleans())
@example("millbrook", date(2026, 3, 2), 2, True)
@example("millbrook", date(2026, 3, 2), 2, False)
def test_leaving_the_sentences_out_changes_no_date_and_no_state(
    profile: str, received: date, wait: int, consent_is_in: bool
) -> None:
    asked = received + timedelta(days=wait)
    names = ["consent_requested", "submitted_for_signoff", "summary_sent"]
    if consent_is_in:
        names.append("consent_received")
    events = tuple(Event(name, asked) for name in names)
    facts = CaseFacts(
        "complaint", received, "email", on_behalf=True, events=events, also_kinds=("mp_enquiry",)
    )
    long = read_clocks(load(profile), facts, as_of=asked)
    short = read_clocks(load(profile), facts, as_of=asked, explain=False)
    assert [(r.clock, r.due, r.state, r.left) for r in long] == [
        (r.clock, r.due, r.state, r.left) for r in short
    ]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
