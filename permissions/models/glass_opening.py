"""One object that somebody opened by breaking the glass: for some hours, with a reason."""

from django.conf import settings
from django.db import models

from permissions.models.guarded import Guarded


class GlassOpening(Guarded):
    """Make it concrete with a ``content_object`` key; it ends by itself and is reviewed later."""

    guarded_by = "content_object"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    review_note = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True
