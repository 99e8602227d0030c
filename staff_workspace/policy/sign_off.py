"""Who drafts, checks and signs a response, and who may not."""

from __future__ import annotations

from dataclasses import dataclass

from .profile import Profile


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the chain: what is done, by which canonical role, under which title."""

    key: str
    label: str
    role: str
    title: str


def chain(profile: Profile, *, complex_or_claim: bool = False) -> tuple[Step, ...]:
    """The chain from draft to signature with the body's titles.

    `complex_or_claim` adds the further approver that some bodies ask for in such cases.
    """
    own = profile.sign_off
    steps = [
        ("draft", "Drafts", own.draft_by.in_force[0]),
        ("check", "Checks", own.qa_role.in_force),
    ]
    if complex_or_claim and own.extra_approver.in_force:
        steps.append(("approve", "Approves", own.extra_approver.in_force))
    steps.append(("sign", "Signs", own.signatory.in_force))
    return tuple(Step(key, label, role, profile.role_title(role)) for key, label, role in steps)


def may_sign(
    profile: Profile,
    *,
    signer: str,
    drafted_by: str,
    signer_roles: frozenset[str],
    named_deputy: bool = False,
) -> tuple[bool, str]:
    """Whether this person may sign, and the reason if not."""
    if signer == drafted_by:
        return False, "You drafted this response. Somebody else has to sign it."
    if profile.sign_off.signatory.in_force in signer_roles:
        return True, ""
    if named_deputy and profile.sign_off.deputy_may_sign.in_force:
        return True, ""
    title = profile.role_title(profile.sign_off.signatory.in_force)
    return False, f"Only the {title} or a named deputy can sign."
