"""E-mail with personal details: when it may go unencrypted, and what a subject line may say."""

from __future__ import annotations

import re

from .profile import Profile

_NHS_NUMBER = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")


def may_go_plain(profile: Profile, *, sender: str, recipient: str) -> bool:
    """Both addresses lie in one domain that the policy trusts; anything else is encrypted."""
    domains = profile.confidentiality.plain_mail_domains.in_force
    ours, theirs = (address.rpartition("@")[2].lower() for address in (sender, recipient))
    return ours == theirs and ours in domains


def subject_faults(subject: str, *, reference: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """What is wrong with a subject line: it carries the reference and nobody's details."""
    faults = []
    if reference not in subject:
        faults.append(f"Put {reference} into the subject.")
    if _NHS_NUMBER.search(subject.replace(reference, "")):
        faults.append("Take the NHS number out of the subject.")
    if any(name and name.lower() in subject.lower() for name in names):
        faults.append("Take the name out of the subject.")
    return tuple(faults)
