"""What a case holds of an elected person's enquiry."""

from staff_workspace.models import Case
from staff_workspace.policy.elected_officials import NoProcedure, ReplyLayout, reply_layout

ORIGINAL = "original_letter"


def is_elected(case: Case) -> bool:
    """Whether somebody elected brought it, alone or as well."""
    return case.kind == Case.Kind.MP_ENQUIRY or bool(case.elected_as)


def original_kept(case: Case) -> bool:
    """Whether what the elected person wrote is kept: their own form, or the letter itself."""
    if case.kind == Case.Kind.MP_ENQUIRY and case.submission_id:
        return True
    return case.evidence.filter(evidence__question_key=ORIGINAL).exists()


def layout_of(case: Case, *, drafter: str) -> ReplyLayout | None:
    """References, signature and copies of the reply; None where the policy has no procedure."""
    if not is_elected(case):
        return None
    try:
        return reply_layout(
            case.profile,
            enquirer=case.elected_as or "mp",
            their_reference=case.elected_reference,
            case_reference=case.reference,
            drafter_initials="".join(word[0].upper() for word in drafter.split()),
            addressed_to="signatory",
        )
    except NoProcedure:
        return None
