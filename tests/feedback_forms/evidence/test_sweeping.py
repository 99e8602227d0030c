"""What was never sent, and what nobody knows, is deleted in time and not before."""

import os
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from feedback_forms.actions.receive_submission import receive_submission
from feedback_forms.actions.sweep_evidence import Swept, sweep_evidence
from feedback_forms.evidence import vault
from feedback_forms.models import Draft, Evidence, FormPage
from tests.feedback_forms.evidence.test_stored_evidence import CAPABLE, files_in, upload
from tests.feedback_forms.small_form import finished_draft

pytestmark = pytest.mark.django_db
NOTHING = Swept(0, 0, 0, 0, 0)


@pytest.fixture
def swept(django_capture_on_commit_callbacks):
    """Sweep some days from now."""

    def sweep(days: float = 0) -> Swept:
        with django_capture_on_commit_callbacks(execute=True):
            return sweep_evidence(now=timezone.now() + timedelta(days=days))

    return sweep


def test_answers_never_sent_go_after_a_fortnight_with_their_files(
    form_page: FormPage, swept, vault_root: Path
) -> None:
    upload(finished_draft(form_page, CAPABLE))
    assert swept(days=13.9) == NOTHING
    assert swept(days=14.1).drafts == 1
    assert (Draft.objects.count(), Evidence.objects.count(), files_in(vault_root)) == (0, 0, [])


def test_the_time_begins_anew_with_each_file(form_page: FormPage, swept) -> None:
    draft = finished_draft(form_page, CAPABLE)
    Draft.objects.update(updated_at=timezone.now() - timedelta(days=13))
    upload(draft)
    assert swept(days=2) == NOTHING


def test_the_period_is_the_one_that_the_settings_name(form_page: FormPage, swept, settings) -> None:
    settings.CANDOUR_DRAFTS_KEPT_DAYS = 3
    finished_draft(form_page)
    assert swept(days=3.1).drafts == 1


def test_what_was_sent_stays(form_page: FormPage, swept, vault_root: Path) -> None:
    draft = finished_draft(form_page, CAPABLE)
    upload(draft)
    receive_submission(draft=draft)
    assert swept(days=400) == NOTHING
    assert len(files_in(vault_root)) == 2


def test_a_file_that_was_not_sent_with_the_rest_goes(form_page: FormPage, swept) -> None:
    draft = finished_draft(form_page, CAPABLE)
    upload(draft)
    draft.answers["reason"] = "asked"
    draft.save()
    receive_submission(draft=draft)
    assert swept(days=1) == NOTHING
    assert swept(days=15).unsent == 1


def test_files_that_no_row_knows_go_after_a_day(
    form_page: FormPage, swept, vault_root: Path
) -> None:
    evidence = upload(finished_draft(form_page, CAPABLE))
    lost = vault.folder("ab") / ("ab" + "0" * 46)
    begun = vault.folder("incoming") / "begun.part"
    for path in (lost, begun):
        path.write_bytes(b"sealed")
    assert swept() == NOTHING
    for path in (lost, begun):
        os.utime(path, (0, timezone.now().timestamp() - 25 * 3600))
    assert swept() == Swept(0, 0, orphans=1, incoming=1, missing=0)
    assert {path.name for path in files_in(vault_root)} == {
        evidence.original_file,
        evidence.viewing_file,
    }


def test_a_file_that_is_not_where_its_row_says_is_reported(form_page: FormPage) -> None:
    evidence = upload(finished_draft(form_page, CAPABLE))
    vault.discard(evidence.viewing_file)
    with pytest.raises(CommandError, match="1 files are not where their row says"):
        call_command("sweep_evidence", stdout=StringIO())
