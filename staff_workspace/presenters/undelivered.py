"""What could not be delivered, in words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from permissions.models import Body, OutboxItem
from staff_workspace.queries.undelivered import undelivered_of

WORDS = {
    "open_case": "Open the case of something that was sent",
    "send_receipt": "Send a receipt",
    "scan_evidence": "Check a file for viruses",
    "discard_files": "Delete the files of records that were destroyed",
    "discard_documents": "Delete the documents of records that were destroyed",
    "glass_broken": "Tell Governance that somebody broke the glass",
    "invite_to_staff": "Send somebody new on the staff a link to set a password",
    "tell_of_message": "Tell somebody that a message waits for them",
    "invite_to_survey": "Ask somebody how it was for them",
}
ERRORS = {
    "NotifierAway": "The mail server or text service does not answer",
    "MessageRefused": "The address or number was refused",
    "ScannerAway": "The virus scanner does not answer",
    "NobodyOwnsNewCases": "No team is set up to receive new cases",
    "NobodyToTell": "Nobody of Governance who reviews it has an e-mail address",
    "OperationalError": "The database did not answer",
    "ConnectionRefusedError": "Nothing answers at the other end",
}


@dataclass(frozen=True)
class Row:
    """One piece of work that waits."""

    pk: int
    what: str
    waits: str
    why: str
    tries: int
    next_try: datetime | None
    needs_person: bool


def rows(body: Body, *, now: datetime) -> list[Row]:
    """Those that need a person first, then the oldest."""
    found = [_row(item, now) for item in undelivered_of(body, now=now)[:200]]
    return sorted(found, key=lambda row: not row.needs_person)


def _row(item: OutboxItem, now: datetime) -> Row:
    plain = item.topic.replace("_", " ").capitalize()
    why = ERRORS.get(item.last_error, item.last_error) or "It was not tried yet"
    return Row(
        pk=item.pk,
        what=WORDS.get(item.topic, plain),
        waits=age(now - item.created_at),
        why=why,
        tries=item.attempts,
        next_try=item.next_try_at,
        needs_person=item.needs_person_since is not None,
    )


def age(waited: timedelta) -> str:
    """A span as people say it: "5 minutes", "3 hours", "2 days"."""
    minutes = max(int(waited.total_seconds() // 60), 0)
    for size, word in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size or size == 1:
            number = minutes // size
            return f"{number} {word}{'' if number == 1 else 's'}"
    raise AssertionError
