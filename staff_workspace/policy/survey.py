"""Who is asked how it was for them, when, and by which way (SV-1)."""

from __future__ import annotations

from enum import StrEnum

from .profile import Profile


class Moment(StrEnum):
    """What has just happened to the case."""

    ANSWERED = "the final response was sent"
    CLOSED = "the case was closed"


class Way(StrEnum):
    """How the person is asked."""

    EMAIL = "by e-mail"
    POST = "by post"


def is_asked(
    profile: Profile, *, kind: str, moment: Moment, anonymous: bool, asked_before: bool
) -> bool:
    """Whether the person of a case of that ``kind`` is asked now: once, never somebody unknown."""
    if anonymous or asked_before:
        return False
    listening = profile.listening
    kinds = {
        Moment.ANSWERED: listening.survey_after_response.in_force,
        Moment.CLOSED: listening.survey_after_closing.in_force,
    }
    return kind in kinds[moment]


def safe_way(*, safe_contact: str, against_email: str, address: str) -> Way | None:
    """The way by which asking harms nobody; None: the person is not asked.

    A survey is not worth a risk: where anything is to be heeded about contact, nobody is asked.
    By e-mail to those who agreed to it (``against_email`` is ""), else by post.
    """
    if safe_contact.strip():
        return None
    if not against_email:
        return Way.EMAIL
    return Way.POST if address.strip() else None
