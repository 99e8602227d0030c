"""Who is shut out of a case, and who opened one by breaking the glass."""

from django.db import models
from django.db.models import Q

from permissions.models import AccessWall, GlassOpening
from staff_workspace.models.case import Case


class CaseWall(AccessWall):
    """A member of staff shut out of one case."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="walls")

    class Meta:
        default_permissions = ()
        constraints = [
            # Also the index by which every list leaves out what somebody is shut out of.
            models.UniqueConstraint(
                fields=["user", "content_object"],
                condition=Q(lifted_at__isnull=True),
                name="one_standing_wall",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} shut out of {self.content_object_id}"


class CaseOpening(GlassOpening):
    """A case opened by breaking the glass."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="openings")

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["user", "content_object", "ends_at"], name="glass_open"),
            models.Index(
                fields=["opened_at"], condition=Q(reviewed_at__isnull=True), name="glass_to_review"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.content_object_id} opened by {self.user_id}"
