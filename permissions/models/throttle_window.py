"""How often something was tried within a while: a count that all processes share."""

from django.db import models


class ThrottleWindow(models.Model):
    """The tries of one key from its first one until ``ends_at``; the key itself is not stored."""

    wagtail_reference_index_ignore = True
    key_hash = models.CharField(max_length=64, unique=True)
    tries = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.tries} tries until {self.ends_at}"
