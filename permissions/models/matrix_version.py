"""One version of a body's matrix: never changed, only followed by the next."""

import hashlib
import json
from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from permissions.models.body import Body
from permissions.rules.body_matrix import Matrix, stored


class MatrixVersionsAreFinal(Exception):
    """Raised when code tries to change or delete a version of the matrix."""


class MatrixVersionQuerySet(models.QuerySet["MatrixVersion"]):
    """A queryset that reads and adds, and refuses the rest."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: raises MatrixVersionsAreFinal."""
        raise MatrixVersionsAreFinal

    def delete(self) -> NoReturn:
        """Refuse: raises MatrixVersionsAreFinal."""
        raise MatrixVersionsAreFinal


class MatrixVersion(models.Model):
    """Who may do what in a body, as Governance published it; ``Body.matrix`` is in force."""

    wagtail_reference_index_ignore = True
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="matrix_versions")
    number = models.PositiveIntegerField()
    data = models.JSONField()
    digest = models.CharField(max_length=64, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_by_name = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    reason = models.CharField(max_length=300)

    objects = MatrixVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="matrix_number_unique_in_body")
        ]

    def __str__(self) -> str:
        return f"{self.body_id}: version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the version with the digest of its data; MatrixVersionsAreFinal for one that is."""
        if self.pk is not None:
            raise MatrixVersionsAreFinal
        text = json.dumps(self.data, sort_keys=True, separators=(",", ":"))
        self.digest = hashlib.sha256(text.encode()).hexdigest()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: raises MatrixVersionsAreFinal."""
        raise MatrixVersionsAreFinal

    @property
    def matrix(self) -> Matrix:
        """Its meaning today."""
        return stored(self.data)
