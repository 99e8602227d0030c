"""The sets of annual figures that somebody may read: drafts are for who prepares or approves them."""

from typing import Any

from django.db.models import QuerySet

from permissions import gate
from permissions.models import Body
from permissions.rules.actions import Action
from staff_workspace.models import AnnualFigures

# A set that is not approved yet counts restricted and walled cases without anybody's decision to
# publish: two of them could be subtracted.
WHO_READ_DRAFTS = (Action.PREPARE_FIGURES, Action.APPROVE_FIGURES)


def figures_sets(user: Any, body: Body) -> QuerySet[AnnualFigures]:
    """What of ``body``'s sets is no draft, and the drafts too where ``user`` works on them."""
    found = AnnualFigures.objects.filter(body=body)
    if any(gate.may(user, action, body) for action in WHO_READ_DRAFTS):
        return found
    return found.filter(state=AnnualFigures.State.APPROVED)
