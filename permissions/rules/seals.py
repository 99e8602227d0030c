"""How audit rows and their seals are hashed: plain SHA-256, the same on every database.

A row's hash covers all its columns, its number too. A batch's hash covers its members, each with
its hash. A seal's hash covers the batch, its bounds, its time and the hash of the seal before.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

NO_SEAL_BEFORE = "0" * 64
_AS_TEXT = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=repr).encode
_AS_THEY_ARE = (str, int, bool)
ID_BYTES, HASH_BYTES = 8, 32
MEMBER_BYTES = ID_BYTES + HASH_BYTES


@dataclass(frozen=True, slots=True)
class SealText:
    """What a seal says, without its members: this is also what is copied outside."""

    number: int
    sealed_at: datetime
    first_id: int
    last_id: int
    rows: int
    batch_hash: str
    previous_hash: str

    @property
    def seal_hash(self) -> str:
        """The hash that the next seal holds."""
        values = [
            self.number,
            self.sealed_at,
            self.first_id,
            self.last_id,
            self.rows,
            self.batch_hash,
            self.previous_hash,
        ]
        return hashlib.sha256(canonical(values)).hexdigest()


def canonical(values: Sequence[Any]) -> bytes:
    """One text for the values of a row, whichever database they were read from.

    Times are UTC to the microsecond; keys of JSON are sorted; 2.0 and 2 are the same number, since
    PostgreSQL may give back either. What belongs in no column is written as Python shows it.
    """
    return _AS_TEXT([_plain(value) for value in values]).encode("ascii")


def _plain(value: Any) -> Any:
    if value is None or type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, float):
        return int(Decimal(repr(value))) if value.is_integer() else value
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value


def row_hash(values: Sequence[Any]) -> bytes:
    """The SHA-256 of one audit row, its columns in the model's order."""
    return hashlib.sha256(canonical(values)).digest()


def pack(members: Iterable[tuple[int, bytes]]) -> bytes:
    """The members of a batch as bytes: id and hash, one after the other."""
    return b"".join(
        number.to_bytes(ID_BYTES, "big", signed=True) + digest for number, digest in members
    )


def unpack(packed: bytes) -> Iterator[tuple[int, bytes]]:
    """The members of a batch: the row's id and its hash. A rest that is no whole member is left."""
    for start in range(0, len(packed) - MEMBER_BYTES + 1, MEMBER_BYTES):
        middle = start + ID_BYTES
        number = int.from_bytes(packed[start:middle], "big", signed=True)
        yield number, packed[middle : start + MEMBER_BYTES]


def batch_hash(packed: bytes) -> str:
    """The hash of a batch's members."""
    return hashlib.sha256(packed).hexdigest()


def seal(
    *, before: SealText | None, members: Sequence[tuple[int, bytes]], sealed_at: datetime
) -> tuple[SealText, bytes]:
    """The seal that follows ``before`` for ``members`` (at least one), and its packed members."""
    ordered = sorted(members)
    packed = pack(ordered)
    text = SealText(
        number=before.number + 1 if before else 1,
        sealed_at=sealed_at,
        first_id=ordered[0][0],
        last_id=ordered[-1][0],
        rows=len(ordered),
        batch_hash=batch_hash(packed),
        previous_hash=before.seal_hash if before else NO_SEAL_BEFORE,
    )
    return text, packed


def holes(sealed: Iterable[Sequence[int]], *, above: int, up_to: int) -> Iterator[tuple[int, int]]:
    """The ranges of row ids in (``above``, ``up_to``] that none of the ``sealed`` ids covers.

    Each of ``sealed`` is the sorted ids of one batch; a ``range`` where none is left out.
    """
    runs = sorted(run for ids in sealed for run in _runs(ids))
    next_id = above + 1
    for first, last in runs:
        if first > next_id:
            yield next_id, min(first - 1, up_to)
        next_id = max(next_id, last + 1)
    if next_id <= up_to:
        yield next_id, up_to


def _runs(ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    if isinstance(ids, range):
        yield ids[0], ids[-1]
        return
    first = last = ids[0]
    for number in ids[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
