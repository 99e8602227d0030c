"""What the lifecycle's guards need to know of a case."""

from datetime import date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from staff_workspace.models import Case, Consent, ResponseApproval
from staff_workspace.policy import closing, response_content
from staff_workspace.policy import consent as consent_rules
from staff_workspace.policy.lifecycle import LifecycleFacts
from staff_workspace.policy.stages import stages_of
from staff_workspace.policy.working_days import CalendarNotVerified

ENDED = (Consent.Answer.REFUSED, Consent.Answer.WITHDRAWN)


def lifecycle_facts(case: Case, *, by: AbstractBaseUser, at: datetime) -> LifecycleFacts:
    """Gather the facts for the move that ``by`` wants to make ``at`` a moment."""
    response = case.responses.first()
    stages = stages_of(case.profile)
    approvals = approvals_of(case)
    of_version = {row.stage for row in approvals if row.response_id == response.pk}
    checks = [row for row in approvals if row.stage == ResponseApproval.Stage.QUALITY_CHECK]
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
        deputy_may_sign=case.profile.sign_off.deputy_may_sign.in_force,
        check_needed="quality_check" in stages,
        checked_by=str(checks[-1].approved_by_id) if checks else None,
        version_approved=bool(of_version),
        extra_approval_needed="further_approval" in stages and case.complex_or_claim,
        extra_approved=ResponseApproval.Stage.FURTHER_APPROVAL in of_version,
        on_behalf=case.on_behalf,
        authority_accepted=authority_accepted(case),
        statement_needed=statement_needed(case),
        statement_signed=statement_signed(case),
        anonymous=case.anonymous,
        close_reason=case.closed_because or None,
        against_close_reason=against_closing(case, case.closed_because, at=at),
        withdrawn=case.withdrawn_at is not None,
    )


def approvals_of(case: Case) -> list[ResponseApproval]:
    """Every approval since the draft was last handed in, earliest first."""
    response = case.responses.first()
    if response is None or response.submitted_at is None:
        return []
    return list(case.approvals.filter(approved_at__gte=response.submitted_at))


def against_closing(case: Case, because: str, *, at: datetime) -> str:
    """What the policy says against closing the case for this reason at this moment, or ""."""
    today = timezone.localdate(at)
    if because == "no_consent":
        consents = list(case.consents.all())
        latest = consents[-1] if consents else None
        refused = any(consent.answer in ENDED for consent in consents[-1:])
        waiting = latest is not None and latest.answer == Consent.Answer.WAITING
        asked = timezone.localdate(latest.requested_at) if latest and waiting else None
        return closing.against_no_consent(case.profile, asked=asked, refused=refused, today=today)
    if because == "no_confirmation":
        try:
            return closing.against_no_confirmation(
                case.profile,
                sent=days_of(case, "summary_sent"),
                confirmed=bool(days_of(case, "summary_confirmed")),
                today=today,
            )
        except CalendarNotVerified:
            return "The bank holidays are not checked as far as that. Close it once they are."
    return ""


def days_of(case: Case, name: str) -> list[date]:
    """The London days of the events of that name, earliest first."""
    moments = case.events.filter(name=name).order_by("at").values_list("at", flat=True)
    return [timezone.localdate(moment) for moment in moments]


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
    return latest is not None and latest.lets_act


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
