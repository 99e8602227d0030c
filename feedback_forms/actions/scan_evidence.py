"""Scan a file that waited for the scanner."""

from typing import Any

from django.db import transaction

from feedback_forms.connectors.virus_scanner import Verdict, get_virus_scanner
from feedback_forms.evidence import vault
from feedback_forms.models import Evidence
from feedback_forms.rules.uploads import Refusal
from permissions import outbox


@outbox.handles("scan_evidence")
def scan_evidence(payload: dict[str, Any]) -> None:
    """Set the file clean, or refuse and delete it; raises ScannerAway while there is no verdict."""
    waiting = Evidence.objects.filter(pk=payload["evidence"], state=Evidence.State.WAITING)
    evidence = waiting.first()
    if evidence is None:
        return
    # Nothing is locked while the scanner reads.
    verdict = get_virus_scanner().scan(vault.path_of(evidence.original_file))
    with transaction.atomic():
        evidence = waiting.select_for_update().first()
        if evidence is not None:
            _settle(evidence, verdict)


def _settle(evidence: Evidence, verdict: Verdict) -> None:
    evidence.state = Evidence.State.CLEAN if verdict.clean else Evidence.State.REFUSED
    if not verdict.clean:
        files = (evidence.original_file, evidence.viewing_file)
        evidence.refusal = Refusal.VIRUS.name.lower()
        evidence.original_file = evidence.viewing_file = ""
        transaction.on_commit(lambda: vault.discard(*files))
    evidence.save()
