"""Receive what a person sends: stored with its reference before anybody else is asked."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from feedback_forms.actions.issue_receipt import issue_receipt
from feedback_forms.case_office import circumstances, promises_or_none
from feedback_forms.models import Draft, Submission
from feedback_forms.rules.answers import to_json
from feedback_forms.rules.meanings import Meaning
from feedback_forms.rules.questions_asked import by_meaning
from feedback_forms.rules.routing import first_unfinished, route, to_send
from permissions import outbox


class NotFinished(Exception):
    """A page that applies still lacks its answer; ``page_key`` says which."""

    def __init__(self, page_key: str) -> None:
        super().__init__(page_key)
        self.page_key = page_key


def receive_submission(
    *, draft: Draft, received_at: datetime | None = None, channel: str = "website"
) -> Submission:
    """Store the draft's answers as a submission and see to what follows. Raises NotFinished.

    One transaction holds submission, reference, files and outbox. The case office is asked after
    it: if it fails, the person has the reference without a date and the outbox tries again.
    Sending the same draft again returns the same submission.
    """
    with transaction.atomic():
        locked = Draft.objects.select_for_update().get(pk=draft.pk)
        already = Submission.objects.filter(draft=locked).first()
        if already:
            return already
        submission = _store(locked, received_at or timezone.now(), channel)
        opening = outbox.put("open_case", {"submission": submission.pk})
        outbox.put("send_receipt", {"submission": submission.pk})
    outbox.attempt(opening.pk)
    submission.refresh_from_db()
    return submission


def _store(draft: Draft, received_at: datetime, channel: str) -> Submission:
    form = draft.form_version.form
    today = timezone.localdate(received_at)
    around = circumstances(promises_or_none(draft.body, today), today)
    progress = draft.progress(around)
    unfinished = first_unfinished(form, progress)
    if unfinished:
        raise NotFinished(unfinished.key)
    sent = to_send(form, progress.answers, around)
    meant = by_meaning(form, sent, around)
    submission = Submission.objects.create(
        body=draft.body,
        form_version=draft.form_version,
        draft=draft,
        reference=draft.body.next_reference(today=today),
        kind=meant.get(Meaning.CASE_KIND, form.kind),
        channel=channel,
        received_at=received_at,
        circumstances=around.only(form.promises_asked).to_json(),
        case_reference=meant.get(Meaning.CASE_REFERENCE, "")[:60],
        answers={key: to_json(answer) for key, answer in sent.items()},
    )
    asked = route(form, progress.answers, around).question_keys
    draft.evidence.kept().filter(question_key__in=asked).update(submission=submission)
    issue_receipt(submission=submission, draft=draft, now=received_at)
    draft.sent_at = received_at
    draft.save(update_fields=["sent_at"])
    return submission
