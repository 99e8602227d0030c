"""What must follow a transaction: written inside it, carried out after it, never forgotten."""

from django.db import models

from permissions.models.body import Body


class OutboxItem(models.Model):
    """One piece of work that waits, was done, or could not be done yet."""

    wagtail_reference_index_ignore = True
    topic = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField(
        null=True, blank=True, db_index=True, help_text="Empty: not before somebody says so"
    )
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)
    last_error = models.CharField(max_length=300, blank=True)
    needs_person_since = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.topic} {self.payload}"
