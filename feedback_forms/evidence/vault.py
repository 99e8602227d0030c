"""Where the files lie: sealed, under random names, never where a web server serves from.

A file is written under ``incoming`` and moved to its place in one step, so that there is no half
file; what is left behind in ``incoming`` belongs to nobody.
"""

import hashlib
import io
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from feedback_forms.evidence import keys, stream
from feedback_forms.models import Evidence
from permissions import crash_points

INCOMING = "incoming"
ORIGINAL, VIEWING = "original", "viewing"


class NotAvailable(Exception):
    """The file may not be opened (not known to be clean), or its seal is broken."""


@dataclass(frozen=True)
class OpenFile:
    """A file to read, with its size in bytes, and the type and name to give it out under."""

    file: BinaryIO
    size: int
    content_type: str
    name: str


def put(source: BinaryIO, *, key: bytes, part: str) -> str:
    """Seal ``source`` from its start; return the name it is found under.

    Raises OSError, leaving nothing.
    """
    incoming = folder(INCOMING) / f"{secrets.token_hex(16)}.part"
    name = secrets.token_hex(24)
    source.seek(0)
    try:
        with incoming.open("xb") as file:
            os.chmod(incoming, 0o600)
            stream.seal(source, file, key=key, part=part)
            file.flush()
            os.fsync(file.fileno())
        crash_points.reach(f"evidence.after_{part}_written")
        os.replace(incoming, folder(name[:2]) / name)
    finally:
        incoming.unlink(missing_ok=True)
    crash_points.reach(f"evidence.after_{part}_moved")
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
    """The copy that people look at; raises NotAvailable unless the file is clean and whole."""
    _clean_or_not_available(evidence)
    # Nothing is given out before all of it is known to be what was sealed.
    for _ in _pieces(evidence, evidence.viewing_file, VIEWING):
        pass
    file = _open(evidence, evidence.viewing_file, VIEWING)
    suffix = {"image/jpeg": ".jpg", "image/png": ".png"}.get(evidence.viewing_type, ".pdf")
    name = f"{Path(evidence.original_name).stem}{suffix}"
    size = path_of(evidence.viewing_file).stat().st_size
    clear = stream.clear_size(size) if evidence.key_id else size
    return OpenFile(file, clear, evidence.viewing_type, name)


def open_original(evidence: Evidence) -> OpenFile:
    """The file as it was sent; raises NotAvailable unless it is clean and its seal is whole."""
    _clean_or_not_available(evidence)
    digest = hashlib.sha256()
    for piece in _pieces(evidence, evidence.original_file, ORIGINAL):
        digest.update(piece)
    if not secrets.compare_digest(digest.hexdigest(), evidence.sha256):
        raise NotAvailable
    file = _open(evidence, evidence.original_file, ORIGINAL)
    return OpenFile(file, evidence.size, evidence.content_type, evidence.original_name)


def open_unchecked(evidence: Evidence) -> BinaryIO:
    """The original for the scanner and for drawing the viewing copy; raises NotAvailable."""
    return _open(evidence, evidence.original_file, ORIGINAL)


def lying_there() -> Iterator[tuple[str, datetime]]:
    """Every file in its place with the time it was written, in UTC."""
    root = Path(settings.CANDOUR_EVIDENCE_ROOT)
    for path in root.glob("[0-9a-f][0-9a-f]/*"):
        yield path.name, _written_at(path)


def left_in_incoming() -> Iterator[tuple[Path, datetime]]:
    """What was begun and never finished, with the time it was written, in UTC."""
    for path in (Path(settings.CANDOUR_EVIDENCE_ROOT) / INCOMING).glob("*.part"):
        yield path, _written_at(path)


def folder(name: str) -> Path:
    """A folder of the vault, made when it is not there."""
    found = Path(settings.CANDOUR_EVIDENCE_ROOT) / name
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def _clean_or_not_available(evidence: Evidence) -> None:
    if evidence.state != Evidence.State.CLEAN:
        raise NotAvailable


def _open(evidence: Evidence, name: str, part: str) -> BinaryIO:
    try:
        file = path_of(name).open("rb")
        if not evidence.key_id:  # of a version that did not seal yet; `seal_evidence` mends it
            return file
        key = keys.unwrap(evidence.key_id, evidence.wrapped_key)
    except (OSError, keys.KeysAreWrong) as error:
        raise NotAvailable from error
    return io.BufferedReader(stream.Opened(file, key=key, part=part), stream.CHUNK)


def _pieces(evidence: Evidence, name: str, part: str) -> Iterator[bytes]:
    with _open(evidence, name, part) as file:
        try:
            while piece := file.read(stream.CHUNK):
                yield piece
        except stream.SealBroken as error:
            raise NotAvailable from error


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
