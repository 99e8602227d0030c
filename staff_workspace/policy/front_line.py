"""The front line: what can be settled at once is settled and put on record, the rest is passed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .profile import Profile
from .reasons import say
from .working_days import body_calendar

FORM: dict[str, str] = {
    "date_received": "Day on which it was received",
    "staff_member": "Member of staff who deals with it",
    "patient_name": "Name of the patient",
    "nhs_number": "NHS number",
    "date_of_birth": "Date of birth of the patient",
    "complainant_name": "Name of the person who complains, if that is not the patient",
    "relationship": "What they are to the patient",
    "patient_phone": "Telephone number of the patient",
    "complainant_phone": "Their telephone number, if that is another",
    "consent": "Whether the patient has agreed",
    "consent_reason": "Why not, or why that does not arise",
    "service": "Service",
    "specialty": "Specialty",
    "location": "Place",
    "staff_involved": "Staff involved",
    "concern": "What the concern is",
    "action_taken": "What was done about it",
    "practice_change": "What changes, and by when",
    "resolved": "Whether it is settled to the person's satisfaction",
    "next_step": "What happens next",
    "next_step_other": "What else",
}
CONSENT: dict[str, str] = {"yes": "Yes", "no": "No", "not_applicable": "Does not arise"}
NEXT_STEPS: dict[str, str] = {
    "record_only": "Nothing more, put it on record",
    "call": "The person is not content and would like a call from the team",
    "formal": "The person would like it taken as a formal complaint",
    "other": "Something else",
}
# An answer is needed here; what else the form asks may be unknown, or not arise.
_ALWAYS = ("date_received", "staff_member", "patient_name", "service", "concern", "resolved")


@dataclass(frozen=True, slots=True)
class Duty:
    """What the front line does: send the record of a settled matter, or pass the matter on."""

    do: Literal["send_record", "pass_on"]
    by: date
    because: str


def duty(profile: Profile, *, received: date, settled: date | None) -> Duty | None:
    """What a member of staff owes the team, in working days of the body; None where no policy asks.

    `settled` is the day on which the person was content, or None while they are not.
    """
    days = profile.intake.front_line_wd.in_force
    if days is None:
        return None
    last = body_calendar(profile).add_working_days(received, days)
    if settled is not None and settled <= last:
        because = f"It was settled by {say(last)}: send the form to the team, for the record."
        return Duty("send_record", last, because)
    because = f"It is not settled by {say(last)}: tell the team, which deals with it formally."
    return Duty("pass_on", last, because)


def form_of(profile: Profile) -> tuple[tuple[str, str], ...]:
    """The fields of the body's form with their labels, in its order; empty where it has none."""
    return tuple((key, FORM[key]) for key in profile.intake.front_line_form.in_force)


def form_lacks(profile: Profile, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Labels of what still has to be filled in; a form that no policy asks for lacks nothing."""
    asked = profile.intake.front_line_form.in_force
    consent, step = answers.get("consent", ""), answers.get("next_step", "")
    needed = {key: bool(answers.get(key, "").strip()) for key in _ALWAYS}
    needed["consent"] = consent in CONSENT
    if consent in ("no", "not_applicable"):
        needed["consent_reason"] = bool(answers.get("consent_reason", "").strip())
    needed["next_step"] = step in NEXT_STEPS
    if step == "other":
        needed["next_step_other"] = bool(answers.get("next_step_other", "").strip())
    return tuple(FORM[key] for key, given in needed.items() if asked and not given)
