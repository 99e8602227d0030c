"""The warning about unreasonable contact: the body's own words, and what no warning may lack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .ombudsman import TIME_LIMIT
from .profile import Profile

_PERIOD = re.compile(r"(\d+)[ -]working[ -]days?")
_PLACES = re.compile(r"{(\w+)}")
PLACES = frozenset({"behaviour", "day", "how", "months", "target"})


class NoWarning(ValueError):
    """The warning cannot be written: there is no wording for it, or something is missing."""


@dataclass(frozen=True, slots=True)
class Warned:
    """What the warning is about. `review_months` is one of the policy's, where it names any."""

    behaviour: str
    day: date
    review_months: int | None = None


def paragraphs(profile: Profile, warned: Warned) -> tuple[str, ...]:
    """The body's wording, then how to answer by more than post, help, and the ombudsman.

    Raises NoWarning where the policy has no such letter, the wording has faults, or the months of
    review are none of those that the policy gives.
    """
    wording = profile.restrictions.vex_warning_text.in_force
    if wording is None:
        raise NoWarning(f"{profile.body.short_name} sends no warning letter")
    faults = wording_faults(profile, wording)
    if faults:
        raise NoWarning(" ".join(faults))
    choices = profile.restrictions.warning_review_months.in_force
    if choices and warned.review_months not in choices:
        raise NoWarning(f"Choose after how many months it is reviewed: {choices}.")
    own_words = wording.format(
        behaviour=warned.behaviour,
        day=f"{warned.day.day} {warned.day:%B %Y}",
        how=ways_to_answer(profile),
        months=warned.review_months,
        target=profile.response.target_max_wd.in_force,
    )
    return (
        own_words,
        f"If you see this differently, tell us: {ways_to_answer(profile)}. Ask us if writing is "
        "hard for you: we can take down what you say, and somebody can speak for you.",
        "Tell us if you need us to do anything differently because of a disability or your health. "
        "We make reasonable adjustments.",
        f"You can ask {_ombudsmen(profile)} to look at how we dealt with your complaint. "
        + TIME_LIMIT,
    )


def wording_faults(profile: Profile, wording: str) -> tuple[str, ...]:
    """What stands against a body's wording: a period that is not its own, or an unknown place."""
    most = profile.response.target_max_wd.in_force
    faults = [
        f"The wording says {number} working days; the policy's maximum is {most}."
        for number in _PERIOD.findall(wording)
        if int(number) != most
    ]
    unknown = sorted(set(_PLACES.findall(wording)) - PLACES)
    if unknown:
        faults.append(f"The wording has places that nothing fills: {', '.join(unknown)}.")
    return tuple(faults)


def ways_to_answer(profile: Profile) -> str:
    """By e-mail, phone, website or post, as far as the body has them; never by post alone."""
    (contact, *_) = profile.contacts_of("body")
    ways = (
        ("e-mail", contact.email),
        ("phone", contact.phone),
        ("on our website", contact.web),
        ("post", contact.post),
    )
    return "; ".join(f"{way} {where}" for way, where in ways if where)


def _ombudsmen(profile: Profile) -> str:
    named = [
        contact.name + (f" ({contact.area})" if contact.area else "")
        for contact in profile.contacts_of("ombudsman")
    ]
    return "the " + " or the ".join(named)
