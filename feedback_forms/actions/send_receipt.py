"""Mail the reference and the next steps; never a word of what the person wrote."""

from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone

from feedback_forms.case_office import promises_or_none
from feedback_forms.models import Submission
from feedback_forms.rules.receipts import receipt_address
from permissions import outbox


@outbox.handles("send_receipt")
def send_receipt(payload: dict[str, Any]) -> None:
    """Send the receipt where an address was given and may be used; raises what the mail raises."""
    submission = Submission.objects.select_related("body", "form_version").get(
        pk=payload["submission"]
    )
    address = receipt_address(submission.by_meaning())
    if address is None:
        return
    context = {
        "submission": submission,
        "promises": promises_or_none(submission.body, timezone.localdate(submission.received_at)),
    }
    EmailMessage(
        subject=f"We have your {submission.get_kind_display().lower()}: {submission.reference}",
        body=render_to_string("feedback_forms/mail/receipt.jinja", context).strip() + "\n",
        to=[address],
    ).send()
