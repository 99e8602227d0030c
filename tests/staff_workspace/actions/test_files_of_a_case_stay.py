"""Clearing up what was never sent takes nothing that a case holds."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from feedback_forms.actions.sweep_evidence import sweep_evidence
from feedback_forms.evidence import vault
from feedback_forms.models import Evidence
from staff_workspace.actions.attach_scan import attach_scan
from staff_workspace.models import Case
from tests.workspace_people import at


@pytest.fixture(autouse=True)
def vault_root(tmp_path: Path, settings) -> None:
    """A vault of its own."""
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path


def drawn() -> bytes:
    """A letter as the scanner gives it."""
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(made, "PNG")
    return made.getvalue()


def test_a_scan_of_a_case_that_came_by_post_is_never_swept(own_case: Case) -> None:
    Case.objects.filter(pk=own_case.pk).update(submission=None)
    own_case.refresh_from_db()
    paper = SimpleUploadedFile("letter.png", drawn())
    scan = attach_scan(case=own_case, upload=paper, at=at(2))
    Evidence.objects.update(received_at=timezone.now() - timedelta(days=900))
    assert sweep_evidence(now=timezone.now()).unsent == 0
    kept = Evidence.objects.get(pk=scan.evidence.pk)
    assert vault.open_unchecked(kept).read() == drawn()
