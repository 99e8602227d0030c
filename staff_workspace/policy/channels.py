"""The ways in which somebody may complain, and which of them are spoken."""

from __future__ import annotations

from dataclasses import dataclass

from .profile import Profile

CHANNELS: dict[str, str] = {
    "phone": "By telephone",
    "in_person": "Face to face",
    "letter": "By letter",
    "email": "By e-mail",
    "website": "Through the website",
    "social_media": "On social media",
    "third_party": "Through somebody else",
    "fax": "By fax",
}
SPOKEN = frozenset({"phone", "in_person"})


class UnknownChannel(ValueError):
    """This is not a way in which a complaint comes."""


@dataclass(frozen=True, slots=True)
class WayIn:
    """How a contact came: whether it was spoken, and whether the policy names this way."""

    spoken: bool
    named: bool
    because: str


def way_in(profile: Profile, channel: str, *, kind: str = "complaint") -> WayIn:
    """How to take a contact. Whatever the policy names, nobody is turned away for the way they chose.

    The law takes a complaint that is spoken, written or electronic (SI 2009/309 reg 13(1)); a
    spoken one gets a written record. Raises UnknownChannel.
    """
    if channel not in CHANNELS:
        raise UnknownChannel(f"“{channel}” is not a way in which a complaint comes")
    own = profile.intake
    ways = own.concern_channels if kind == "concern" else own.channels
    spoken = channel in SPOKEN
    if channel in ways.in_force:
        return WayIn(spoken, True, "The policy names this way.")
    if channel in own.counted_channels.in_force:
        because = (
            "The policy only counts this among the contacts of a person; it is taken all the same."
        )
        return WayIn(spoken, False, because)
    return WayIn(spoken, False, "The policy does not name this way; it is taken all the same.")


def who_takes_it(profile: Profile) -> str:
    """Who takes a complaint, in a sentence for staff."""
    if profile.intake.received_by.in_force == "any_employee":
        return "Any member of staff takes a complaint and passes it on."
    return f"The {profile.role_title('handler')} takes complaints; others pass the person on to it."
