"""The grades of a body: their labels and meanings, and the score of its risk matrix."""

from __future__ import annotations

from dataclasses import dataclass

from .parameters.deciding import Grade, Intervention
from .profile import Profile


class UnknownGrade(ValueError):
    """The body has no such grade, or the score cannot occur."""


@dataclass(frozen=True, slots=True)
class Risk:
    """What was weighed, the product, and the grade that follows from it; None: a person chooses."""

    weighed: tuple[str, ...]
    score: int
    grade: Grade | None
    because: str


def risk(profile: Profile, *, consequence: int, likelihood: int) -> Risk | None:
    """Consequence against likelihood of a repeat, each from 1 to 5; None where nothing is weighed.

    It says how grave a repeat would be, and nothing of the harm alleged: red flags do that.
    Raises UnknownGrade for a number outside the scale.
    """
    weighed = profile.grading.risk_balances.in_force
    if not weighed:
        return None
    points = score(likelihood, consequence)
    if not profile.grading.score_bands.in_force:
        because = (
            "The policy weighs the two, and its matrix is not held: a person chooses the grade."
        )
        return Risk(weighed, points, None, because)
    found = level_for_score(profile, points)
    because = f"{likelihood} times {consequence} is {points}, which is {found.label.lower()}."
    return Risk(weighed, points, found, because)


def grades(profile: Profile, *, kind: str | None = None) -> tuple[Grade, ...]:
    """The body's grades, mildest first; with `kind` only those meant for that kind of case."""
    return tuple(grade for grade in profile.grading.grades if kind is None or kind in grade.kinds)


def grade(profile: Profile, key: str) -> Grade:
    """One grade by its key. Raises UnknownGrade."""
    for known in profile.grading.grades:
        if known.key == key:
            return known
    raise UnknownGrade(f"{profile.body.short_name} has no grade called {key}")


def is_grave(profile: Profile, key: str) -> bool:
    """Whether a grade is as high as red flags lift a case, or higher; False while none is given.

    A policy without such a floor calls no grade grave. Raises UnknownGrade.
    """
    floor = profile.grading.red_flag_floor.in_force
    if not key or floor is None:
        return False
    order = [known.key for known in grades(profile)]
    return order.index(grade(profile, key).key) >= order.index(floor)


def score(likelihood: int, impact: int) -> int:
    """Likelihood times impact, each from 1 to 5."""
    for number in (likelihood, impact):
        if not 1 <= number <= 5:
            raise UnknownGrade("likelihood and impact go from 1 to 5")
    return likelihood * impact


def level_for_score(profile: Profile, score: int) -> Grade:
    """The grade that a score leads to, by the body's bands. Raises UnknownGrade."""
    possible = {a * b for a in range(1, 6) for b in range(1, 6)}
    for band in profile.grading.score_bands.in_force:
        if band.lowest <= score <= band.highest and score in possible:
            return grade(profile, band.level)
    raise UnknownGrade(f"a score of {score} leads to no grade of {profile.body.short_name}")


def intervention(profile: Profile, key: str) -> Intervention | None:
    """How deeply a grade is looked into, where the policy says so; None otherwise."""
    wanted = grade(profile, key).intervention
    for known in profile.grading.interventions:
        if known.key == wanted:
            return known
    return None
