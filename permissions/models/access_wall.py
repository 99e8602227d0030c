"""A wall between one member of staff and one object, whatever else would let them in."""

from django.conf import settings
from django.db import models

from permissions.models.guarded import Guarded
from permissions.rules.walls import REASONS


class AccessWall(Guarded):
    """Make it concrete with a ``content_object`` key; it stands until it is lifted."""

    guarded_by = "content_object"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=[(r.value, t) for r, t in REASONS.items()])
    note = models.CharField(max_length=300)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    raised_at = models.DateTimeField()
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_because = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
