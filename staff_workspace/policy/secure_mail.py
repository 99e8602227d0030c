"""E-mail with personal details: when it may go unencrypted, and what a subject line may say."""

from __future__ import annotations

import re
from datetime import date

from .profile import Profile
from .reasons import say

_NHS_NUMBER = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")


def may_go_plain(profile: Profile, *, sender: str, recipient: str) -> bool:
    """Both addresses lie in one domain that the policy trusts; anything else is encrypted."""
    domains = profile.confidentiality.plain_mail_domains.in_force
    ours, theirs = (address.rpartition("@")[2].lower() for address in (sender, recipient))
    return ours == theirs and ours in domains


def encryption_fault(profile: Profile, *, sender: str, recipient: str, subject: str) -> str:
    """What a mail to somebody outside still lacks to be encrypted; "" when it may go.

    Some bodies encrypt by a word in the subject; the others by their mail system alone.
    """
    words = profile.confidentiality.encrypt_words.in_force
    if not words or may_go_plain(profile, sender=sender, recipient=recipient):
        return ""
    if any(word.lower() in subject.lower() for word in words):
        return ""
    return f"Put one of these words into the subject: {', '.join(words)}."


def subject_faults(
    subject: str, *, reference: str, names: tuple[str, ...], service_user_id: str = ""
) -> tuple[str, ...]:
    """What is wrong with a subject line: it carries the reference and nobody's details.

    The number under which the service knows the person may stand in for the reference.
    """
    faults = []
    allowed = [text for text in (reference, service_user_id) if text]
    if not any(text in subject for text in allowed):
        faults.append(f"Put {reference} into the subject.")
    rest = subject
    for text in allowed:
        rest = rest.replace(text, "")
    if _NHS_NUMBER.search(rest):
        faults.append("Take the NHS number out of the subject.")
    if any(name and name.lower() in subject.lower() for name in names):
        faults.append("Take the name out of the subject.")
    return tuple(faults)


def event_elsewhere(*, reference: str, received: date) -> str:
    """What an event in another system says of a complaint: its reference and day, no detail."""
    return f"{reference}, received on {say(received)}"
