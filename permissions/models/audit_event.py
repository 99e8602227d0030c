"""One line of the audit: who did, saw or was refused what. Rows are only ever added."""

from typing import Any, NoReturn

from django.db import models


class AuditRowsAreFinal(Exception):
    """Raised when code tries to change or delete an audit row."""


class AuditQuerySet(models.QuerySet["AuditEvent"]):
    """A queryset that reads and adds, and refuses the rest."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: raises AuditRowsAreFinal."""
        raise AuditRowsAreFinal

    def delete(self) -> NoReturn:
        """Refuse: raises AuditRowsAreFinal."""
        raise AuditRowsAreFinal


class AuditEvent(models.Model):
    """No foreign keys, so that a row outlives the user and the object it speaks of."""

    wagtail_reference_index_ignore = True
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

    objects = AuditQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["object_type", "object_id", "at"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.action} {self.object_ref}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; raises AuditRowsAreFinal when it is there already."""
        if self.pk is not None:
            raise AuditRowsAreFinal
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: raises AuditRowsAreFinal."""
        raise AuditRowsAreFinal
