"""Cases for the property tests: twenty years of receipts, and histories that hold together."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from staff_workspace.policy.case_facts import CaseFacts, Event
from staff_workspace.policy.clocks import ClockReading, read_clocks
from staff_workspace.policy.profile import Profile, load

CHECKED_TO = date(2032, 12, 31)  # no real profile is checked so far; these are for counting only
BODIES = ("hwe_icb", "west_essex_ccg", "millbrook", "statute")


def long_lived(name: str) -> Profile:
    """A body's profile as if its bank holidays were checked for twenty years and more."""
    stored = load(name).to_dict()
    until = stored["calendar"]["calendar_verified_to"]
    until["in_force"] = until["policy_says"] = CHECKED_TO.isoformat()
    return Profile.from_dict(stored)


PROFILES = {name: long_lived(name) for name in BODIES}

bodies = st.sampled_from(BODIES)
twenty_years = st.dates(date(2009, 4, 1), date(2029, 3, 31))
gaps = st.integers(0, 60)


@st.composite
def consents(draw: st.DrawFn, received: date, *, answered: bool = False) -> tuple[Event, ...]:
    """Up to three requests for consent, which may overlap; with `answered` none stays open."""
    found = []
    for _ in range(draw(st.integers(1, 3))):
        asked = received + timedelta(days=draw(gaps))
        found.append(Event("consent_requested", asked))
        length = draw(gaps if answered else st.none() | gaps)
        if length is not None:
            found.append(Event("consent_received", asked + timedelta(days=length)))
    return tuple(found)


@st.composite
def others(draw: st.DrawFn, received: date) -> tuple[Event, ...]:
    """Some of what else happens to a case, with agreements and meetings among it."""
    plain = (
        "first_contact",
        "acknowledged",
        "summary_sent",
        "summary_confirmed",
        "investigation_started",
        "drafted",
        "submitted_for_signoff",
        "draft_returned",
        "signed",
        "meeting",
        "meeting_offered",
        "meeting_outputs_sent",
        "final_response_sent",
        "reopened",
    )
    found = (
        [Event("occurred", received - timedelta(days=draw(gaps)))] if draw(st.booleans()) else []
    )
    for name in draw(st.lists(st.sampled_from(plain), max_size=6)):
        found.append(Event(name, received + timedelta(days=draw(st.integers(0, 200)))))
    for name in draw(
        st.lists(st.sampled_from(("response_agreed", "extension_agreed")), max_size=3)
    ):
        at = received + timedelta(days=draw(st.integers(0, 200)))
        found.append(Event(name, at, at + timedelta(days=draw(gaps))))
    if draw(st.booleans()):
        at = received + timedelta(days=draw(gaps))
        found.append(Event("ombudsman_requested", at, at + timedelta(days=draw(gaps))))
    return tuple(found)


@st.composite
def cases(draw: st.DrawFn, *, kinds: tuple[str, ...] = ()) -> tuple[str, CaseFacts]:
    """A body and a case of it, of any kind, grade and channel."""
    body = draw(bodies)
    received = draw(twenty_years)
    grades = [grade.key for grade in PROFILES[body].grading.grades]
    facts = CaseFacts(
        kind=draw(st.sampled_from(kinds or ("complaint", "complaint", "concern", "mp_enquiry"))),
        received=received,
        channel=draw(st.sampled_from(("email", "phone", "social_media"))),
        grade=draw(st.sampled_from([None, *grades])),
        on_behalf=draw(st.booleans()),
        also_kinds=draw(st.sampled_from(((), ("mp_enquiry",)))),
        events=draw(others(received)) + draw(st.just(()) | consents(received)),
    )
    return body, facts


def last_day(facts: CaseFacts) -> date:
    """The day by which all of the history is known."""
    days = [facts.received, *(event.at for event in facts.events)]
    return max(days)  # every day here is a plain date


def read_all(body: str, facts: CaseFacts, as_of: date | None = None) -> dict[str, ClockReading]:
    """Every clock by its name, on the last day of the history unless another is given."""
    found = read_clocks(PROFILES[body], facts, as_of=as_of or last_day(facts))
    return {reading.clock: reading for reading in found}
