"""When a link for somebody outside works: one purpose, one answer, an end, few wrong codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST = timedelta(days=60)
MOST_WRONG_CODES = 5


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """What is known of a link; moments are aware."""

    ends_at: datetime
    withdrawn: bool
    answered: bool
    wrong_codes: int
    case_closed: bool


def works(link: LinkFacts, *, now: datetime) -> bool:
    """Whether the link may be used now; whoever holds it is not told why not."""
    return (
        not link.withdrawn
        and not link.answered
        and not link.case_closed
        and link.wrong_codes < MOST_WRONG_CODES
        and now < link.ends_at
    )


def standing(link: LinkFacts, *, now: datetime) -> str:
    """What staff read about the link, in one or a few words."""
    if link.answered:
        return "Answered"
    if link.withdrawn:
        return "Withdrawn"
    if link.wrong_codes >= MOST_WRONG_CODES:
        return "Shut after wrong codes"
    if now >= link.ends_at:
        return "Ended"
    return "Shut with the case" if link.case_closed else "Waiting for an answer"


def refusal(*, ends_at: datetime, now: datetime) -> str:
    """The reason against an end that was asked for, or ""."""
    if ends_at <= now:
        return "The end of the link must be later than now"
    if ends_at > now + LONGEST:
        return f"A link works for {LONGEST.days} days at the most"
    return ""
