"""Tell the person by e-mail that something waits for them; never what it is."""

import secrets
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from feedback_forms.connectors.notifier import Message, get_notifier
from feedback_forms.rules.receipts import Means, Recipient
from permissions import outbox
from staff_workspace.models import Case
from staff_workspace.policy.your_complaint import notice_by_email
from staff_workspace.queries.electronic_consents import against_email, email_address
from staff_workspace.queries.portal_address import portal_address


def may_be_told(case: Case) -> bool:
    """Whether the person agreed to e-mail and contact is safe (regulation 15)."""
    refused = against_email(case, at=timezone.now())
    return notice_by_email(safe_contact=case.safe_contact, against_email=refused)


def put_notice(case: Case) -> None:
    """Have the person told, where they may be; called inside an action."""
    if may_be_told(case):
        outbox.put(
            "tell_of_message", {"case": case.pk, "key": secrets.token_hex(8)}, body=case.body
        )


@outbox.handles("tell_of_message")
def tell_of_message(payload: dict[str, Any]) -> None:
    """Send "you have a message", unless the consent ended meanwhile; raises what the notifier raises."""
    case = Case.objects.select_related("body__site").get(pk=payload["case"])
    if not may_be_told(case):
        return
    context = {"case": case, "address": portal_address(case.body)}
    get_notifier().send(
        Message(
            to=Recipient(Means.EMAIL, email_address(case)),
            subject=f"You have a message: {case.reference}",
            body=render_to_string("staff_workspace/mail/message.jinja", context).strip() + "\n",
            key=f"message {payload['key']}",
        )
    )
