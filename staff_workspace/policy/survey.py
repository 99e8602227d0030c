"""Who is asked how it was for them, when, and by which way (SV-1)."""

from __future__ import annotations

from enum import StrEnum

from .profile import Profile

# The reasons for closing that end contact: whoever is not written to any more is not asked.
ENDS_CONTACT = frozenset({"vexatious_ended"})
NO_CONTACT = "no_contact"
CHOSE_EMAIL = frozenset({"", "email"})


class Moment(StrEnum):
    """What has just happened to the case."""

    ANSWERED = "the final response was sent"
    CLOSED = "the case was closed"


class Way(StrEnum):
    """How the person is asked."""

    EMAIL = "by e-mail"
    POST = "by post"


def is_asked(
    profile: Profile,
    *,
    kind: str,
    moment: Moment,
    anonymous: bool,
    asked_before: bool,
    closed_because: str = "",
) -> bool:
    """Whether the person of a case of that ``kind`` is asked now: once, never somebody unknown.

    Nobody is asked with whom contact was ended (``closed_because``, "" while the case is open).
    Whose case was sent on, was not eligible or came too late is asked: they complained as well.
    """
    if anonymous or asked_before or closed_because in ENDS_CONTACT:
        return False
    listening = profile.listening
    kinds = {
        Moment.ANSWERED: listening.survey_after_response.in_force,
        Moment.CLOSED: listening.survey_after_closing.in_force,
    }
    return kind in kinds[moment]


def safe_way(
    *, safe_contact: str, restricted: bool, preference: str, against_email: str, address: str
) -> Way | None:
    """The way by which asking harms nobody; None: the person is not asked.

    A survey is not worth a risk: where anything is to be heeded about contact, where contact is
    ``restricted``, or where the person wants none, nobody is asked. By e-mail to those who agreed
    to it (``against_email`` is "") and whose ``preference`` is no other way, else by post.
    """
    if safe_contact.strip() or restricted or preference == NO_CONTACT:
        return None
    if not against_email and preference in CHOSE_EMAIL:
        return Way.EMAIL
    return Way.POST if address.strip() else None
