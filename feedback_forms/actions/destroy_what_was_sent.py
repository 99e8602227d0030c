"""Destroy submissions and files for good, once nothing refers to them and their time is over."""

from collections.abc import Iterable

from django.db.models import Q

from feedback_forms.models import Draft, Evidence, Submission
from permissions import outbox
from permissions.models import Body


def destroy_what_was_sent(
    *, body: Body, submissions: Iterable[int], evidence: Iterable[int]
) -> None:
    """Delete submissions with their answers, receipts and drafts, and the files of any of it.

    A file's own key stands in its row alone, so that whatever copy of the file is left can no
    longer be read; the files themselves follow through the outbox. Call it inside the transaction
    that decides it; raises ProtectedError while a case still names them.
    """
    sent = Submission.objects.filter(pk__in=list(submissions))
    drafts = [pk for pk in sent.values_list("draft_id", flat=True) if pk]
    wanted = Q(pk__in=list(evidence)) | Q(submission__in=sent) | Q(draft__in=drafts)
    found = list(Evidence.objects.filter(wanted).values_list("pk", "original_file", "viewing_file"))
    Evidence.objects.filter(pk__in=[pk for pk, *_ in found]).delete()
    sent.delete()
    Draft.objects.filter(pk__in=drafts).delete()
    names = [name for _, *pair in found for name in pair if name]
    outbox.put("discard_files", {"names": names}, body=body)
