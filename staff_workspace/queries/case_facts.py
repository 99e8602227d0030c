"""What the lifecycle's guards need to know of a case."""

from django.contrib.auth.models import AbstractBaseUser

from staff_workspace.models import Case, Consent
from staff_workspace.policy import consent as consent_rules
from staff_workspace.policy import response_content
from staff_workspace.policy.lifecycle import LifecycleFacts


def lifecycle_facts(case: Case, *, by: AbstractBaseUser) -> LifecycleFacts:
    """Gather the facts for the move that ``by`` wants to make."""
    response = case.responses.first()
    findings = list(case.issues.values_list("finding", flat=True))
    return LifecycleFacts(
        acknowledged=case.acknowledged_at is not None,
        graded=bool(case.grade),
        issues=len(findings),
        issues_with_finding=len([finding for finding in findings if finding]),
        has_draft=response is not None,
        letter_elements_missing=missing_elements(case),
        drafted_by=str(response.drafted_by_id) if response else None,
        signer=str(by.pk),
        # The gate lets only signatories sign; who they are is decided by team or grant.
        signer_holds_role=True,
        on_behalf=case.on_behalf,
        authority_accepted=authority_accepted(case),
        statement_needed=statement_needed(case),
        statement_signed=statement_signed(case),
        anonymous=case.anonymous,
        close_reason=case.closed_because or None,
    )


def missing_elements(case: Case) -> tuple[str, ...]:
    """The labels of the mandatory letter elements that are neither ticked nor waived."""
    response = case.responses.first()
    ticked = response.elements if response else {}
    return response_content.missing(
        case.profile,
        ticked=[key for key, value in ticked.items() if value is True],
        waived={key: value for key, value in ticked.items() if value is not True},
    )


def authority_accepted(case: Case) -> bool:
    """Whether the latest decision lets the representative act."""
    if case.representation == "asked":
        # Somebody whom the patient asked is authorised by the patient's own signature.
        return True
    latest = case.authority_decisions.first()
    return latest is not None and latest.decision == "accepted"


def statement_signed(case: Case) -> bool:
    """Whether the latest answer to a consent statement is a signature; a refusal undoes it."""
    answered = case.consents.exclude(answer=Consent.Answer.WAITING)
    latest = answered.order_by("-answered_at", "-pk").first()
    return latest is not None and latest.answer == Consent.Answer.SIGNED


def statement_needed(case: Case) -> bool:
    """Whether the body's policy has a statement that must be signed before the reply is sent."""
    if not case.on_behalf:
        return False
    statement = consent_rules.statement_for(
        case.profile, representation=case.representation or None
    )
    return statement is not None
