"""What is asked of the person who complained, each with a way to it and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from staff_workspace.actions.answer_consent import against
from staff_workspace.actions.answer_summary import waiting_summary
from staff_workspace.models import Case, Consent, DateProposal
from staff_workspace.queries.case_clocks import clock_readings, due_day

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True)
class Asked:
    """One thing: what to do, where, and a line of why or by when."""

    words: str
    url: str
    why: str


def asked_words(count: int) -> str:
    """ "We need two things from you"."""
    if count == 0:
        return "We need nothing from you now"
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"We need {number} thing{'' if count == 1 else 's'} from you"


def asked_of(case: Case) -> list[Asked]:
    """Everything that waits for the person; nothing once they have stopped it."""
    unread = case.messages.filter(from_person=False, read_at=None).count()
    asks = []
    if unread:
        new = "1 new message" if unread == 1 else f"{unread} new messages"
        asks.append(Asked("Read our message", reverse("your_complaint:messages"), f"{new}."))
    if case.withdrawn_at or not case.is_open:
        return asks
    return [*asks, *_summary(case), *_consents(case), *_date(case)]


def _summary(case: Case) -> Iterator[Asked]:
    summary = waiting_summary(case)
    if summary is None or case.responded_at:
        return
    count = len(summary.points)
    points = f"{count} point{'' if count == 1 else 's'}"
    reading = clock_readings(case, as_of=timezone.now()).by_name().get("confirmation")
    by = due_day(reading) if reading and reading.state == "running" else None
    when = f" By {date_format(by, 'j F')}." if by else ""
    yield Asked(
        f"Check our summary of your {_thing(case)}",
        reverse("your_complaint:summary"),
        f"{points}. Tell us if we got something wrong.{when}",
    )


def _consents(case: Case) -> Iterator[Asked]:
    for consent in case.consents.filter(answer=Consent.Answer.WAITING):
        if against(consent):
            words, why = "Have a statement signed", "It is signed on paper. We say who signs it."
        elif consent.organisations:
            words = "Agree who we may talk to"
            them = "it cannot" if len(consent.organisations) == 1 else "they cannot"
            why = f"{_listed(consent.organisations)}. Without this {them} look into it."
        else:
            words, why = "Sign a statement", "It says what we may look into for you."
        yield Asked(words, reverse("your_complaint:consent", args=[consent.pk]), why)


def _date(case: Case) -> Iterator[Asked]:
    proposal = case.date_proposals.filter(answer=DateProposal.Answer.WAITING).last()
    if proposal and not case.responded_at:
        yield Asked(
            "Agree when you get our answer",
            reverse("your_complaint:proposal", args=[proposal.pk]),
            f"We propose {date_format(proposal.new, 'j F Y')}.",
        )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _thing(case: Case) -> str:
    words = case.get_kind_display()
    return words if words.startswith("MP") else words.lower()
