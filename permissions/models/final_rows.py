"""Rows that are only ever added: the product refuses the rest, and so does the database."""

from typing import Any, NoReturn

from django.db import models


class AuditRowsAreFinal(Exception):
    """Raised when code tries to change or delete a row of the audit, or of another final table."""


class FinalQuerySet(models.QuerySet):
    """A queryset that reads and adds, and refuses the rest."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: raises AuditRowsAreFinal."""
        raise AuditRowsAreFinal

    def delete(self) -> NoReturn:
        """Refuse: raises AuditRowsAreFinal."""
        raise AuditRowsAreFinal

    def _raw_delete(self, using: str | None) -> NoReturn:
        raise AuditRowsAreFinal


class FinalRow(models.Model):
    """A row that cannot be saved again or deleted; its table has the triggers of append_only."""

    wagtail_reference_index_ignore = True

    objects = FinalQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; raises AuditRowsAreFinal when it is there already."""
        if not self._state.adding:
            raise AuditRowsAreFinal
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: raises AuditRowsAreFinal."""
        raise AuditRowsAreFinal
