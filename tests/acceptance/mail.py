"""The messages that the demonstration writes into a folder instead of sending them."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from tests.demonstration import DemoSite


def mailed(site: DemoSite) -> list[str]:
    """Every message that the demonstration has written into its folder, the newest last."""
    return [
        f"{message['To']}\n\n{message.get_body(('plain',)).get_content()}"
        + "".join(f"attachment {part.get_filename()}" for part in message.iter_attachments())
        for file in sorted((site.var / "mail").glob("*"), key=_written)
        for message in _messages(file.read_bytes())
    ]


def _messages(content: bytes) -> list[EmailMessage]:
    """Django writes the messages of one connection one after the other, with a line between."""
    parts = re.split(rb"(?m)^-{79}$", content)
    return [
        message_from_bytes(part.strip(), _class=EmailMessage, policy=default)
        for part in parts
        if part.strip()
    ]


def _written(file: Path) -> int:
    return file.stat().st_mtime_ns
