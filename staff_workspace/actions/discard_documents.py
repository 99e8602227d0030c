"""Delete the documents of a case that was destroyed from the store."""

from typing import Any

from permissions import outbox
from staff_workspace.connectors.document_store import get_document_store


@outbox.handles("discard_documents")
def discard_documents(payload: dict[str, Any]) -> None:
    """Delete what lies under each key; may be done twice. Raises what the store raises."""
    store = get_document_store()
    for key in payload["keys"]:
        store.discard(key)
