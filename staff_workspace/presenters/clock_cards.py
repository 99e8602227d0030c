"""Each clock as a card: whose rule, which date, how much is left, and why."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from staff_workspace.models import Case
from staff_workspace.policy.clocks import ClockReading
from staff_workspace.policy.clocks_told import Told

TONES = {
    "not_started": "grey",
    "not_applicable": "grey",
    "paused": "grey",
    "running": "green",
    "met": "green",
    "breached": "red",
}
STATE_WORDS = {
    "not_started": "Not started",
    "not_applicable": "Does not apply",
    "paused": "Paused",
    "running": "Running",
    "met": "Done in time",
    "breached": "Late",
}
AMBER_FROM = 75
NOT_SHOWN = {"not_applicable"}
ALWAYS_SHOWN = ("acknowledgement", "response_target", "statutory_response")
UNTOLD_TITLES = {
    "acknowledgement": "Acknowledgement",
    "response_target": "Response",
    "statutory_response": "Legal limit",
}


@dataclass(frozen=True)
class ClockCard:
    """A card of the case page."""

    title: str
    headline: str
    left: str
    tone: str
    state: str
    percent: int
    why: tuple[str, ...]
    source: str


def clock_cards(case: Case, told: Told, *, now: datetime) -> list[ClockCard]:
    """The three main clocks always, the others when they have something to say."""
    shown = [
        reading
        for reading in told.readings
        if reading.clock in ALWAYS_SHOWN
        or (reading.state not in NOT_SHOWN and reading.state != "not_started")
    ]
    shown.sort(key=lambda r: ALWAYS_SHOWN.index(r.clock) if r.clock in ALWAYS_SHOWN else 9)
    untold = [_untold(name, case) for name in ALWAYS_SHOWN if name in told.untold]
    return untold + [_card(reading, timezone.localdate(now)) for reading in shown]


def _untold(name: str, case: Case) -> ClockCard:
    """The card of a clock whose date would be a guess."""
    value = case.profile.calendar.calendar_verified_to
    until = date_format(value.in_force, "j F Y")
    return ClockCard(
        title=UNTOLD_TITLES[name],
        headline="Date not known",
        left="",
        tone="amber",
        state="The bank holidays are not checked that far",
        percent=0,
        why=(
            f"The bank holidays are checked up to {until}. Governance checks later ones and"
            " corrects the calendar of the policy; then the date is computed.",
        ),
        source=value.source,
    )


def _card(reading: ClockReading, today: date) -> ClockCard:
    percent = _percent(reading)
    tone = TONES[reading.state]
    if reading.state == "running" and percent >= AMBER_FROM:
        tone = "amber"
    return ClockCard(
        title=f"{reading.label} · {reading.rule}",
        headline=_headline(reading, today),
        left=reading.left,
        tone=tone,
        state=STATE_WORDS[reading.state],
        percent=percent,
        why=reading.why,
        source=reading.source,
    )


def _headline(reading: ClockReading, today: date) -> str:
    if reading.due is None or reading.state in NOT_SHOWN:
        return STATE_WORDS[reading.state]
    if isinstance(reading.due, datetime):
        return date_format(timezone.localtime(reading.due), "j F Y, H:i")
    if reading.due == today and reading.state == "running":
        return "Today"
    return date_format(reading.due, "j F Y")


def _percent(reading: ClockReading) -> int:
    if not reading.total_days or reading.used_days is None:
        return 100 if reading.state in {"met", "breached"} else 0
    return max(0, min(100, round(100 * reading.used_days / reading.total_days)))
