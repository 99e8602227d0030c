"""Breaking the glass: the Caldicott Guardian, or who stands in, opens one case for some hours.

The policies say who may decide on confidentiality; none says for how long a case stays open, so
the hours are the body's setting, 1 to 24.
"""

from datetime import datetime, timedelta

MOST_HOURS = 24
DEFAULT_HOURS = 4
SHORTEST_REASON = 10


def ends_at(opened_at: datetime, *, hours: int) -> datetime:
    """When an opening ends by itself; ValueError for hours outside 1 to 24."""
    if not 1 <= hours <= MOST_HOURS:
        raise ValueError(f"A case is opened for 1 to {MOST_HOURS} hours, not {hours}")
    return opened_at + timedelta(hours=hours)


def refusal_to_open(*, reason: str) -> str:
    """Why the glass cannot be broken, or ""."""
    if len(reason.strip()) < SHORTEST_REASON:
        return "Say why you need to see this case, so that Governance can review it"
    return ""


def refusal_to_review(*, opened_by: int, reviewer: int, reviewed: bool) -> str:
    """Why ``reviewer`` cannot review the opening, or ""."""
    if reviewed:
        return "This opening has been reviewed already"
    if opened_by == reviewer:
        return "You opened the case yourself: somebody else of Governance reviews it"
    return ""
