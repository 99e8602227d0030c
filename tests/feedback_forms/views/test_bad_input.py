"""Bad input and failing neighbours: a clear message, answers kept, nothing half stored."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from feedback_forms.models import Draft, Evidence, FormPage, Submission
from permissions import outbox
from permissions.models import Body
from tests.feedback_forms.browsing import Person
from tests.feedback_forms.evidence.made_files import EXE, pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vault_root(settings, tmp_path: Path) -> Path:
    """The folder of the vault."""
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "evidence"
    return settings.CANDOUR_EVIDENCE_ROOT


@pytest.fixture
def person(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody on the page that asks for proof."""
    person = Person(client_for(body), "/for-someone-else/why/").send(reason="lacks_capacity")
    assert person.h1 == "Upload proof that you can act for them (optional)"
    return person


def files_in(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def file(content: bytes | None = None, name: str = "lpa.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if content is None else content)


@pytest.mark.acceptance("F28", "F30")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The selected file is empty"),
        (EXE, "The selected file must be a PDF, JPG, PNG or HEIC"),
        (b"%PDF-1.7\n" + bytes(60 * 1024 * 1024), "The selected file must be smaller than 20MB"),
    ],
    ids=["0 bytes", "renamed exe", "60 MB"],
)
def test_a_bad_file_has_its_message_and_loses_no_answer(
    person: Person, content: bytes, message: str, vault_root: Path
) -> None:
    person.send("Add this file", file=file(content))
    assert person.problems == [message]
    assert person.title.startswith("Error: ")
    assert Evidence.objects.count() == 0
    assert files_in(vault_root) == []
    assert Draft.objects.get().answers == {"reason": "lacks_capacity"}


def test_adding_nothing_says_what_to_select(person: Person) -> None:
    assert person.send("Add this file").problems == ["Select a power of attorney or letter"]


@pytest.mark.acceptance("F29")
def test_files_are_added_one_by_one_and_removed_after_a_question(person: Person) -> None:
    person.send("Add this file", file=file())
    assert "lpa.pdf was added" in person.text
    person.send("Add this file", file=file(name="letter.pdf"))
    person.follow("Remove letter.pdf")
    assert person.h1 == "Are you sure you want to remove this file?"
    assert person.send().problems == ["Select yes if you want to remove the file"]
    person.send(remove="no")
    assert Evidence.objects.count() == 2
    person.follow("Remove letter.pdf").send(remove="yes")
    assert "letter.pdf was removed" in person.text
    assert [evidence.original_name for evidence in Evidence.objects.all()] == ["lpa.pdf"]


def test_a_file_chosen_is_taken_by_continue_as_well(person: Person) -> None:
    person.send("Continue", file=file())
    assert person.h1 == "About you"
    assert Evidence.objects.get().state == "clean"


@pytest.mark.acceptance("F30")
def test_nobody_else_removes_a_file(
    person: Person, body: Body, client_for: Callable[..., Client]
) -> None:
    person.send("Add this file", file=file())
    key = Evidence.objects.get().key
    stranger = Person(client_for(body), "/for-someone-else/why/").send(reason="lacks_capacity")
    assert stranger.go(f"/for-someone-else/authority/remove/{key}/").status == 404


def finish(person: Person) -> Person:
    person.send("Continue").send(your_name="Ana", your_email="ana@example.org")
    return person.send(story="It went wrong.").send()


def test_with_office_scanner_and_mail_away_the_person_still_has_a_reference(
    person: Person, settings, tmp_path: Path
) -> None:
    settings.CANDOUR_CASE_OFFICE = "tests.feedback_forms.office.FailingOffice"
    settings.CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.clamav.ClamAvScanner"
    settings.CANDOUR_CLAMD_SOCKET = str(tmp_path / "no.sock")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    finish(person.send("Add this file", file=file()))
    assert person.h1 == "Complaint sent"
    received = Submission.objects.get()
    assert received.reference in person.text
    assert received.evidence.get().state == "waiting_for_scanner"
    outbox.work()
    assert outbox.undelivered() == 3


def test_a_stale_token_keeps_what_was_typed_and_stores_nothing(
    form_page: FormPage, body: Body, client_for: Callable[..., Client]
) -> None:
    person = Person(client_for(body, enforce_csrf_checks=True), "/for-someone-else/why/")
    person.send(reason="asked")
    assert person.h1 == "About you"
    person.send(csrfmiddlewaretoken="stale", your_name="Ana", your_email="not yet checked")
    assert person.status == 403
    assert person.problems == [
        "This page was open too long, so your answer was not saved. "
        "It is still here: continue again"
    ]
    assert person.page.find(id="id_your_name")["value"] == "Ana"
    assert Draft.objects.get().answers == {"reason": "asked"}
    person.send(your_name="Ana", your_email="")
    assert person.h1 == "What happened?"


def test_a_stale_token_at_the_end_sends_nothing_and_may_be_sent_again(
    form_page: FormPage, body: Body, client_for: Callable[..., Client]
) -> None:
    person = Person(client_for(body, enforce_csrf_checks=True), "/for-someone-else/why/")
    person.send(reason="asked").send(your_name="Ana", your_email="").send(story="It went wrong.")
    person.send(csrfmiddlewaretoken="stale")
    assert (person.status, person.h1) == (403, "Check your answers")
    assert "nothing was sent" in person.text
    assert Submission.objects.count() == 0
    assert person.send().h1 == "Complaint sent"


def test_a_stale_token_on_an_upload_asks_for_the_file_again(
    form_page: FormPage, body: Body, client_for: Callable[..., Client]
) -> None:
    person = Person(client_for(body, enforce_csrf_checks=True), "/for-someone-else/why/")
    person.send(reason="lacks_capacity").send(csrfmiddlewaretoken="stale", file=file())
    assert person.status == 403
    assert "your file was not added" in person.problems[0]
    assert Evidence.objects.count() == 0


@pytest.mark.parametrize("path", ["/", "/for-someone-else/", "/for-someone-else/nothing/", "/x/"])
def test_a_stale_token_anywhere_else_says_what_to_do(
    path: str, form_page: FormPage, body: Body, client_for: Callable[..., Client]
) -> None:
    response = client_for(body, enforce_csrf_checks=True).post(path)
    assert response.status_code == 403
    assert b"Nothing was saved or sent" in response.content
