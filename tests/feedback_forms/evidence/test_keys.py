"""The service's keys: kept elsewhere, changed without touching files, and missed at once."""

import base64
import os
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from feedback_forms.actions.seal_evidence import seal_evidence
from feedback_forms.checks import evidence_can_be_sealed, the_keys_are_kept_elsewhere
from feedback_forms.evidence import keys, vault
from feedback_forms.models import Evidence, FormPage
from public_site.settings.evidence_keys import from_text
from tests.feedback_forms.evidence.made_files import pdf
from tests.feedback_forms.evidence.test_stored_evidence import CAPABLE, upload
from tests.feedback_forms.small_form import finished_draft


def made() -> str:
    return base64.b64encode(os.urandom(32)).decode()


OLD, NEW = made(), made()


@pytest.fixture(autouse=True)
def no_generated_key(settings, tmp_path: Path) -> Path:
    """Each test has a place of its own for a generated key."""
    settings.CANDOUR_EVIDENCE_KEY_FILE = tmp_path / "kept" / "keys.json"
    return settings.CANDOUR_EVIDENCE_KEY_FILE


def test_a_key_opens_what_it_wrapped_and_the_row_holds_it_wrapped_alone(settings) -> None:
    settings.CANDOUR_EVIDENCE_KEYS = {"a": OLD}
    own = keys.new_data_key()
    assert keys.unwrap("a", own.wrapped) == own.key
    assert own.key not in base64.b64decode(own.wrapped)


def test_a_demonstration_makes_itself_one_key_that_nobody_else_reads(no_generated_key) -> None:
    with ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(lambda _: keys.current_id(), range(24)))
    assert len(ids) == 1
    assert no_generated_key.stat().st_mode & 0o077 == 0
    assert list(no_generated_key.parent.iterdir()) == [no_generated_key]


@pytest.mark.parametrize(
    ("named", "current"),
    [({"a": "short"}, ""), ({"a": OLD}, "b"), ({"": OLD}, ""), ({"a": "not base64!"}, "a")],
)
def test_keys_that_are_unfit_are_said_so_by_a_check(named, current: str, settings) -> None:
    settings.CANDOUR_EVIDENCE_KEYS, settings.CANDOUR_EVIDENCE_KEY_ID = named, current
    assert [error.id for error in evidence_can_be_sealed()] == ["feedback_forms.E010"]
    assert OLD not in str(evidence_can_be_sealed())


def test_a_service_without_keys_is_not_deployed(settings, no_generated_key) -> None:
    assert [error.id for error in the_keys_are_kept_elsewhere()] == ["feedback_forms.E011"]
    assert evidence_can_be_sealed() == []
    assert not no_generated_key.exists()
    settings.CANDOUR_EVIDENCE_KEY_FILE = None
    assert [error.id for error in evidence_can_be_sealed()] == ["feedback_forms.E010"]
    settings.CANDOUR_EVIDENCE_KEYS = {"a": OLD}
    assert the_keys_are_kept_elsewhere() == evidence_can_be_sealed() == []


def test_the_environment_names_the_current_key_first() -> None:
    assert from_text(f"new={NEW} old={OLD}") == ({"new": NEW, "old": OLD}, "new")
    assert from_text("") == ({}, "")


def rotate() -> str:
    said = StringIO()
    call_command("rotate_evidence_keys", stdout=said)
    return said.getvalue()


@pytest.mark.django_db
def test_rotation_changes_the_rows_and_no_file_and_the_old_key_may_go(
    form_page: FormPage, settings
) -> None:
    settings.CANDOUR_EVIDENCE_KEYS = {"old": OLD}
    evidence = upload(finished_draft(form_page, CAPABLE))
    before = vault.path_of(evidence.original_file).read_bytes()
    settings.CANDOUR_EVIDENCE_KEYS = {"new": NEW, "old": OLD}
    assert rotate() == "1 keys wrapped anew\n"
    assert rotate() == "0 keys wrapped anew\n"
    settings.CANDOUR_EVIDENCE_KEYS = {"new": NEW}
    evidence.refresh_from_db()
    assert evidence.key_id == "new"
    assert vault.path_of(evidence.original_file).read_bytes() == before
    assert vault.open_original(evidence).file.read(5) == b"%PDF-"


@pytest.mark.django_db
def test_a_key_that_is_gone_is_reported_and_its_file_not_given_out(
    form_page: FormPage, settings
) -> None:
    settings.CANDOUR_EVIDENCE_KEYS = {"old": OLD}
    evidence = upload(finished_draft(form_page, CAPABLE))
    settings.CANDOUR_EVIDENCE_KEYS = {"new": NEW}
    with pytest.raises(vault.NotAvailable):
        vault.open_viewing_copy(evidence)
    with pytest.raises(CommandError, match="1 could not be opened"):
        rotate()
    evidence.refresh_from_db()
    assert evidence.key_id == "old"


@pytest.mark.django_db
def test_files_of_an_earlier_version_open_and_are_sealed_by_a_command(
    form_page: FormPage, django_capture_on_commit_callbacks
) -> None:
    evidence = upload(finished_draft(form_page, CAPABLE))
    clear = {"original_file": "a" * 48, "viewing_file": "b" * 48}
    for name in clear.values():
        (vault.folder(name[:2]) / name).write_bytes(pdf())
    Evidence.objects.update(**clear, key_id="", wrapped_key="")
    evidence.refresh_from_db()
    assert vault.open_viewing_copy(evidence).file.read(5) == b"%PDF-"
    with django_capture_on_commit_callbacks(execute=True):
        assert seal_evidence() == 1
    assert seal_evidence() == 0
    evidence.refresh_from_db()
    opened = vault.open_viewing_copy(evidence)
    assert opened.file.read() == pdf()
    assert opened.size == len(pdf())
    assert not any(vault.path_of(name).exists() for name in clear.values())
