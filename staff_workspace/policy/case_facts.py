"""What the clocks need to know of a case: how and when it came, and what happened since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

EVENTS: dict[str, str] = {
    "occurred": "the matter happened",
    "known": "the person learned of it",
    "receipt_sent": "an automatic receipt was sent",
    "first_contact": "somebody spoke to the person",
    "acknowledged": "the acknowledgement was sent",
    "consent_requested": "consent was asked for",
    "consent_chased": "consent was asked for again",
    "consent_received": "consent came in",
    "consent_refused": "consent was refused",
    "summary_sent": "the written summary was sent",
    "summary_confirmed": "the person confirmed the summary",
    "response_agreed": "a date for the response was agreed",
    "extension_agreed": "a later date was agreed",
    "investigation_started": "the investigation began",
    "drafted": "the draft was ready",
    "submitted_for_signoff": "the draft went to be signed",
    "draft_approved": "the draft was approved for signature",
    "draft_returned": "the draft came back",
    "signed": "the response was signed",
    "meeting_offered": "dates for a meeting were offered",
    "agenda_received": "the agenda came in",
    "premeet": "the meeting was prepared",
    "meeting": "the meeting",
    "meeting_outputs_sent": "the actions and the recording were sent",
    "meeting_update_sent": "the update after the meeting was sent",
    "final_response_sent": "the response was sent",
    "reopened": "the case was opened again",
    "withdrawn": "the complaint was withdrawn",
    "closed": "the case was closed",
    "ombudsman_requested": "the ombudsman asked for papers",
    "ombudsman_answered": "the ombudsman was answered",
}
TWO_DATES = frozenset({"response_agreed", "extension_agreed", "ombudsman_requested"})
PLANNED = frozenset({"meeting"})  # known before its day comes
BEFORE_RECEIPT = frozenset({"occurred", "known"})
KINDS = (
    "complaint",
    "concern",
    "mp_enquiry",
    "enquiry",
    "compliment",
    "comment",
    "letter_of_claim",
)
# Only social media have a clock of their own; the others are named so that a slip is noticed.
CHANNELS = (
    "website",
    "web_form",
    "email",
    "letter",
    "post",
    "phone",
    "telephone",
    "in_person",
    "face_to_face",
    "text_message",
    "fax",
    "social_media",
    "third_party",
    "other",
)
Elected = Literal["mp", "elected_official"]
ELECTED: tuple[Elected, ...] = ("mp", "elected_official")


class EventError(ValueError):
    """The history of a case does not hold together; the message says where."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. `second` is the date agreed, or by which an answer is asked for."""

    name: str
    at: datetime | date
    second: date | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case as the clocks see it. `also_kinds` names further kinds that it is as well.

    `elected_as` says what the enquirer is, where the kind is an enquiry by an elected person.
    """

    kind: str
    received: datetime | date
    channel: str
    grade: str | None = None
    anonymous: bool = False
    on_behalf: bool = False
    events: tuple[Event, ...] = ()
    also_kinds: tuple[str, ...] = ()
    elected_as: Elected = "mp"


def london_date(at: datetime | date) -> date:
    """The date in London; a time without a zone is London time."""
    if not isinstance(at, datetime):
        return at
    return at.date() if at.tzinfo is None else at.astimezone(LONDON).date()


def in_order(at: datetime | date) -> tuple[date, float]:
    """Puts moments in order: by day, then by the moment itself, a day without a time first.

    It stays in order in the hour that comes twice when the clocks go back.
    """
    exact = london_time(at)
    return london_date(at), exact.timestamp() if exact is not None else 0.0


def london_time(at: datetime | date) -> datetime | None:
    """The moment in London, or None where only a day is known."""
    if not isinstance(at, datetime):
        return None
    return at.replace(tzinfo=LONDON) if at.tzinfo is None else at.astimezone(LONDON)
