"""Note that the person has seen what was written to them."""

from datetime import datetime

from permissions import audit
from staff_workspace.actions.complainant_step import Complainant, require_holds
from staff_workspace.models import Case


def read_messages(*, case: Case, by: Complainant, at: datetime) -> int:
    """Mark the body's messages as read; how many were new. Raises Http404 without the receipt."""
    require_holds(by, case, "read_messages")
    unread = case.messages.filter(from_person=False, read_at=None)
    read = unread.update(read_at=at)
    if read:
        audit.record(
            user=by,
            action="complainant.read",
            thing=case,
            under=by.under,
            detail={"messages": read},
            at=at,
        )
    return read
