"""A complaint beside a disciplinary case or a claim: what goes on, what waits, who is told."""

from __future__ import annotations

from dataclasses import dataclass

from .profile import Profile

CLOSING_LETTER: tuple[str, ...] = (
    "that the matter was investigated",
    "whether the allegation was proven",
    "what changed in procedures or training",
    "that appropriate action was taken, without saying which",
)


@dataclass(frozen=True, slots=True)
class Course:
    """What happens to the complaint meanwhile, and what has to be done."""

    goes_on: tuple[str, ...]
    waits: tuple[str, ...]
    to_do: tuple[str, ...]


class NotConcurrent(ValueError):
    """The two investigations cannot run beside each other as planned."""


def beside_disciplinary(
    *,
    deferred: bool,
    issues: tuple[str, ...],
    touched: frozenset[str],
    complaint_investigator: str,
    disciplinary_investigator: str,
) -> Course:
    """Deferred: only the issues that the disciplinary case touches wait.

    Side by side: two different investigators, or NotConcurrent.
    """
    if deferred:
        return Course(
            tuple(issue for issue in issues if issue not in touched),
            tuple(issue for issue in issues if issue in touched),
            ("tell the person how long the disciplinary case is likely to take",),
        )
    if complaint_investigator == disciplinary_investigator:
        raise NotConcurrent("Two different people have to investigate.")
    to_do = (
        "the two investigators keep in touch",
        "agree how the outcome is told to the person",
    )
    return Course(issues, (), to_do)


def legal_action(
    profile: Profile,
    *,
    letter_of_claim: bool = False,
    intent_stated: bool = False,
    solicitors_letter: bool = False,
    money_asked_for: bool = False,
    court_forbids: bool = False,
) -> tuple[bool, tuple[str, ...], str]:
    """Whether the complaint goes on, the roles that are told, and why.

    A solicitor's letter alone is no claim. Only an exception such as a judge's order stops it.
    """
    route = profile.routes.legal_intent_route.in_force or "governance"
    told = (route,) if letter_of_claim or intent_stated or money_asked_for else ()
    if court_forbids:
        return False, (route,), "A court stands in the way: tell the person why it is suspended."
    if told:
        return True, told, "The procedure goes on; the claim is dealt with beside it."
    if solicitors_letter:
        return True, (), "A letter from a solicitor is not yet a claim."
    return True, (), "Nothing points to a claim."
