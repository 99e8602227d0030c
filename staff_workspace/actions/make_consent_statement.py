"""Make the consent statement that this body's policy asks for, ready to be signed."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from permissions.rules.actions import Action
from staff_workspace.actions.keep_document import keep_document
from staff_workspace.actions.step import case_step
from staff_workspace.documents import consent_statement
from staff_workspace.models import Case, Consent
from staff_workspace.policy import consent as consent_rules
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.letterhead import branding_of
from staff_workspace.queries.statement_facts import statement_facts


def make_consent_statement(
    *,
    case: Case,
    by: AbstractBaseUser,
    organisations: list[str],
    giver: str,
    capacity: str = "",
    scopes: list[str] | None = None,
    at: datetime | None = None,
) -> Consent:
    """Make the PDF, keep it with the case and start waiting for the signed one.

    ``giver`` signs: the patient, or whoever has authority to act for them (``capacity``). Without
    ``scopes`` it covers looking into the complaint, and sharing where organisations are named.
    Raises NotAllowed where the policy needs no statement, for somebody acting whose authority was
    not accepted, and where the record of the request would lack something.
    """
    with case_step(
        case=case, by=by, action=Action.ARRANGE_CONSENT, verb="request_consent", at=at
    ) as step:
        kind = consent_rules.statement_for(
            step.case.profile, representation=step.case.representation or None
        )
        if kind is None:
            raise NotAllowed("This body's policy has no consent statement for this case")
        require_accepted_authority(step.case)
        consent = Consent(
            case=step.case,
            statement=kind,
            giver=giver,
            capacity=capacity or usual_capacity(step.case),
            scopes=["investigate", *(["share"] if organisations else [])]
            if scopes is None
            else scopes,
            organisations=organisations,
            requested_at=step.at,
        )
        if consent.lacks:
            raise NotAllowed(f"The record lacks {'; '.join(consent.lacks)}")
        made_on = timezone.localdate(step.at)
        facts = statement_facts(
            step.case, kind=kind, made_on=made_on, organisations=tuple(organisations)
        )
        consent.document = keep_document(
            case=step.case,
            by=by,
            kind=kind,
            title=consent_rules.STATEMENTS[kind],
            content=consent_statement.render(facts, branding_of(step.case.body, step.case.profile)),
            at=step.at,
        )
        consent.save()
        step.happened(
            "consent_requested", f"{consent_rules.STATEMENTS[kind]} made for {giver} to sign"
        )
    return consent


def usual_capacity(case: Case) -> str:
    """As what the statement is usually signed, by the reason for acting for the patient."""
    usual = {"": "patient", "asked": "patient", "child": "parent", "died": "executor"}
    return usual.get(case.representation, "representative")


def require_accepted_authority(case: Case) -> None:
    """Raise NotAllowed while the authority of somebody who acts for the patient is open."""
    if not case.on_behalf or case.representation == "asked":
        return
    latest = case.authority_decisions.first()
    if latest is None or not latest.lets_act:
        raise NotAllowed("Judge the authority to act first: the statement is signed under it")
