"""The document store, as the workspace needs it; an implementation is named in the settings."""

from functools import lru_cache
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class DocumentStore(Protocol):
    """Keeps bytes under a key that nobody can guess, and gives them back unchanged."""

    def put(self, content: bytes) -> str:
        """Keep ``content`` and return its key."""
        ...

    def read(self, key: str) -> bytes:
        """The bytes kept under ``key``; raises KeyError when there are none."""
        ...

    def discard(self, key: str) -> None:
        """Delete the bytes kept under ``key`` for good; it does not matter when there are none."""
        ...

    def check_config(self) -> list[str]:
        """What is wrong with the configuration, in sentences; empty when all is well."""
        ...


@lru_cache(maxsize=1)
def get_document_store() -> DocumentStore:
    """The store that CANDOUR_DOCUMENT_STORE names."""
    return import_string(settings.CANDOUR_DOCUMENT_STORE)()
