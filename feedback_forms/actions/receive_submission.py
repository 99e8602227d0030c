"""Receive what a person sends: stored with its reference before anybody else is asked."""

import logging
import secrets
from collections.abc import Collection
from datetime import datetime

from django.db import DatabaseError, transaction
from django.utils import timezone

from feedback_forms.actions.issue_receipt import receipt_to_issue
from feedback_forms.case_office import circumstances, promises_or_none
from feedback_forms.models import Draft, Receipt, Submission
from feedback_forms.opened_cases import plain
from feedback_forms.rules.answers import to_json
from feedback_forms.rules.circumstances import Circumstances
from feedback_forms.rules.kinds import OPENS_A_CASE, FormKind
from feedback_forms.rules.meanings import Meaning
from feedback_forms.rules.questions_asked import by_meaning
from feedback_forms.rules.received import when_received
from feedback_forms.rules.routing import first_unfinished, route, to_send
from permissions import outbox
from permissions.crash_points import reach
from permissions.models import OutboxItem

logger = logging.getLogger(__name__)


class NotFinished(Exception):
    """A page that applies still lacks its answer; ``page_key`` says which."""

    def __init__(self, page_key: str) -> None:
        super().__init__(page_key)
        self.page_key = page_key


def receive_submission(
    *,
    draft: Draft,
    received_at: datetime | None = None,
    channel: str = "website",
    opened: Collection[str] = (),
) -> Submission:
    """Store the draft's answers as a submission and see to what follows. Raises NotFinished.

    One transaction holds submission, reference, files, receipt and outbox. The case office is asked
    after it: if it fails, the person has the reference without a date and the outbox tries again.
    Sending the same draft again returns the same submission. Raises DatabaseError when nothing, as
    far as we know, was stored: send the same draft again. ``opened``: the references of cases that
    the person has open with their codes.
    """
    now = received_at or timezone.now()
    # Before anything is locked: the hash is slow, and the office may fail.
    receipt = receipt_to_issue(draft=draft, now=now)
    today = timezone.localdate(now)
    around = circumstances(promises_or_none(draft.body, today), today)
    reach("receive.before")
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        reach("receive.after_lock")
        already = Submission.objects.filter(draft=locked).first()
        if already:
            return already
        submission = _store(locked, receipt, around, channel, opened)
        opening = _put_what_follows(submission)
        reach("receive.before_commit")
    reach("receive.after_commit")
    _open_now(opening, submission)
    reach("receive.before_answer")
    return submission


def _store(
    draft: Draft,
    receipt: Receipt,
    around: Circumstances,
    channel: str,
    opened: Collection[str],
) -> Submission:
    form, received_at = draft.form_version.form, receipt.issued_at
    progress = draft.progress(around)
    unfinished = first_unfinished(form, progress)
    if unfinished:
        raise NotFinished(unfinished.key)
    sent = to_send(form, progress.answers, around)
    meant = by_meaning(form, sent, around)
    kind = FormKind(meant.get(Meaning.CASE_KIND, form.kind))
    reference = _reference(draft, kind, received_at)
    about = meant.get(Meaning.CASE_REFERENCE, "")[:60]
    reach("receive.after_reference")
    submission = Submission.objects.create(
        body=draft.body,
        form_version=draft.form_version,
        draft=draft,
        reference=reference,
        kind=kind,
        channel=meant.get(Meaning.CHANNEL, channel),
        received_at=when_received(form, sent, received_at),
        circumstances=around.only(form.promises_asked).to_json(),
        case_reference=about,
        reference_proven=bool(about) and plain(about) in map(plain, opened),
        answers={key: to_json(answer) for key, answer in sent.items()},
    )
    reach("receive.after_submission")
    asked = route(form, progress.answers, around).question_keys
    draft.evidence.kept().filter(question_key__in=asked).update(submission=submission)
    reach("receive.after_evidence")
    if kind in OPENS_A_CASE:
        receipt.submission = submission
        receipt.save()
    reach("receive.after_receipt")
    draft.sent_at = received_at
    draft.save(update_fields=["sent_at"])
    reach("receive.after_draft")
    return submission


def _reference(draft: Draft, kind: FormKind, received_at: datetime) -> str:
    """The body's next for a case. What belongs to a case, and a survey, takes no number from it."""
    if kind in OPENS_A_CASE:
        return draft.body.next_reference(today=timezone.localdate(received_at))
    return f"FORM-{secrets.token_hex(6).upper()}"


def _put_what_follows(submission: Submission) -> OutboxItem:
    """Write down that the case is to be opened and the receipt to be sent; returns the first."""
    opening = outbox.put("open_case", {"submission": submission.pk}, body=submission.body)
    reach("receive.after_outbox_case")
    if submission.kind in OPENS_A_CASE:
        outbox.put("send_receipt", {"submission": submission.pk}, body=submission.body)
    reach("receive.after_outbox_receipt")
    return opening


def _open_now(opening: OutboxItem, submission: Submission) -> None:
    """Try to have the case opened while the person waits: what is stored is received all the same.

    Nothing raised here may tell somebody that it was not sent; the worker tries again.
    """
    try:
        outbox.attempt(opening.pk)
        submission.refresh_from_db()
    except DatabaseError as error:
        logger.warning("case of submission %s waits: %s", submission.pk, type(error).__name__)
