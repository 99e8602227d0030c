"""Mail somebody the link by which they come back to their answers; never a word of them."""

import base64
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac

from feedback_forms.connectors.notifier import Message, get_notifier
from feedback_forms.models import Draft, ResumeLink
from feedback_forms.models.draft import new_key
from feedback_forms.rules import coming_back
from feedback_forms.rules.receipts import Means, Recipient
from permissions import outbox

TOPIC = "send_resume_link"


def mail_resume_link(*, draft: Draft, email: str, address: str, now: datetime) -> ResumeLink:
    """Make a link to ``draft`` and have it mailed to somebody who said that this is safe.

    ``address``: the page that opens links; the token is added when the mail is written. Whoever
    calls limits how often mail goes to one address.
    """
    days = getattr(settings, "CANDOUR_RESUME_LINK_DAYS", coming_back.LINK_LASTS_DAYS)
    key = new_key()
    with transaction.atomic():
        link = ResumeLink.objects.create(
            draft=draft,
            key=key,
            token_hash=coming_back.hash_of(_token(key)),
            email=email,
            address=address,
            made_at=now,
            expires_at=now + timedelta(days=days),
        )
        outbox.put(TOPIC, {"link": link.pk})
    return link


@outbox.handles(TOPIC)
def send_resume_link(payload: dict[str, Any]) -> None:
    """Send it, unless the answers were sent or forgotten meanwhile; raises what the notifier raises."""
    links = ResumeLink.objects.select_related("draft__body")
    link = links.filter(pk=payload["link"], draft__sent_at=None).first()
    if link is None:
        return
    token = _token(link.key)
    hashed = coming_back.hash_of(token)
    if link.token_hash != hashed:
        # The server's secret was changed since: what goes out must be what opens.
        link.token_hash = hashed
        link.save(update_fields=["token_hash"])
    context = {"link": link, "address": f"{link.address}{token}/", "body": link.draft.body}
    get_notifier().send(
        Message(
            to=Recipient(Means.EMAIL, link.email),
            # Nothing about a complaint: others may see the list of messages.
            subject="Your link to carry on",
            body=render_to_string("feedback_forms/mail/resume_link.jinja", context).strip() + "\n",
            key=f"resume link {link.key}",
        )
    )


def _token(key: str) -> str:
    digest = salted_hmac("candour.coming_back.link", key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
