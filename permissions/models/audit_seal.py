"""A seal: the hash of a batch of audit rows and of the seal before it. Seals are only added."""

from django.db import models

from permissions.models.final_rows import FinalRow


class AuditSeal(FinalRow):
    """What a batch of audit rows was at ``sealed_at``.

    ``members`` names every row of the batch with its own hash, so that a row which was touched can
    be told from its neighbours. The ranges of two seals may overlap: a row that was committed late
    goes into the next seal.
    """

    number = models.BigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField(db_index=True)
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField(db_index=True)
    rows = models.PositiveIntegerField()
    members = models.BinaryField(help_text="For each row its id (8 bytes) and SHA-256 (32 bytes)")
    batch_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    seal_hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"Seal {self.number}: rows {self.first_id} to {self.last_id}"
