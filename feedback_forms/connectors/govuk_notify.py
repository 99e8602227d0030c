"""Messages by e-mail and text through GOV.UK Notify (install with the extra ``notify``).

Two templates in Notify hold nothing but what we hand over: for e-mail ``((subject))`` and
``((body))``, for texts ``((body))``.
"""

import logging
import uuid

from django.conf import settings
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from feedback_forms.connectors.notifier import Message, MessageRefused, NotifierAway
from feedback_forms.rules.receipts import Means

# The client logs what the service answers, and the service may repeat an address.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)
BAD_REQUEST = 400
SECONDS = 20
NEEDED = {
    "CANDOUR_NOTIFY_EMAIL_TEMPLATE": "the template for e-mail",
    "CANDOUR_NOTIFY_TEXT_TEMPLATE": "the template for texts",
}


class GovUkNotifier:
    """Notify at CANDOUR_NOTIFY_URL, with the service's CANDOUR_NOTIFY_KEY."""

    means = frozenset({Means.EMAIL, Means.TEXT})

    def send(self, message: Message) -> None:
        """Hand the message to Notify; raises NotifierAway or MessageRefused."""
        client = _client()
        try:
            if message.to.means is Means.TEXT:
                client.send_sms_notification(
                    phone_number=message.to.address,
                    template_id=settings.CANDOUR_NOTIFY_TEXT_TEMPLATE,
                    personalisation={"body": message.body},
                    reference=message.key,
                )
            else:
                client.send_email_notification(
                    email_address=message.to.address,
                    template_id=settings.CANDOUR_NOTIFY_EMAIL_TEMPLATE,
                    personalisation={"subject": message.subject, "body": message.body},
                    reference=message.key,
                )
        except APIError as error:
            for_good = error.status_code == BAD_REQUEST
            raise (MessageRefused if for_good else NotifierAway)(str(error.status_code)) from None
        finally:
            client.request_session.close()

    def check_config(self) -> list[str]:
        """Say which setting is missing, or that Notify does not know one of the templates."""
        if not _is_key(settings.CANDOUR_NOTIFY_KEY):
            return ["CANDOUR_NOTIFY_KEY is no key of Notify"]
        missing = [f"{name} is not set" for name in NEEDED if not getattr(settings, name)]
        if missing:
            return missing
        client = _client()
        try:
            return [flaw for name in NEEDED for flaw in _template_flaws(client, name)]
        finally:
            client.request_session.close()


def _template_flaws(client: NotificationsAPIClient, name: str) -> list[str]:
    try:
        client.get_template(getattr(settings, name))
    except APIError as error:
        return [f"{name}: Notify answers {error.status_code} to {NEEDED[name]}"]
    return []


def _client() -> NotificationsAPIClient:
    # A new one each time: the client is not made for several threads.
    return NotificationsAPIClient(
        settings.CANDOUR_NOTIFY_KEY, base_url=settings.CANDOUR_NOTIFY_URL, timeout=SECONDS
    )


def _is_key(key: str) -> bool:
    """Whether it ends in two UUIDs, as every key of Notify does: the service's, and the secret."""
    try:
        uuid.UUID(key[-73:-37])
        uuid.UUID(key[-36:])
    except ValueError:
        return False
    return True
