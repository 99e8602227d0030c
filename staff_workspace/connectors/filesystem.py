"""Keeps documents in a folder of this machine: the default store."""

import os
import uuid
from pathlib import Path

from django.conf import settings


class FilesystemStore:
    """Files under CANDOUR_STORE_ROOT, named by chance and written whole or not at all."""

    def put(self, content: bytes) -> str:
        """Keep ``content`` and return its key."""
        key = uuid.uuid4().hex
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        return key

    def read(self, key: str) -> bytes:
        """The bytes kept under ``key``; raises KeyError when there are none."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            raise KeyError(key) from None

    def discard(self, key: str) -> None:
        """Delete the bytes kept under ``key`` for good; it does not matter when there are none."""
        self._path(key).unlink(missing_ok=True)

    def check_config(self) -> list[str]:
        """Whether the folder can be written to."""
        root = Path(settings.CANDOUR_STORE_ROOT)
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return [f"The document store's folder cannot be made: {error.strerror}"]
        return [] if os.access(root, os.W_OK) else ["The document store's folder is read-only"]

    def _path(self, key: str) -> Path:
        return Path(settings.CANDOUR_STORE_ROOT) / key[:2] / uuid.UUID(hex=key).hex
