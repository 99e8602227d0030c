"""Examine a file that was received: scan it, and draw the copy that people look at."""

from typing import Any

from django.db import transaction

from feedback_forms.connectors.virus_scanner import ScannerAway
from feedback_forms.evidence import vault
from feedback_forms.evidence.pipeline import Examined, examine
from feedback_forms.models import Evidence
from feedback_forms.rules.evidence_states import FileState, step
from permissions import crash_points, outbox


@outbox.handles("scan_evidence", for_good=True)
def scan_evidence(payload: dict[str, Any]) -> None:
    """Set the file clean, or refuse and delete it; raises ScannerAway while there is no verdict."""
    waiting = Evidence.objects.unsettled().filter(pk=payload["evidence"])
    evidence = waiting.first()
    if evidence is None:
        return
    waiting.update(state=step(FileState(evidence.state), FileState.SCANNING))
    crash_points.reach("evidence.scanning")
    # Nothing is locked while the scanner reads.
    found = examine(evidence)
    crash_points.reach("evidence.after_examining")
    with transaction.atomic():
        evidence = waiting.select_for_update().first()
        if evidence is not None:
            _settle(evidence, found)
    crash_points.reach("evidence.after_settling")
    if found.state == FileState.AWAY:
        raise ScannerAway


def _settle(evidence: Evidence, found: Examined) -> None:
    unneeded = [] if evidence.viewing_file == found.viewing_file else [evidence.viewing_file]
    step(FileState(evidence.state), found.state)
    found.write_to(evidence)
    if found.refusal:
        unneeded.append(evidence.original_file)
        evidence.original_file = ""
    evidence.save()
    transaction.on_commit(lambda: vault.discard(*unneeded))
