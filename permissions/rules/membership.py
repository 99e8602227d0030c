"""Who is in a team, from when to when; Governance never empties itself."""

from collections.abc import Collection
from datetime import datetime

from permissions.rules.matrix import Role

# One sentence for both reasons: whoever is shut out of a case must not learn of it by leaving.
NOBODY_LEFT = "Nobody would be left who may see to every case: add somebody else first"


def refusal_to_join(*, starts_at: datetime, ends_at: datetime | None) -> str:
    """Why somebody cannot be in a team for that time, or ""."""
    return "The end must be later than the beginning" if ends_at and ends_at <= starts_at else ""


def refusal_to_end(
    role: Role,
    *,
    ends_at: datetime,
    starts_at: datetime,
    others: Collection[datetime | None],
    leaves_a_case_alone: bool,
) -> str:
    """Why a membership cannot end at ``ends_at``, or "".

    ``others`` are the ends of the other memberships of active people in teams of the same role
    (None: without end). Governance keeps one member without end, or nobody could undo anything; and
    every case with a wall keeps somebody who is not behind it, or it would stand for ever.
    """
    if ends_at < starts_at:
        return "The end must not be earlier than the beginning"
    is_last = role is Role.GOVERNANCE and None not in others
    return NOBODY_LEFT if is_last or leaves_a_case_alone else ""
