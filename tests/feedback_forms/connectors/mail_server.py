"""A real mail server on a port of this machine, which remembers what it was given."""

import email
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

# What this server itself would say of the mail is nothing that the product logs.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


class MailServer:
    """Takes mail; ``refuses`` is its answer to every recipient while it is set."""

    def __init__(self) -> None:
        self.got: list[EmailMessage] = []
        self.refuses = ""
        self.port = 0

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ):
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.got.append(email.message_from_bytes(envelope.content, policy=default))
        return "250 OK"


class _AnyPort(Controller):
    """On a port that the machine chooses, so that tests side by side do not meet."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def running() -> Iterator[MailServer]:
    """The server, until the block ends."""
    server = MailServer()
    controller = _AnyPort(server, hostname="127.0.0.1", port=0)
    controller.start()
    server.port = controller.port
    try:
        yield server
    finally:
        controller.stop()
