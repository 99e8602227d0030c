"""Letters of MPs and other elected people: who deals with them, references and signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .profile import Profile

Enquirer = Literal["mp", "elected_official"]


@dataclass(frozen=True, slots=True)
class ReplyLayout:
    """What stands above and below a reply."""

    your_ref: str
    our_ref: str
    signed_by: str
    sent_by: str
    copies: tuple[str, ...]


class NoProcedure(ValueError):
    """The body's policy has no procedure for this elected person."""


def in_scope(profile: Profile, enquirer: Enquirer) -> bool:
    """Whether the policy's procedure is meant for this kind of elected person."""
    return enquirer in profile.elected_officials.mp_scope.in_force


def may_process(profile: Profile, roles: frozenset[str]) -> tuple[bool, str]:
    """Only those whom the policy names; anybody else passes the letter on at once.

    A policy without such a procedure names nobody, and nobody is kept from it.
    """
    named = profile.elected_officials.mp_processed_by.in_force
    if not named or roles & set(named):
        return True, ""
    return False, f"Pass this letter to the {profile.role_title('handler')} at once."


def consent_implied(*, for_own_constituent: bool, goes_to_other_organisation: bool) -> bool:
    """Implied for the MP's own constituent, and never for passing details on elsewhere."""
    return for_own_constituent and not goes_to_other_organisation


def reply_layout(
    profile: Profile,
    *,
    enquirer: Enquirer,
    their_reference: str,
    case_reference: str,
    drafter_initials: str,
    addressed_to: str,
    patient_related: bool = True,
) -> ReplyLayout:
    """References, signature, sender and copies. `addressed_to` is the role the letter named."""
    if not in_scope(profile, enquirer):
        raise NoProcedure(f"{profile.body.short_name} has no procedure for such a letter")
    own = profile.elected_officials
    ours = case_reference if own.mp_our_ref.in_force == "case_reference" else drafter_initials
    by_addressee = own.mp_signatory.in_force == "addressee"
    role = addressed_to if by_addressee else profile.sign_off.signatory.in_force
    other = own.mp_not_patient_sent_by.in_force
    sender = other if other is not None and not patient_related else "handler"
    return ReplyLayout(
        their_reference,
        ours,
        profile.role_title(role),
        profile.role_title(sender),
        tuple(profile.role_title(copied) for copied in own.mp_copies.in_force),
    )


def against_reply(*, elected: bool, original_kept: bool) -> str:
    """What speaks against passing the reply on, in words, or "": originals are kept (MP-3)."""
    if elected and not original_kept:
        return "Put the letter of the elected official on the case first: originals are kept"
    return ""
