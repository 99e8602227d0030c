"""Copies seals into a file that only grows: one line of JSON for each, on the disk before we go on."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from permissions.connectors.seal_copies import CopiesDamaged, SealCopy
from permissions.rules.seals import SealText

LONGEST_LINE = 4096


class SealFile:
    """The file at CANDOUR_SEAL_FILE. Put it where whoever has the database cannot write."""

    def add(self, copies: Iterable[SealCopy]) -> int:
        """Append the copies that are new, under a lock, so that two workers write each once."""
        path = self._path()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            last = _last_number(file)
            new = [copy for copy in copies if copy.text.number > last]
            if new and _ends_in_the_middle(file):
                # What a power cut left of a line stays as it is; verifying names it.
                file.write(b"\n")
            file.writelines(_line(copy) for copy in new)
            file.flush()
            os.fsync(file.fileno())
        return len(new)

    def last_number(self) -> int:
        """The number in the last whole line; 0 where there is no file."""
        try:
            with self._path().open("rb") as file:
                return _last_number(file)
        except (FileNotFoundError, NotADirectoryError):
            return 0

    def read(self) -> Iterator[SealCopy]:
        """Line by line; raises CopiesDamaged with the number of the line."""
        try:
            with self._path().open("rb") as file:
                for number, line in enumerate(file, start=1):
                    yield _copy(line, f"line {number} of the copies")
        except (FileNotFoundError, NotADirectoryError):
            return

    def check_config(self) -> list[str]:
        """Whether the file can be made and written to."""
        path = self._path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return [f"The folder for copies of seals cannot be made: {error.strerror}"]
        place = path if path.exists() else path.parent
        return [] if os.access(place, os.W_OK) else ["The copies of seals cannot be written"]

    def _path(self) -> Path:
        return Path(settings.CANDOUR_SEAL_FILE)


def _line(copy: SealCopy) -> bytes:
    text = asdict(copy.text)
    text["sealed_at"] = copy.text.sealed_at.isoformat(timespec="microseconds")
    return json.dumps({**text, "seal_hash": copy.seal_hash}).encode("ascii") + b"\n"


def _copy(line: bytes, where: str) -> SealCopy:
    try:
        values: dict[str, Any] = json.loads(line)
        seal_hash = values.pop("seal_hash")
        sealed_at = datetime.fromisoformat(values.pop("sealed_at"))
        return SealCopy(SealText(sealed_at=sealed_at, **values), seal_hash)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise CopiesDamaged(f"{where} cannot be read") from None


def _last_number(file: Any) -> int:
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - LONGEST_LINE))
    lines = [line for line in file.read().split(b"\n") if line.strip()]
    for line in reversed(lines):
        try:
            return _copy(line, "").text.number
        except CopiesDamaged:
            continue
    return 0


def _ends_in_the_middle(file: Any) -> bool:
    if not file.seek(0, os.SEEK_END):
        return False
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) != b"\n")
