"""The canonical roles of the policy that somebody holds towards a case."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from permissions.roles_held import standings
from permissions.standing import person_of
from staff_workspace.models import Case


def canonical_roles(user: AbstractBaseUser, case: Case, now: datetime) -> frozenset[str]:
    """The roles under which ``user`` stands towards ``case``; their keys are the policy's own."""
    person = person_of(user, now)
    return frozenset(s.role.value for s in standings(person, case, now)) if person else frozenset()
