"""The canonical roles of the policy that somebody holds towards a case."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.standing import standings
from staff_workspace.models import Case


def canonical_roles(user: AbstractBaseUser, case: Case, now: datetime) -> frozenset[str]:
    """The roles under which ``user`` stands towards ``case``; their keys are the policy's own."""
    return frozenset(standing.role.value for standing in standings(user, case, now))
