"""Writing to somebody by electronic means: only with consent, which can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ElectronicConsent:
    """The complainant's consent to an address, from the day it is given until it is withdrawn."""

    address: str
    given: date
    withdrawn: date | None = None

    def holds_on(self, day: date) -> bool:
        """In force from the day it is given; not any more on the day it is withdrawn."""
        return self.given <= day and (self.withdrawn is None or day < self.withdrawn)


def may_send(consents: Iterable[ElectronicConsent], *, address: str, on: date) -> tuple[bool, str]:
    """Whether a document may go to this address on that day, and what to do if not."""
    wanted = address.strip().casefold()
    if any(
        consent.address.strip().casefold() == wanted and consent.holds_on(on)
        for consent in consents
    ):
        return True, ""
    return False, "No consent to electronic means covers this address: send it by post."


def signature_suffices(*, typed_name: str, electronic: bool, ink: bool) -> bool:
    """A name typed by the person who signs is enough where the document goes electronically."""
    return ink or (electronic and bool(typed_name.strip()))
