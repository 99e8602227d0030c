"""Record the answer to a consent statement."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile

from permissions.rules.actions import Action
from staff_workspace.actions.attach_scan import attach_scan
from staff_workspace.actions.step import case_step
from staff_workspace.models import Consent
from staff_workspace.policy.lifecycle import NotAllowed

METHODS = {"post": "by post", "email": "by e-mail", "in_person": "in person", "online": "online"}


def record_consent(
    *,
    consent: Consent,
    by: AbstractBaseUser,
    signed: bool,
    received_at: datetime,
    method: str,
    signed_copy: UploadedFile | None = None,
    evidence_note: str = "",
    at: datetime | None = None,
) -> None:
    """Record that the statement came back signed or refused at ``received_at``.

    ``evidence_note`` says what was seen where there is no ``signed_copy`` to keep.

    Raises NotAllowed when it was answered before, or for a moment before it was asked for;
    FileRefused when the signed copy cannot be taken.
    """
    at = at or received_at
    with case_step(
        case=consent.case,
        by=by,
        action=Action.ARRANGE_CONSENT,
        verb="record_consent",
        at=at,
        audited={"consent": consent.pk, "signed": signed},
    ) as step:
        consent.refresh_from_db()
        if consent.answer != Consent.Answer.WAITING:
            raise NotAllowed("The answer to this statement is recorded already")
        if received_at < consent.requested_at or received_at > at:
            raise NotAllowed(
                "The answer must be after the statement was made and not later than now"
            )
        consent.answer = Consent.Answer.SIGNED if signed else Consent.Answer.REFUSED
        consent.answered_at = received_at
        consent.method = method
        consent.evidence_note = evidence_note
        if signed_copy:
            consent.signed_copy = attach_scan(case=step.case, upload=signed_copy, at=step.at)
        consent.save()
        name, words = ("consent_received", "signed") if signed else ("consent_refused", "refused")
        step.happened(
            name,
            f"Consent {words} by {consent.giver}, {METHODS[method]}",
            at=received_at,
            detail="With: " + ", ".join(consent.organisations) if consent.organisations else "",
        )
