"""Destroy the records of a case for good: a second person confirms what a review found."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from feedback_forms.actions.destroy_what_was_sent import destroy_what_was_sent
from permissions import audit, gate, outbox
from permissions.rules.actions import Action
from staff_workspace.actions.review_disposal import against_review
from staff_workspace.actions.step import display_name
from staff_workspace.models import (
    Case,
    CaseEvidence,
    DestroyedWall,
    DestructionRecord,
    DisposalReview,
    UnmatchedForm,
)
from staff_workspace.policy import retention
from staff_workspace.policy.lifecycle import NotAllowed

# What stands in the way of deleting the files and documents that it names goes before them.
FIRST = ("outside_links", "consents", "approvals", "responses")


def dispose_case(
    *, case: Case, by: AbstractBaseUser, at: datetime | None = None
) -> DestructionRecord:
    """Destroy everything that is kept of ``case`` and was sent for it; a line in the log stays.

    The rows go in one transaction, and with them the keys of the sealed files; the files follow
    through the outbox. Audit rows stay. Raises Http404 when the gate refuses, and NotAllowed before
    the time is over, under a legal hold, without a review that says so, and for the reviewer.
    """
    at = at or timezone.now()
    # Before the transaction, so that a refusal stays in the audit; again on the locked row.
    gate.require(by, Action.DISPOSE, case)
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        standing = gate.require(by, Action.DISPOSE, locked)
        review = DisposalReview.objects.filter(case=locked).first()
        if refusal := against_disposal(locked, review, by=by, at=at):
            raise NotAllowed(refusal)
        record = _log(locked, review, by=by, at=at)
        _keep_walls(locked, record)
        audit.record(
            user=by,
            action=Action.DISPOSE,
            thing=locked,
            under=standing.under,
            detail={"verb": "dispose", "reviewed_by": review.reviewed_by_id},
            at=at,
        )
        _destroy(locked)
    return record


def against_disposal(
    case: Case, review: DisposalReview | None, *, by: AbstractBaseUser, at: datetime
) -> str:
    """Why ``by`` may not destroy the records of ``case`` at ``at``; "": they may."""
    return against_review(case, at=at) or retention.against_confirming(
        to_destroy=review is not None and review.finding == DisposalReview.Finding.DESTROY,
        reviewed_by=review.reviewed_by_id if review else None,
        confirmed_by=by.pk,
    )


def _log(
    case: Case, review: DisposalReview, *, by: AbstractBaseUser, at: datetime
) -> DestructionRecord:
    closed_on = timezone.localdate(case.closed_at)
    rule, source = retention.rule_in_words(case.profile)
    return DestructionRecord.objects.create(
        body=case.body,
        reference=case.reference,
        kind=case.kind,
        received_on=timezone.localdate(case.received_at),
        closed_on=closed_on,
        kept_until=retention.kept_until(case.profile, closed=closed_on),
        rule=rule,
        source=source[:500],
        reviewed_by=display_name(review.reviewed_by),
        reviewed_at=review.reviewed_at,
        confirmed_by=display_name(by),
        destroyed_at=at,
        files=CaseEvidence.objects.filter(case=case).count(),
        documents=case.documents.count(),
    )


def _keep_walls(case: Case, record: DestructionRecord) -> None:
    """Whoever is shut out now does not find the case in the log afterwards."""
    walled = case.walls.filter(lifted_at__isnull=True).values_list("user_id", flat=True)
    DestroyedWall.objects.bulk_create(DestroyedWall(record=record, user_id=pk) for pk in walled)


def _destroy(case: Case) -> None:
    body, sent = case.body, [pk for pk in (case.submission_id, *_later_forms(case)) if pk]
    files = list(case.evidence.values_list("evidence_id", flat=True))
    documents = list(case.documents.values_list("store_key", flat=True))
    for name in FIRST:
        getattr(case, name).all().delete()
    case.delete()
    # A form that found its case late waited for it in a row of its own.
    UnmatchedForm.objects.filter(submission__in=sent).delete()
    destroy_what_was_sent(body=body, submissions=sent, evidence=files)
    outbox.put("discard_documents", {"keys": documents}, body=body)


def _later_forms(case: Case) -> list[int]:
    return list(case.forms.values_list("submission_id", flat=True))
