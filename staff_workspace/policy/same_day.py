"""What has to happen on the same day: danger, safeguarding, the press, a practitioner's work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from .profile import Profile

ADVICE_WHEN_SUICIDAL = (
    "their GP",
    "their mental health team",
    "the nearest emergency department",
    "NHS 111",
    "the Samaritans",
)


_LOG = "Log every contact, decision and action."


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: who is told, by when, what to do, and where it stands."""

    key: str
    roles: tuple[str, ...]
    by: Literal["at once", "same day"]
    action: str
    source: str
    verified: bool = True


class UnknownSignal(ValueError):
    """This is not a circumstance that asks for action on the same day."""


def duties(profile: Profile, signals: tuple[str, ...]) -> tuple[Duty, ...]:
    """The duties that these signals bring, in their order. Raises UnknownSignal."""
    unknown = [signal for signal in signals if signal not in _RULES]
    if unknown:
        raise UnknownSignal(f"not a signal: {', '.join(unknown)}")
    return tuple(_RULES[signal](profile) for signal in signals)


def third_party_contact(profile: Profile) -> tuple[str, ...]:
    """Whom to ask, in order, before somebody outside is told without the person's consent.

    The last one stands in where the Caldicott Guardian is absent.
    """
    fallback = profile.confidentiality.caldicott_fallback.in_force
    order = (_welfare(profile), "caldicott_guardian")
    return order if fallback is None else (*order, fallback)


def _welfare(profile: Profile) -> str:
    return profile.routes.welfare_route.in_force or "handler"


def _safeguarding(profile: Profile) -> Duty:
    value = profile.routes.safeguarding_route
    return Duty(
        "safeguarding",
        (value.in_force or "safeguarding_lead",),
        "at once",
        "Tell the lead for safeguarding.",
        value.source,
        value.verified,
    )


def _media(profile: Profile) -> Duty:
    value = profile.routes.comms_same_day
    return Duty(
        "media",
        profile.routes.media_route.in_force,
        "same day",
        "Tell communications: the press may take this up, or our name may suffer.",
        value.source,
        value.verified,
    )


def _immediate_risk(profile: Profile) -> Duty:
    value = profile.routes.immediate_risk_same_day
    adviser = profile.routes.immediate_risk_advice.in_force
    instead = f", or ask the {profile.role_title(adviser)} for advice" if adviser else ""
    return Duty(
        "immediate_risk",
        (_welfare(profile),),
        "same day",
        f"Contact the person today and point them to their GP or NHS 111{instead}. {_LOG}",
        value.source,
        value.verified,
    )


def _suicidal(profile: Profile) -> Duty:
    value = profile.routes.immediate_risk_same_day
    return Duty(
        "suicidal",
        (_welfare(profile),),
        "at once",
        f"Always take it as real. Point the person to {', '.join(ADVICE_WHEN_SUICIDAL)}. {_LOG}",
        value.source,
        value.verified,
    )


def _practitioner(profile: Profile) -> Duty:
    value = profile.routes.practitioner_route
    return Duty(
        "practitioner",
        value.in_force,
        "same day",
        "Ask what to do about the practitioner's work.",
        value.source,
        value.verified,
    )


def _harm(profile: Profile) -> Duty:
    value = profile.routes.harm_route
    return Duty(
        "harm_alleged",
        (value.in_force or _welfare(profile),),
        "at once",
        "Tell them that harm, injury or death is alleged."
        + (
            " They tell the insurers."
            if profile.investigation.harm_told_to_insurers.in_force
            else ""
        ),
        value.source,
        value.verified,
    )


_RULES: dict[str, Callable[[Profile], Duty]] = {
    "immediate_risk": _immediate_risk,
    "suicidal": _suicidal,
    "safeguarding": _safeguarding,
    "harm_alleged": _harm,
    "media": _media,
    "practitioner": _practitioner,
}
