"""What the procedure leaves out, part by part: what is in scope goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .profile import Profile

GROUNDS: dict[str, str] = {
    "XG-1": "It has been investigated as a complaint before",
    "XG-2": "An ombudsman is dealing with it or has dealt with it",
    "XG-3": "It was made orally and settled at once",
    "XG-4": "It is about a request for one's own data",
    "XG-5": "It is about a request for public information",
    "XG-6": "One organisation complains about another",
    "XG-7": "A member of staff complains about their employment or pension",
    "XG-8": "It is about general practice",
    "XG-9": "It is about a service that is not NHS care",
    "XG-10": "It is about a decision on individual funding or continuing healthcare",
}
_ROUTES: dict[str, str] = {
    "XG-2": "the ombudsman",
    "XG-4": "information governance, and the Information Commissioner",
    "XG-5": "the freedom of information team, and the Information Commissioner",
    "XG-7": "the staff grievance procedure",
    "XG-8": "the body that deals with general practice",
    "XG-9": "the complaints manager of that service",
}
ELSEWHERE = "elsewhere"
Result = Literal["handle", "process_only", "excluded", "redirect"]


class UnknownGround(ValueError):
    """This is not one of the grounds on which a part may be left out."""


@dataclass(frozen=True, slots=True)
class PartDecision:
    """What happens to one part of a complaint."""

    part: str
    result: Result
    ground: str | None
    reason: str
    written_notice: bool
    route: str | None
    policy_differs: bool


def assess(profile: Profile, parts: Mapping[str, str | None]) -> tuple[PartDecision, ...]:
    """One decision for each part; `parts` maps a part's name to the ground found, or None.

    The ground `ELSEWHERE` is for a service that the body neither gives nor commissions: it is sent
    to those who do. An excluded part needs a written notice with the reason as soon as practicable, the quick oral
    ground excepted. Nothing here closes a case: a person decides.
    """
    return tuple(_decide(profile, part, ground) for part, ground in parts.items())


def anything_left(decisions: tuple[PartDecision, ...]) -> bool:
    """True when some part is still to be dealt with under the procedure."""
    return any(decision.result in ("handle", "process_only") for decision in decisions)


def _decide(profile: Profile, part: str, ground: str | None) -> PartDecision:
    if ground is None:
        return PartDecision(
            part, "handle", None, "Nothing leaves this part out.", False, None, False
        )
    if ground == ELSEWHERE:
        return _redirected(part, None, "This body neither gives nor commissions this service.")
    if ground not in GROUNDS:
        raise UnknownGround(f"{ground} is not a ground for leaving a part out")
    scope = profile.eligibility.exclusions[ground]
    words = GROUNDS[ground]
    if scope.in_force == "excluded":
        notice = ground != "XG-3"
        return PartDecision(
            part,
            "excluded",
            ground,
            f"{words}.",
            notice,
            _route(profile, ground),
            scope.overridden_by_law,
        )
    if scope.in_force == "not_applicable":
        return _redirected(part, ground, f"{words}, which is none of this body's services.")
    if scope.in_force == "process_only":
        reason = (
            f"{words}: only how it was reached is looked at, once appeals are exhausted, and not "
            "the decision itself."
        )
        return PartDecision(part, "process_only", ground, reason, True, None, False)
    if not scope.overridden_by_law:
        reason = f"{words}, and that is dealt with here."
        return PartDecision(part, "handle", ground, reason, False, None, False)
    reason = f"{words}. The policy leaves this out; the law does not."
    return PartDecision(part, "handle", ground, reason, False, _ROUTES.get(ground), True)


def _redirected(part: str, ground: str | None, reason: str) -> PartDecision:
    """The person is told in writing where their complaint goes."""
    route = "the complaints manager of the body that gives or commissions the service"
    return PartDecision(part, "redirect", ground, reason, True, route, False)


def _route(profile: Profile, ground: str) -> str | None:
    """Where the part goes instead; a body outside freedom of information asks its commissioner."""
    if ground == "XG-5" and profile.routes.foi_handled_by.in_force == "commissioner":
        return "the commissioner, whom the request has to go through"
    return _ROUTES.get(ground)
