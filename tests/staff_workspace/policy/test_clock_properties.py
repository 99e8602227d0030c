"""Properties of the clocks for any history: consent, pauses, states, and what the sentences say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import holidays
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from staff_workspace.policy.case_facts import CaseFacts, Event, london_date
from staff_workspace.policy.clock_rules.reading import ClockReading
from staff_workspace.policy.clocks import read_clocks
from staff_workspace.policy.profile import load
from staff_workspace.policy.reasons import say
from staff_workspace.policy.working_days import months_commencing
from tests.proving import ALL

from .case_strategies import (
    CHECKED_TO,
    PROFILES,
    bodies,
    cases,
    consents,
    gaps,
    last_day,
    read_all,
    twenty_years,
)

many = settings(deadline=None, max_examples=200 if ALL else 60)
ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(2009, CHECKED_TO.year + 1))
NAMED = r"\w+ \d{1,2} \w+ \d{4}"
# The phrases with which a sentence says that a date is the one that counts.
AS_DUE = re.compile(
    rf"(?:ends? on|ends? at \d\d:\d\d on|ends? with|the date is|meeting, is|an answer by) ({NAMED})"
    rf"|On {NAMED} ({NAMED}) was agreed"
)


def _for_someone(received: date, *events: Event) -> CaseFacts:
    return CaseFacts("complaint", received, "email", on_behalf=True, events=events)


@pytest.mark.requirement("CT-6", "T-07")
@many
@given(st.data(), twenty_years)
def test_paused_days_are_skipped_one_by_one_and_counted_once(
    data: st.DataObject, received: date
) -> None:
    events = data.draw(consents(received, answered=True))
    facts = _for_someone(received, *events)
    asked = sorted(event.at for event in events if event.name == "consent_requested")
    answered = sorted(event.at for event in events if event.name == "consent_received")
    waits = list(zip(asked, answered, strict=True))
    day, left = received, 40
    while left:
        day += timedelta(days=1)
        at_work = day.weekday() < 5 and day not in ENGLAND
        left -= at_work and not any(start < day <= end for start, end in waits)
    assert read_all("millbrook", facts)["response_target"].due == day


@pytest.mark.requirement("CT-6", "T-07")
@many
@given(st.data(), bodies, twenty_years, gaps)
def test_a_pause_never_makes_a_date_earlier(
    data: st.DataObject, body: str, received: date, more: int
) -> None:
    events = data.draw(consents(received, answered=True))
    plain = read_all(body, _for_someone(received), received)
    paused = read_all(body, _for_someone(received, *events))
    last = max(event.at for event in events)
    asked = Event("consent_requested", last), Event("consent_received", last + timedelta(more))
    longer = read_all(body, _for_someone(received, *events, *asked))
    for clock in ("response_target", "draft"):
        one, two, three = (found[clock].due for found in (plain, paused, longer))
        assert one is two is three is None or one <= two <= three


@pytest.mark.requirement("CL-1", "T-06")
@many
@given(st.data(), cases(kinds=("complaint",)))
@example(None, ("millbrook", _for_someone(date(2026, 3, 2))))
def test_consent_never_moves_what_the_law_asks(
    data: st.DataObject | None, case: tuple[str, CaseFacts]
) -> None:
    body, facts = case
    without = tuple(event for event in facts.events if not event.name.startswith("consent"))
    asked = (Event("consent_requested", facts.received),)
    events = data.draw(consents(facts.received)) if data else asked
    as_of = max(last_day(facts), *(event.at for event in events))
    before = read_all(body, replace(facts, events=without), as_of)
    after = read_all(body, replace(facts, events=without + events), as_of)
    for clock in ("statutory_response", "acknowledgement", "first_contact", "late_complaint"):
        assert before[clock] == after[clock]
    if not {"response_agreed", "extension_agreed"} & {event.name for event in without}:
        assert after["statutory_response"].due == months_commencing(facts.received, 6)


@pytest.mark.requirement("CL-3")
@many
@given(cases(kinds=("complaint",)))
def test_the_legal_limit_is_never_earlier_than_six_months(case: tuple[str, CaseFacts]) -> None:
    limit = read_all(*case)["statutory_response"]
    assert limit.due is not None
    assert limit.due >= months_commencing(case[1].received, 6)


@many
@given(cases())
def test_the_sentences_name_the_date_that_is_due(case: tuple[str, CaseFacts]) -> None:
    for reading in read_all(*case).values():
        if reading.due is not None:
            assert named_as_due(reading)[-1] == say(london_date(reading.due)), reading
        if not reading.moved_by:
            assert len(set(named_as_due(reading))) == (reading.due is not None), reading


@many
@given(st.datetimes(datetime(2009, 4, 1), datetime(2029, 3, 31)), st.booleans())
def test_a_clock_in_hours_names_its_moment(received: datetime, time_is_known: bool) -> None:
    at = received if time_is_known else received.date()
    facts = CaseFacts("concern", at, "phone", grade="on_the_spot")
    reading = read_clocks(PROFILES["west_essex_ccg"], facts, as_of=at)[0]
    assert reading.due is not None
    assert named_as_due(reading) == [say(london_date(reading.due))]
    if isinstance(reading.due, datetime):
        assert f"end at {reading.due:%H:%M} on" in reading.why[0]
    assert isinstance(reading.due, datetime) is time_is_known
    short = read_clocks(PROFILES["west_essex_ccg"], facts, as_of=at, explain=False)[0]
    assert short == reading._replace(why=())


@many
@given(cases(), st.integers(0, 300))
def test_a_state_agrees_with_the_date(case: tuple[str, CaseFacts], later: int) -> None:
    body, facts = case
    as_of = facts.received + timedelta(days=later)
    for reading in read_all(body, facts, as_of).values():
        if reading.state in ("not_applicable", "not_started", "paused"):
            assert (reading.due, reading.unit) == (None, "")
            continue
        assert reading.due is not None
        day = london_date(reading.due)
        assert reading.state != "running" or day >= as_of
        assert reading.state != "breached" or day < as_of
        assert reading.start is not None
        assert reading.total_days is None or reading.unit in ("working day", "day")


@many
@given(cases(), st.integers(0, 300))
@example(
    ("millbrook", _for_someone(date(2026, 3, 2), Event("consent_requested", date(2026, 3, 4)))), 9
)
def test_leaving_the_sentences_out_changes_no_date_and_no_state(
    case: tuple[str, CaseFacts], later: int
) -> None:
    body, facts = case
    as_of = facts.received + timedelta(days=later)
    long = read_clocks(PROFILES[body], facts, as_of=as_of)
    short = read_clocks(PROFILES[body], facts, as_of=as_of, explain=False)
    bare = [reading._replace(why=(), moved_by=()) for reading in short]
    assert [reading._replace(why=(), moved_by=()) for reading in long] == bare


@given(st.sampled_from(["hwe_icb", "west_essex_ccg", "millbrook"]), st.integers(0, 400))
@settings(deadline=None)
def test_the_real_profiles_count_as_the_long_lived_ones_do(body: str, later: int) -> None:
    received = date(2026, 1, 1) + timedelta(days=later)
    facts = CaseFacts("complaint", received, "email")
    real = read_clocks(load(body), facts, as_of=received)
    assert real == read_clocks(PROFILES[body], facts, as_of=received)


def named_as_due(reading: ClockReading) -> list[str]:
    """The dates that the sentences give as the one that counts, in their order."""
    found = []
    for sentence in reading.why:
        if "moves nothing" not in sentence:
            found += [one or two for one, two in AS_DUE.findall(sentence)]
    return found
