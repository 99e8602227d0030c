"""Where the files lie: under random names, never where a web server serves from.

A file is written under ``incoming`` and moved to its place in one step, so that there is no half
file; what is left behind in ``incoming`` belongs to nobody.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from feedback_forms.models import Evidence


class NotAvailable(Exception):
    """The file may not be opened (not known to be clean), or its seal is broken."""


@dataclass(frozen=True)
class OpenFile:
    """A file to read, with the type and name to give it out under."""

    file: BinaryIO
    content_type: str
    name: str


@dataclass(frozen=True)
class Incoming:
    """A file that was written down but not yet taken."""

    path: Path
    size: int
    sha256: str


def new_incoming() -> Path:
    """A place to write a file to before it is taken."""
    return _folder("incoming") / f"{secrets.token_hex(16)}.part"


def write_down(chunks: Iterable[bytes]) -> Incoming:
    """Write the chunks under ``incoming``, with size and hash; raises OSError, leaving nothing."""
    path, size, digest = new_incoming(), 0, hashlib.sha256()
    try:
        with path.open("xb") as file:
            os.chmod(path, 0o600)
            for chunk in chunks:
                file.write(chunk)
                size += len(chunk)
                digest.update(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Incoming(path, size, digest.hexdigest())


def take(incoming: Path) -> str:
    """Move a file from ``incoming`` to its place; return the name it is found under."""
    name = secrets.token_hex(24)
    os.replace(incoming, _folder(name[:2]) / name)
    return name


def path_of(name: str) -> Path:
    """Where the file of that name lies."""
    if not name.isalnum():
        raise NotAvailable
    return Path(settings.CANDOUR_EVIDENCE_ROOT) / name[:2] / name


def discard(*names: str) -> None:
    """Delete files for good; names that are empty or gone do not matter."""
    for name in filter(None, names):
        path_of(name).unlink(missing_ok=True)


def open_viewing_copy(evidence: Evidence) -> OpenFile:
    """The copy that staff look at; raises NotAvailable unless the file is clean."""
    file = _open(evidence, evidence.viewing_file)
    name = Path(evidence.original_name)
    suffix = {"image/jpeg": ".jpg", "image/png": ".png"}.get(evidence.viewing_type, ".pdf")
    return OpenFile(file, evidence.viewing_type, f"{name.stem}{suffix}")


def open_original(evidence: Evidence) -> OpenFile:
    """The file as it was sent; raises NotAvailable unless it is clean and its seal is whole."""
    file = _open(evidence, evidence.original_file)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    if not secrets.compare_digest(digest, evidence.sha256):
        file.close()
        raise NotAvailable
    return OpenFile(file, evidence.content_type, evidence.original_name)


def _open(evidence: Evidence, name: str) -> BinaryIO:
    if evidence.state != Evidence.State.CLEAN:
        raise NotAvailable
    try:
        return path_of(name).open("rb")
    except OSError as error:
        raise NotAvailable from error


def _folder(name: str) -> Path:
    folder = Path(settings.CANDOUR_EVIDENCE_ROOT) / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
