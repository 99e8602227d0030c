"""Staff, teams and who is in which team from when to when."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models

from permissions.models.body import Body
from permissions.rules.matrix import Role


class StaffMember(models.Model):
    """A person who works for a body: one to one with the host's user."""

    wagtail_reference_index_ignore = True
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff_member"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="staff")
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.name}, {self.job_title}"


class Team(models.Model):
    """A team of a body. Its role says what its members are to the body's cases.

    ``group`` only anchors guardian grants: membership is decided here, never by who is in the
    group, so that adding oneself to a group in an admin gives nothing.
    """

    wagtail_reference_index_ignore = True
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="teams")
    key = models.SlugField()
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    owns_new_cases = models.BooleanField(default=False)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="candour_team")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "key"], name="team_key_unique_in_body")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.body.short_name})"


class TeamMembership(models.Model):
    """Somebody in a team, with dates and the reason."""

    wagtail_reference_index_ignore = True
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="memberships"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300)

    class Meta:
        indexes = [models.Index(fields=["staff_member", "starts_at", "ends_at"])]

    def __str__(self) -> str:
        return f"{self.staff_member_id} in {self.team_id}"
