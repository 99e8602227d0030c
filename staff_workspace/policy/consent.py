"""When consent is needed and which statement the body has people sign."""

from __future__ import annotations

from .profile import Profile

STATEMENTS: dict[str, str] = {
    "sharing_consent": "Consent to share information",
    "legal_authority": "Statement of legal authority",
    "chosen_representative": "Statement of a chosen representative",
}
NO_STATEMENT = ""


def statement_for(profile: Profile, *, representation: str | None) -> str | None:
    """The statement to be signed: a key of `STATEMENTS`, or None where the body has none.

    `representation` is the reason for acting on someone's behalf, or None for one's own complaint.
    """
    value = profile.consent.statement_for[representation or "self"]
    return value.in_force or None


def needed(
    profile: Profile,
    *,
    on_behalf: bool,
    shared_outside: bool,
    kind: str = "complaint",
    by_mp_for_constituent: bool = False,
    young_person_understands: bool = False,
) -> tuple[str, ...]:
    """Why consent is needed, in sentences; empty when it is not.

    `by_mp_for_constituent` is for an MP who writes for their own constituent, whose consent some
    policies take as implied; for a third person, whom the constituent writes about, it is not.
    """
    if kind == "concern" and not profile.consent.concern_consent.in_force:
        return ()
    why = []
    implied = by_mp_for_constituent and profile.consent.mp_consent_implied.in_force
    if on_behalf and not implied:
        why.append("Somebody else complains, so the patient's consent is needed.")
    if young_person_understands and profile.consent.young_person_consents.in_force:
        why.append(
            "The young person understands what this is about, so their own consent is needed."
        )
    if shared_outside:
        why.append("Details go to another organisation, so consent is needed first.")
    return tuple(why)
