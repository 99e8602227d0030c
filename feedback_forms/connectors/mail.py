"""Messages by e-mail, through the mail server that Django's settings name."""

import hashlib
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.utils import DNS_NAME

from feedback_forms.connectors.notifier import Message, MessageRefused, NotifierAway
from feedback_forms.rules.receipts import Means

REAL = "django.core.mail.backends.smtp.EmailBackend"
NOBODY = "webmaster@localhost"
PERMANENT = 500


class MailNotifier:
    """Sends no text messages."""

    means = frozenset({Means.EMAIL})

    def send(self, message: Message) -> None:
        """Hand the message to the mail server; raises NotifierAway or MessageRefused."""
        if message.to.means not in self.means:
            raise MessageRefused("no text messages by e-mail")
        email = EmailMessage(
            subject=message.subject,
            body=message.body,
            to=[message.to.address],
            # The same for each try, so that a mailbox shows it once if it should come twice.
            headers={"Message-ID": _message_id(message.key), "Auto-Submitted": "auto-generated"},
        )
        try:
            email.send()
        except SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            for_good = all(code >= PERMANENT for code in codes)
            raise (MessageRefused if for_good else NotifierAway)(str(codes)) from None
        except ValueError:  # no address, or a line break in one
            raise MessageRefused("not an address") from None
        except (SMTPException, OSError) as error:
            raise NotifierAway(type(error).__name__) from None

    def check_config(self) -> list[str]:
        """Say so when mail would go nowhere, come from nobody, or the server does not answer."""
        if settings.EMAIL_BACKEND != REAL:
            return ["EMAIL_BACKEND sends no mail; service needs a mail server"]
        flaws = []
        if settings.DEFAULT_FROM_EMAIL == NOBODY:
            flaws.append("DEFAULT_FROM_EMAIL names nobody")
        try:
            with get_connection(timeout=5):
                pass
        except (SMTPException, OSError) as error:
            flaws.append(f"the mail server does not answer ({type(error).__name__})")
        return flaws


def _message_id(key: str) -> str:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or str(DNS_NAME)
    digest = hashlib.sha256(f"{settings.SECRET_KEY} {key}".encode()).hexdigest()[:32]
    return f"<{digest}@{domain}>"
