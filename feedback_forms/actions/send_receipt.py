"""Send the reference and the next steps; never a word of what the person wrote, nor the code."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from feedback_forms.case_office import promises_or_none
from feedback_forms.connectors.notifier import Message, Notifier, get_notifier
from feedback_forms.models import Submission
from feedback_forms.rules.receipts import Means, Recipient, recipient
from permissions import outbox
from permissions.crash_points import reach

TEMPLATES = {
    Means.EMAIL: "feedback_forms/mail/receipt.jinja",
    Means.TEXT: "feedback_forms/mail/receipt_text.jinja",
}


@outbox.handles("send_receipt")
def send_receipt(payload: dict[str, Any]) -> None:
    """Send the receipt as the person chose, where contact is safe; raises what the notifier raises."""
    submission = Submission.objects.select_related("body__site", "form_version").get(
        pk=payload["submission"]
    )
    notifier = get_notifier()
    to = recipient_through(notifier, submission)
    if to is None:
        return
    reach("send_receipt.before_send")
    notifier.send(_message(submission, to))
    reach("send_receipt.after_send")


def recipient_of(submission: Submission) -> Recipient | None:
    """Whom the receipt reaches; None: it stands on the screen alone."""
    try:
        return recipient_through(get_notifier(), submission)
    except ImportError:  # the confirmation must be shown all the same; a system check tells of it
        return None


def recipient_through(notifier: Notifier, submission: Submission) -> Recipient | None:
    """Whom the receipt reaches through ``notifier``."""
    return recipient(submission.by_meaning(), texts=Means.TEXT in notifier.means)


def _message(submission: Submission, to: Recipient) -> Message:
    day = timezone.localdate(submission.received_at)
    context = {"submission": submission, "promises": promises_or_none(submission.body, day)}
    return Message(
        to=to,
        subject=f"We have your {submission.get_kind_display().lower()}: {submission.reference}",
        body=render_to_string(TEMPLATES[to.means], context).strip() + "\n",
        key=f"receipt {submission.reference}",
    )
