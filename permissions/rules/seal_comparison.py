"""Sets the rows that are there beside the rows that were sealed, and names each that differs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

Row = tuple[int, bytes]
Member = tuple[int, bytes, int]


class Kind(StrEnum):
    """What became of a sealed row, or of one that was never sealed."""

    ALTERED = "altered"
    REMOVED = "removed"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not what was sealed; ``sealed_hash`` is what it had (none if inserted)."""

    kind: Kind
    row_id: int
    seal: int | None
    sealed_hash: bytes = b""


@dataclass
class Comparison:
    """Walks along rows and members once, both by ascending id, keeping neither.

    A member below the one before it was sealed late: its row was met before, and waits in
    ``unmatched``. What still waits at the end is in no seal.
    """

    rows: int = 0
    sealed_late: int = 0
    unmatched: dict[int, bytes] = field(default_factory=dict)

    def run(self, rows: Iterable[Row], members: Iterable[Member]) -> Iterator[Difference]:
        """Yield the differences as they are met; rows in no seal are left in ``unmatched``."""
        ahead = iter(rows)
        row = next(ahead, None)
        reached: int | None = None
        for row_id, digest, seal in members:
            if reached is not None and row_id <= reached:
                self.sealed_late += 1
                found = self.unmatched.pop(row_id, None)
            else:
                while row is not None and row[0] < row_id:
                    self._met(row)
                    row = next(ahead, None)
                reached, found = row_id, None
                if row is not None and row[0] == row_id:
                    self.rows += 1
                    found = row[1]
                    row = next(ahead, None)
            if found != digest:
                kind = Kind.REMOVED if found is None else Kind.ALTERED
                yield Difference(kind, row_id, seal, digest)
        while row is not None:
            self._met(row)
            row = next(ahead, None)

    def _met(self, row: Row) -> None:
        self.rows += 1
        self.unmatched[row[0]] = row[1]
