"""A new body, together with the teams without which nobody would own what arrives."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction

from permissions import audit
from permissions.models import Body, Team
from permissions.rules.matrix import Role


class NobodyWouldOwnIt(ValueError):
    """A body was to be created without a team that owns what arrives."""


@transaction.atomic
def create_body(*, owning_team: str, governance_team: str = "Governance", **values: Any) -> Body:
    """Make a body with the team that new cases go to, and one for Governance.

    ``values`` are the fields of the body. Raises NobodyWouldOwnIt for a team without a name, and
    then makes nothing.
    """
    if not owning_team.strip():
        raise NobodyWouldOwnIt("Name the team that owns what arrives")
    body = Body.objects.create(**values)
    create_team(body, key="complaints", name=owning_team, role=Role.HANDLER, owns_new_cases=True)
    create_team(body, key="governance", name=governance_team, role=Role.GOVERNANCE)
    audit.record(user=None, action="body.create", thing=body, detail={"owner": owning_team})
    return body


def create_team(
    body: Body, *, key: str, name: str, role: Role, owns_new_cases: bool = False
) -> Team:
    """Make a team with the group that anchors its grants."""
    group = Group.objects.create(name=f"{body.key}: {name}")
    return Team.objects.create(
        body=body, key=key, name=name, role=role, owns_new_cases=owns_new_cases, group=group
    )
