"""A file while it is being looked at: in the clear, without a name, gone with the process.

The system keeps a file without a name only as long as somebody holds it open, so that not even a
power cut leaves the content behind.
"""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from feedback_forms.evidence import vault
from feedback_forms.rules.uploads import MAX_SIZE, FileRefused, Refusal


@dataclass(frozen=True)
class Spooled:
    """A file that was written down, with its size in bytes and its SHA-256."""

    file: BinaryIO
    size: int
    sha256: str


@contextmanager
def nameless() -> Iterator[BinaryIO]:
    """An empty file to write to and read from; raises OSError."""
    with tempfile.TemporaryFile(dir=vault.folder(vault.INCOMING)) as file:
        yield file  # type: ignore[misc]


@contextmanager
def written_down(chunks: Iterable[bytes]) -> Iterator[Spooled]:
    """The chunks in one file; raises OSError, and FileRefused as soon as they are too many."""
    size, digest = 0, hashlib.sha256()
    with nameless() as file:
        for chunk in chunks:
            size += len(chunk)
            if size >= MAX_SIZE:
                raise FileRefused(Refusal.TOO_BIG)
            file.write(chunk)
            digest.update(chunk)
        file.flush()
        yield Spooled(file, size, digest.hexdigest())
