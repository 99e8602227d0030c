"""One line of the audit: who did, saw or was refused what. Rows are only ever added."""

from django.db import models

from permissions.models.final_rows import FinalRow


class AuditEvent(FinalRow):
    """No foreign keys, so that a row outlives the user and the object it speaks of."""

    at = models.DateTimeField(db_index=True)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=150, blank=True)
    action = models.CharField(max_length=60)
    outcome = models.CharField(max_length=10, default="done")
    object_type = models.CharField(max_length=60, blank=True)
    object_id = models.BigIntegerField(null=True)
    object_ref = models.CharField(max_length=60, blank=True)
    body_key = models.CharField(max_length=60, blank=True)
    under = models.CharField(max_length=120, blank=True, help_text="The role or grant used")
    address = models.CharField(max_length=45, blank=True)
    detail = models.JSONField(default=dict)

    class Meta(FinalRow.Meta):
        indexes = [
            models.Index(fields=["object_type", "object_id", "at"]),
            # The access history of a case, newest first.
            models.Index(fields=["object_ref", "id"], name="audit_of_reference"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.action} {self.object_ref}"
