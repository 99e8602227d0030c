"""Made open cases for the bench: the same every time, mixed as a busy office has them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from random import Random

from staff_workspace.policy.case_facts import CaseFacts, Event
from staff_workspace.policy.profile import Profile, load

AS_OF = datetime(2026, 11, 2, 17, 30)
BODIES = ("hwe_icb", "west_essex_ccg", "millbrook")
KINDS = ("complaint",) * 14 + ("concern",) * 3 + ("mp_enquiry",) * 3
CHANNELS = ("email",) * 5 + ("web_form",) * 5 + ("phone",) * 4 + ("letter", "social_media")
ZONE = timezone(timedelta(hours=1))


def cases(number: int, *, seed: int = 2009) -> Iterator[tuple[Profile, CaseFacts]]:
    """`number` open cases of the three bodies, received in the year before AS_OF."""
    chance = Random(seed)
    profiles = [load(name) for name in BODIES]
    for _ in range(number):
        profile = chance.choice(profiles)
        yield profile, _case(chance, profile)


def _case(chance: Random, profile: Profile) -> CaseFacts:
    kind = chance.choice(KINDS)
    received = _receipt(chance)
    day = received.date() if isinstance(received, datetime) else received
    on_behalf = chance.random() < 0.3
    grades = [grade.key for grade in profile.grading.grades if kind in grade.kinds]
    return CaseFacts(
        kind=kind,
        received=received,
        channel=chance.choice(CHANNELS),
        grade=chance.choice(grades) if grades and chance.random() < 0.85 else None,
        anonymous=chance.random() < 0.02,
        on_behalf=on_behalf,
        events=tuple(_events(chance, kind, day, asks=on_behalf or chance.random() < 0.1)),
        also_kinds=("complaint",) if kind == "mp_enquiry" and chance.random() < 0.2 else (),
        elected_as="elected_official" if chance.random() < 0.1 else "mp",
    )


def _receipt(chance: Random) -> date | datetime:
    """A day, or a time of day in one of the ways in which they are stored."""
    day = AS_OF.date() - timedelta(days=int(chance.triangular(0, 365, 20)))
    if chance.random() < 0.4:
        return day
    at = datetime(day.year, day.month, day.day, chance.randrange(7, 24), chance.randrange(60))
    at = min(at, AS_OF - timedelta(hours=2))
    return at if chance.random() < 0.5 else at.replace(tzinfo=ZONE)


def _events(chance: Random, kind: str, received: date, *, asks: bool) -> Iterator[Event]:
    """What happened so far, in the order of the work; an event that lies ahead is left out."""
    for name, day, second in _steps(chance, kind, received, asks=asks):
        if day <= AS_OF.date() or name == "meeting":
            yield Event(name, day, second)


def _steps(
    chance: Random, kind: str, received: date, *, asks: bool
) -> Iterator[tuple[str, date, date | None]]:
    def later(day: date, most: int) -> date:
        return day + timedelta(days=chance.randint(0, most))

    if chance.random() < 0.8:
        yield "occurred", received - timedelta(days=chance.randint(1, 500)), None
    if chance.random() < 0.5:
        yield "first_contact", later(received, 3), None
    acknowledged = later(received, 6)
    if chance.random() < 0.9:
        yield "acknowledged", acknowledged, None
    if asks:
        for round_ in range(chance.choice((1, 1, 1, 2))):
            asked = later(acknowledged, 10 + 20 * round_)
            yield "consent_requested", asked, None
            if chance.random() < 0.3:
                yield "consent_chased", later(asked, 14), None
            answer = "consent_received" if chance.random() < 0.95 else "consent_refused"
            yield answer, later(asked, 40) + timedelta(days=20 * round_), None
    if chance.random() < 0.6:
        for _ in range(chance.choice((1, 1, 2, 3))):
            yield "summary_sent", later(acknowledged, 30), None
    if chance.random() < 0.3:
        yield "response_agreed", acknowledged, received + timedelta(days=chance.randint(20, 90))
    if chance.random() < 0.25:
        agreed = later(received, 60)
        yield "extension_agreed", agreed, agreed + timedelta(days=chance.randint(10, 60))
    drafted = later(received, 70)
    if chance.random() < 0.5:
        yield "investigation_started", later(acknowledged, 10), None
        yield "drafted", drafted, None
        yield "submitted_for_signoff", later(drafted, 5), None
    if kind != "mp_enquiry" and chance.random() < 0.15:
        meeting = later(received + timedelta(days=30), 200)
        yield "meeting_offered", later(received, 25), None
        yield "meeting", meeting, None
        yield "meeting_outputs_sent", later(meeting, 30), None
    if chance.random() < 0.1:
        sent = later(drafted, 20)
        yield "final_response_sent", sent, None
        yield "reopened", later(sent, 40), None
    if chance.random() < 0.03:
        asked = later(received, 90)
        yield "ombudsman_requested", asked, asked + timedelta(days=20)
