"""Delete sealed files whose rows, and with them their keys, are gone."""

from typing import Any

from feedback_forms.evidence import vault
from permissions import outbox


@outbox.handles("discard_files")
def discard_files(payload: dict[str, Any]) -> None:
    """Delete each file; may be done twice. Raises OSError while the folder cannot be written."""
    vault.discard(*payload["names"])
