"""What somebody may do on "your complaint": how long it stays open, and what they may sign there."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime, timedelta

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=4)
#: Tries to open with a code: of one browser's address, and of one reference whoever tries.
TRIES_OF_ADDRESS = (30, timedelta(hours=1))
TRIES_OF_REFERENCE = (10, timedelta(minutes=15))
#: Statements of one signature; the others are signed on paper, by two people.
SIGNED_ONLINE = frozenset({"sharing_consent", "legal_authority"})


def is_open(*, opened_at: datetime, seen_at: datetime, now: datetime) -> bool:
    """Whether it is still open in a browser: half an hour after the last page, four hours at most.

    Nobody stays in on a computer that others use as well.
    """
    return opened_at <= now < min(seen_at + IDLE, opened_at + LONGEST)


def against_signing(*, statement: str, capacity: str, on_behalf: bool) -> str:
    """Why whoever opened the complaint cannot sign the statement with a typed name, or "".

    Source: regulation 15; catalogue CN-2 and CN-6.
    """
    if statement not in SIGNED_ONLINE:
        return "Two people sign this statement, so it is signed on paper."
    if on_behalf and capacity == "patient":
        return "The patient signs this statement, and you opened the page for them."
    return ""


def against_message(text: str, *, files: int) -> str:
    """Why a message cannot be sent, or ""."""
    return "" if text.strip() or files else "Enter your message"


def notice_by_email(*, safe_contact: str, against_email: str) -> bool:
    """Whether "you have a message" may be mailed: agreed to, and nothing to heed about contact."""
    return not safe_contact.strip() and not against_email


def overall_answer(agreed: Set[bool]) -> str:
    """What a statement came to, of the answers for each organisation: signed or refused."""
    return "signed" if True in agreed else "refused"
