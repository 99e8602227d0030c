"""Where a case stands, in public words: the dates promised, and why they are what they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format

from permissions.jinja import long_date
from staff_workspace.models import Case, Consent
from staff_workspace.policy.clocks import ClockReading
from staff_workspace.policy.lifecycle import STATES
from staff_workspace.policy.lifecycle_states import CHECKING
from staff_workspace.policy.reasons import say
from staff_workspace.queries.case_clocks import clock_readings, due_day

AGREED = ("response_agreed", "extension_agreed")
#: Clocks that are between the body and itself, or still wait for it, say nothing to the person.
TOLD_STATES = ("running", "met", "breached")
WHY_CLOSED = {
    "no_consent": "We did not have the consent that we need.",
    "no_confirmation": "We did not hear from you about our summary.",
    "withdrawn": "You stopped it.",
    "redirected": "We passed it to the organisation that deals with it.",
    "resolved_early": "It was settled at once.",
    "nobody_to_answer": "We looked into it.",
    "passed_on": "We passed your thanks on.",
}


@dataclass(frozen=True)
class PublicStep:
    """A stage: what it is called, what there is to say about it, and why a date is what it is."""

    title: str
    words: str
    why: tuple[str, ...] = ()
    done: bool = False
    now: bool = False


def public_steps(case: Case, *, now: datetime) -> list[PublicStep]:
    """The stages in their order; those behind are done, those ahead say what is promised."""
    clocks = clock_readings(case, as_of=now).by_name()
    steps = [PublicStep(STATES["received"].public_label, long_date(case.received_at), done=True)]
    steps += _acknowledged(case, clocks.get("acknowledgement"))
    if case.withdrawn_at:
        steps.append(PublicStep("You stopped it", long_date(case.withdrawn_at), done=True))
    elif case.kind != Case.Kind.COMPLIMENT:
        steps += _looking(case)
        steps += _answer(case, clocks)
    if not case.is_open:
        because = WHY_CLOSED.get(case.closed_because, "")
        words = f"{long_date(case.closed_at)}. {because}".strip()
        steps.append(PublicStep(STATES["closed"].public_label, words, done=True))
    return steps


def _acknowledged(case: Case, clock: ClockReading | None) -> Iterator[PublicStep]:
    title = STATES["acknowledged"].public_label
    if case.acknowledged_at:
        words = long_date(case.acknowledged_at)
        if clock and clock.state == "met" and clock.total_days and clock.unit == "working day":
            days = f"{clock.total_days} working day{'' if clock.total_days == 1 else 's'}"
            words += f", as promised within {days}"
        yield PublicStep(title, words, done=True)
    elif clock and clock.due and clock.state in TOLD_STATES and not case.anonymous:
        words = f"We do this by {say(due_day(clock))}"
        late = ". This is late, and we owe you a reason" if clock.state == "breached" else ""
        yield PublicStep("We write to you to say so", words + late, _sentences(clock))


def _looking(case: Case) -> Iterator[PublicStep]:
    title = STATES["investigating"].public_label
    waiting = case.consents.filter(answer=Consent.Answer.WAITING).exists()
    if case.state == "investigating":
        words = "We are doing this now"
        if case.reopened:
            words = "We opened it again, and are doing this now"
        elif waiting:
            words = "We have begun. Some of it waits until it is agreed who we may talk to"
        yield PublicStep(title, words, now=True)
    elif STATES[case.state].public_label == CHECKING:
        yield PublicStep(title, "Done", done=True)
        yield PublicStep(CHECKING, "We are doing this now", now=True)
    elif case.responded_at:
        yield PublicStep(title, "Done", done=True)
    elif case.is_open:
        words = "Starts when it is agreed who we may talk to" if waiting else "This is next"
        yield PublicStep(title, words)


def _answer(case: Case, clocks: dict[str, ClockReading]) -> Iterator[PublicStep]:
    if case.responded_at and not _waits_again(case):
        words = long_date(case.responded_at)
        yield PublicStep(STATES["responded"].public_label, words, done=True)
        return
    if case.anonymous or not case.is_open:
        return
    if case.responded_at:
        yield PublicStep("You get our further answer", *_again(clocks.get("reopened_response")))
        return
    own, law = (
        clock if clock and clock.due and clock.state in TOLD_STATES else None
        for clock in (clocks.get("response_target"), clocks.get("statutory_response"))
    )
    parts = [_promise(case, own)]
    if law and law.due and (own is None or due_day(own) != due_day(law)):
        parts.append(f"The law says by {_short(law)} at the latest.")
    if "breached" in {clock.state for clock in (own, law) if clock}:
        parts.append("This is late, and we owe you a reason.")
    yield PublicStep("You get our answer", " ".join(parts), (*_sentences(own), *_sentences(law)))


def _promise(case: Case, own: ClockReading | None) -> str:
    events = case.events.filter(name__in=[*AGREED, "period_set"]).order_by("at", "pk")
    last = events.last()
    if last and last.second_date:
        day = date_format(last.second_date, "j F Y")
        if last.name in AGREED:
            return f"We agreed {day} with you."
        declined = case.date_proposals.filter(answer="declined").last()
        because = ", because you did not agree to another date" if declined else ""
        return f"We set {day} ourselves{because}."
    return f"We aim for {_short(own)}." if own else "We will agree a date with you."


def _again(clock: ClockReading | None) -> tuple[str, tuple[str, ...]]:
    if clock and clock.due and clock.state in TOLD_STATES:
        return f"By {_short(clock)}.", _sentences(clock)
    return "We tell you the date.", ()


def _waits_again(case: Case) -> bool:
    return case.reopened and case.state not in ("responded", "closed")


def _short(clock: ClockReading) -> str:
    return date_format(due_day(clock), "j F Y")


def _sentences(clock: ClockReading | None) -> tuple[str, ...]:
    """The clock's own sentences, as said to the person."""
    if clock is None:
        return ()
    return tuple(sentence.replace("with the person", "with you") for sentence in clock.why)
