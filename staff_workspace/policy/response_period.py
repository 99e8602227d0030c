"""The period for the response: agreed in a discussion, or set by the body and told in writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """What became of the offer to discuss handling and period (regulation 13).

    `declined` is also true where nobody answered the offer.
    """

    offered: date | None = None
    declined: bool = False
    agreed: date | None = None
    set_by_body: date | None = None
    told_in_writing: date | None = None


def still_owed(period: Period) -> tuple[str, ...]:
    """What has to be done before the period counts, in words."""
    if period.offered is None:
        return ("offer to discuss how the complaint is handled, and by when",)
    if period.agreed is not None:
        return ()
    if not period.declined:
        return ("discuss it, or note that the offer was declined",)
    left = [] if period.set_by_body is not None else ["set the period"]
    if period.told_in_writing is None:
        left.append("tell the person the period in writing")
    return tuple(left)


def in_force(period: Period) -> date | None:
    """The date that counts: the one agreed, or the one set and told in writing; None until then."""
    if still_owed(period):
        return None
    return period.agreed or period.set_by_body
