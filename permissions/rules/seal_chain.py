"""Whether each seal follows from the one before it, and whether its copy outside says the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from permissions.rules.seals import NO_SEAL_BEFORE, SealText, batch_hash


@dataclass(frozen=True, slots=True)
class Stored:
    """A seal as the database has it."""

    text: SealText
    seal_hash: str
    packed: bytes


@dataclass
class Chain:
    """Asked about each seal by ascending number; ``copies`` are hashes by number, from outside."""

    copies: dict[int, str] = field(default_factory=dict)
    before: int = 0
    before_hash: str = NO_SEAL_BEFORE

    def faults_of(self, seal: Stored) -> Iterator[str]:
        """What is wrong with ``seal``, in sentences."""
        text, name = seal.text, f"Seal {seal.text.number}"
        gone = range(self.before + 1, text.number)
        yield from (f"Seal {number} was removed" for number in gone)
        if batch_hash(seal.packed) != text.batch_hash:
            yield f"{name} was altered: its list of rows is not the one that was sealed"
        if text.seal_hash != seal.seal_hash:
            yield f"{name} was altered: its hash does not follow from what it says"
        if not gone and text.previous_hash != self.before_hash:
            yield f"{name} does not follow on seal {self.before}: one of the two was altered"
        if self.copies.get(text.number, seal.seal_hash) != seal.seal_hash:
            yield f"{name} is not the one that was copied outside the database"
        self.before, self.before_hash = text.number, seal.seal_hash


def faults_of_copies(copies: list[SealText], *, last: int) -> Iterator[str]:
    """What the copies say that the database, whose last seal is ``last``, does not know any more."""
    known = 0
    for copy in copies:
        yield from (
            f"The copy of seal {n} is missing outside" for n in range(known + 1, copy.number)
        )
        if copy.number <= known:
            yield f"The copy of seal {copy.number} stands there twice"
        known = max(known, copy.number)
        if copy.number > last:
            rows = f"rows {copy.first_id} to {copy.last_id}"
            yield f"Seal {copy.number} ({rows}) was cut off: only its copy outside is left"
