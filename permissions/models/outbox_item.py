"""What must follow a transaction: written inside it, carried out after it, never forgotten."""

from django.db import models


class OutboxItem(models.Model):
    """One piece of work that waits, was done, or could not be done yet."""

    wagtail_reference_index_ignore = True
    topic = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField(db_index=True)
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)
    last_error = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.topic} {self.payload}"
