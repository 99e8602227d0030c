"""Red flags: they are escalated whatever the score says, and they lift a low grade."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .grading import grade, grades
from .parameters.deciding import Grade
from .profile import Profile

FLAGS: dict[str, str] = {
    "patient_safety": "The patient may be in danger now, from themselves or from others",
    "others_safety": "Somebody else may be in danger",
    "substantial_failings": "Substantial failings of care are alleged",
    "safeguarding": "A child or an adult at risk may be abused or neglected",
    "patient_safety_incident": "It may be a patient safety incident",
    "theme": "It is part of a pattern",
    "harm_alleged": "Harm, injury or death is alleged",
}


class UnknownFlag(ValueError):
    """This is not a red flag."""


@dataclass(frozen=True, slots=True)
class Escalation:
    """What red flags bring about."""

    escalate: bool
    to: tuple[str, ...]
    grade: Grade
    lifted: bool
    reasons: tuple[str, ...]


def escalate(profile: Profile, *, chosen: str, flags: Collection[str]) -> Escalation:
    """The grade after the flags and the canonical roles to tell; `chosen` is the grade given.

    A pattern alone is escalated without lifting the grade: it says nothing about this case.
    """
    unknown = sorted(set(flags) - set(FLAGS))
    if unknown:
        raise UnknownFlag(f"not a red flag: {', '.join(unknown)}")
    given = grade(profile, chosen)
    if not flags:
        return Escalation(False, (), given, False, ())
    floor = profile.grading.red_flag_floor.in_force
    order = [known.key for known in grades(profile)]
    lifted = (
        floor is not None
        and set(flags) != {"theme"}
        and order.index(given.key) < order.index(floor)
    )
    final = grade(profile, floor) if lifted and floor is not None else given
    reasons = tuple(f"{FLAGS[flag]}." for flag in FLAGS if flag in flags)
    return Escalation(True, _routes(profile, flags), final, lifted, reasons)


def _routes(profile: Profile, flags: Collection[str]) -> tuple[str, ...]:
    """Who is told; the handler where the policy names nobody."""
    own = profile.routes
    routes = [own.harm_route.in_force]
    if "safeguarding" in flags:
        routes.append(own.safeguarding_route.in_force)
    named = tuple(dict.fromkeys(route for route in routes if route))
    return named or ("handler",)
