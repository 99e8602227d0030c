"""Remove a file that a person uploaded, as long as it is not sent."""

from django.db import transaction

from feedback_forms.evidence import vault
from feedback_forms.models import Draft, Evidence


def remove_evidence(*, draft: Draft, key: str) -> str | None:
    """Delete the draft's file for good and return its name; None when it is not there."""
    with transaction.atomic():
        Draft.objects.select_for_update().get(pk=draft.pk)
        evidence = Evidence.objects.filter(draft=draft, submission=None, key=key).first()
        if evidence is None:
            return None
        files = (evidence.original_file, evidence.viewing_file)
        evidence.delete()
        transaction.on_commit(lambda: vault.discard(*files))
    return evidence.original_name
