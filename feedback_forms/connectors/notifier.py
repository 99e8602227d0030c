"""What is asked of whoever carries our messages to people, and which one the settings name."""

from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from feedback_forms.rules.receipts import Means, Recipient
from permissions.outbox import NeedsAPerson


class NotifierAway(Exception):
    """The message was not taken now; the same message may be tried again."""


class MessageRefused(NeedsAPerson):
    """The message will never be taken as it is: an address that does not exist, for one."""


@dataclass(frozen=True)
class Message:
    """A message without any word of what somebody wrote, and without a code.

    ``key`` tells the same message tried twice: it stays the same with each try.
    """

    to: Recipient
    subject: str
    body: str
    key: str


class Notifier(Protocol):
    """Named by CANDOUR_NOTIFIER. Several processes and threads use it at once."""

    means: frozenset[Means]

    def send(self, message: Message) -> None:
        """Hand the message over; raises NotifierAway or MessageRefused, which hold no content."""
        ...

    def check_config(self) -> list[str]:
        """What makes this notifier unfit for service now; empty when it is fit."""
        ...


def get_notifier() -> Notifier:
    """The notifier that the settings name; raises ImportError when there is none."""
    notifier: Notifier = import_string(settings.CANDOUR_NOTIFIER)()
    return notifier
