"""What the grants on a case carry of it, so that their holders' lists come in order."""

from django.db import models

from staff_workspace.models.case import Case


class CaseCopies(models.Model):
    """What a list of cases is sorted by, and the state. The database alone writes these.

    Empty in an object that was just made, until it is read again.
    """

    due_order = models.DateField(null=True, editable=False)
    received_at = models.DateTimeField(null=True, editable=False)
    reference = models.CharField(max_length=40, null=True, editable=False)  # noqa: DJ001
    state = models.CharField(max_length=20, null=True, editable=False)  # noqa: DJ001

    class Meta:
        abstract = True


def in_order(holder: str) -> list[models.Index]:
    """What a holder was granted, in each order; by the state an index passes by the others."""
    return [
        models.Index(
            fields=[holder, field, "content_object", "state"], name=f"case_{holder}_{field}"
        )
        for field in Case.guarded_order
    ]
