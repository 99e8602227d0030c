"""Wrap the files' own keys with the current key of the service; the files stay as they are."""

from dataclasses import dataclass

from django.db import transaction

from feedback_forms.evidence import keys
from feedback_forms.models import Evidence


@dataclass(frozen=True)
class Rotated:
    """How many rows were wrapped anew, and how many could not be opened."""

    done: int
    failed: int


def rotate_evidence_keys() -> Rotated:
    """Every row that another key closed; may be broken off and begun again. Raises KeysAreWrong."""
    current = keys.current_id()
    old = Evidence.objects.exclude(key_id__in=["", current]).order_by("pk")
    outcomes = [_rewrap(pk, current) for pk in old.values_list("pk", flat=True)]
    return Rotated(outcomes.count(True), outcomes.count(False))


def _rewrap(pk: int, current: str) -> bool | None:
    """None for a row that is gone or was done by somebody else."""
    with transaction.atomic():
        evidence = Evidence.objects.select_for_update().filter(pk=pk).first()
        if evidence is None or evidence.key_id == current:
            return None
        try:
            key = keys.unwrap(evidence.key_id, evidence.wrapped_key)
        except keys.KeysAreWrong:
            return False
        wrapped = keys.wrap(key)
        evidence.key_id, evidence.wrapped_key = wrapped.key_id, wrapped.wrapped
        evidence.save(update_fields=["key_id", "wrapped_key"])
    return True
