"""Guardian's grants on one case: a role for a person or a team, with an end."""

from django.db import models

from permissions.models import TeamGrant, UserGrant
from staff_workspace.models.case import Case
from staff_workspace.models.case_copies import CaseCopies, in_order


class CaseUserGrant(CaseCopies, UserGrant):
    """A person let in to one case."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="user_grants")

    class Meta(UserGrant.Meta):
        abstract = False
        default_permissions = ()
        indexes = in_order("user")


class CaseTeamGrant(CaseCopies, TeamGrant):
    """A team let in to one case."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="team_grants")

    class Meta(TeamGrant.Meta):
        abstract = False
        default_permissions = ()
        indexes = in_order("group")
