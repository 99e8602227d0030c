"""Evidence in the database: stored, removed, waiting for the scanner, opened when clean."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from feedback_forms.actions.receive_submission import receive_submission
from feedback_forms.actions.remove_evidence import remove_evidence
from feedback_forms.actions.store_evidence import store_evidence
from feedback_forms.connectors.development import EICAR
from feedback_forms.evidence import vault
from feedback_forms.models import Draft, Evidence, FormPage
from feedback_forms.rules.uploads import FileRefused
from permissions import outbox
from permissions.models import OutboxItem
from tests.feedback_forms.evidence.made_files import pdf, picture
from tests.feedback_forms.small_form import ANSWERS, finished_draft

pytestmark = pytest.mark.django_db
AWAY = "feedback_forms.connectors.clamav.ClamAvScanner"
HERE = "feedback_forms.connectors.development.DevelopmentScanner"
CAPABLE = {**ANSWERS, "reason": "lacks_capacity"}


def upload(draft: Draft, content: bytes = b"", name: str = "lpa.pdf") -> Evidence:
    question = draft.form_version.form.pages[1].questions[0]
    file = SimpleUploadedFile(name, content or pdf())
    return store_evidence(draft=draft, question=question, upload=file)


def try_again() -> None:
    """Let the worker come round when the scan is due again."""
    outbox.work(now=OutboxItem.objects.get(topic="scan_evidence").next_try_at)


def files_in(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def test_evidence_goes_with_what_is_sent(form_page: FormPage) -> None:
    draft = finished_draft(form_page, CAPABLE)
    evidence = upload(draft)
    received = receive_submission(draft=draft)
    assert list(received.evidence.all()) == [evidence]
    assert (evidence.purpose, evidence.state, evidence.pages) == ("authority", "clean", 1)
    assert received.questions_and_answers()[1].lines == ("lpa.pdf",)
    with vault.open_original(evidence).file as original:
        assert original.read(5) == b"%PDF-"


def test_evidence_for_a_question_that_no_longer_applies_is_not_sent(form_page: FormPage) -> None:
    draft = finished_draft(form_page, CAPABLE)
    upload(draft)
    draft.answers["reason"] = "asked"
    draft.save()
    assert receive_submission(draft=draft).evidence.count() == 0


def test_a_viewing_copy_is_named_after_what_it_is(form_page: FormPage) -> None:
    evidence = upload(finished_draft(form_page, CAPABLE), picture("HEIF"), "my letter.heic")
    opened = vault.open_viewing_copy(evidence)
    opened.file.close()
    assert (opened.name, opened.content_type) == ("my letter.jpg", "image/jpeg")


def test_a_changed_original_is_not_opened(form_page: FormPage) -> None:
    evidence = upload(finished_draft(form_page, CAPABLE))
    path = vault.path_of(evidence.original_file)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(vault.NotAvailable):
        vault.open_original(evidence)


def test_with_the_scanner_away_the_file_waits_unseen_and_is_scanned_later(
    form_page: FormPage, settings, tmp_path: Path
) -> None:
    settings.CANDOUR_VIRUS_SCANNER = AWAY
    settings.CANDOUR_CLAMD_SOCKET = str(tmp_path / "no.sock")
    draft = finished_draft(form_page, CAPABLE)
    evidence = upload(draft)
    assert evidence.state == "waiting_for_scanner"
    with pytest.raises(vault.NotAvailable):
        vault.open_viewing_copy(evidence)
    assert receive_submission(draft=draft).evidence.clean_files().count() == 0
    assert OutboxItem.objects.get(topic="scan_evidence").last_error == "ScannerAway"
    settings.CANDOUR_VIRUS_SCANNER = HERE
    try_again()
    evidence.refresh_from_db()
    assert evidence.state == "clean"
    vault.open_viewing_copy(evidence).file.close()


def test_a_virus_found_later_deletes_the_file_and_keeps_the_fact(
    form_page: FormPage,
    settings,
    tmp_path: Path,
    vault_root: Path,
    django_capture_on_commit_callbacks,
) -> None:
    settings.CANDOUR_VIRUS_SCANNER = AWAY
    settings.CANDOUR_CLAMD_SOCKET = str(tmp_path / "no.sock")
    evidence = upload(finished_draft(form_page, CAPABLE), pdf() + EICAR)
    settings.CANDOUR_VIRUS_SCANNER = HERE
    with django_capture_on_commit_callbacks(execute=True):
        try_again()
    evidence.refresh_from_db()
    assert (evidence.state, evidence.refusal) == ("refused", "virus")
    assert files_in(vault_root) == []


def test_a_removed_file_is_gone(
    form_page: FormPage, vault_root: Path, django_capture_on_commit_callbacks
) -> None:
    draft = finished_draft(form_page, CAPABLE)
    evidence = upload(draft)
    with django_capture_on_commit_callbacks(execute=True):
        assert remove_evidence(draft=draft, key=evidence.key) == "lpa.pdf"
    assert draft.evidence.count() == 0
    assert files_in(vault_root) == []


def test_what_was_sent_is_not_removed_and_gets_no_further_file(form_page: FormPage) -> None:
    draft = finished_draft(form_page, CAPABLE)
    evidence = upload(draft)
    receive_submission(draft=draft)
    assert remove_evidence(draft=draft, key=evidence.key) is None
    with pytest.raises(FileRefused):
        upload(draft)
    assert Evidence.objects.count() == 1


def test_names_are_shown_without_folders_and_direction_marks(form_page: FormPage) -> None:
    evidence = upload(finished_draft(form_page, CAPABLE), name="a\u202egpj.exe.pdf")
    assert evidence.original_name == "agpj.exe.pdf"
