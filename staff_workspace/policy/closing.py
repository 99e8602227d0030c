"""When silence closes a case: the body's days for consent, its attempts at confirmation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from .profile import Profile
from .reasons import say
from .working_days import body_calendar

# What has to be said before silence ends a case: the law's duties do not end with the policy's.
PROMPTS: dict[str, str] = {
    "no_consent": "I have looked at what we can still answer without sharing anything, and that "
    "has been answered or nothing is left of it",
    "no_confirmation": "I told the person in writing that we take no further action, and I have "
    "looked at what the law still asks of us",
}


def against_no_consent(profile: Profile, *, asked: date | None, refused: bool, today: date) -> str:
    """Why the case cannot be closed for want of consent, or "" (CC-2).

    A refusal is an answer. Silence closes a case only where the policy sets calendar days for it,
    and only when they have passed since the last time of asking, `asked`.
    """
    if refused:
        return ""
    if asked is None:
        return "No consent is being waited for."
    limit = profile.consent_timing.consent_close_cd.in_force
    if limit is None:
        return (
            "The policy sets no day on which waiting for consent ends. Ask again, or answer what "
            "can be answered without sharing."
        )
    last = asked + timedelta(days=limit)
    if today <= last:
        return f"Consent may still come in until {say(last)}."
    return ""


def against_no_confirmation(
    profile: Profile, *, sent: Sequence[date], confirmed: bool, today: date
) -> str:
    """Why the case cannot be closed for want of a confirmed summary, or "" (CC-1).

    `sent` are the days on which the summary went out, one for each attempt; the working days of
    the interval have to pass after the last.
    """
    timing = profile.consent_timing
    attempts = timing.confirm_attempts.in_force
    if attempts is None:
        return "The policy closes no case for want of a confirmed summary."
    if confirmed:
        return "The person has confirmed the summary."
    if len(sent) < attempts:
        return f"The policy asks for {attempts} attempts; made so far: {len(sent)}."
    due = body_calendar(profile).add_working_days(sent[-1], timing.confirm_interval_wd.in_force)
    if today <= due:
        return f"The person may still answer the last attempt until {say(due)}."
    return ""
