"""What a file really is, whatever its name says."""

from typing import BinaryIO

# Brings libmagic and its database along; it must come before the first import of ``magic``.
import pylibmagic  # noqa: F401  isort: skip
import magic  # isort: skip

HEAD = 64 * 1024


def sniff(file: BinaryIO) -> tuple[str, bytes]:
    """libmagic's type of the file, and its first bytes."""
    file.seek(0)
    head = file.read(HEAD)
    return type_of(head), head


def type_of(head: bytes) -> str:
    """libmagic's type of something that begins with ``head``."""
    return magic.from_buffer(head, mime=True) if head else "application/x-empty"
