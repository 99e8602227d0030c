"""Files added together, too much at once, and who may look at what was added."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from feedback_forms.models import Draft, Evidence, FormPage
from feedback_forms.rules import uploads
from permissions.models import Body
from tests.feedback_forms.browsing import Person
from tests.feedback_forms.evidence.made_files import EXE, pdf, picture

pytestmark = pytest.mark.django_db
PAGE = "/for-someone-else/authority/"


@pytest.fixture(autouse=True)
def vault_root(settings, tmp_path: Path) -> Path:
    """The folder of the vault."""
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "evidence"
    return settings.CANDOUR_EVIDENCE_ROOT


@pytest.fixture
def person(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody on the page that asks for proof."""
    return Person(client_for(body), "/for-someone-else/why/").send(reason="lacks_capacity")


def file(name: str, content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if content is None else content)


def names() -> list[str]:
    return list(Evidence.objects.order_by("pk").values_list("original_name", flat=True))


@pytest.mark.acceptance("F28", "F29")
def test_several_files_are_added_together(person: Person) -> None:
    assert person.page.find("input", type="file").has_attr("multiple")
    person.send("Add this file", file=[file("a.pdf"), file("b.jpg", picture())])
    assert "2 files were added: a.pdf and b.jpg" in person.text
    assert names() == ["a.pdf", "b.jpg"]


@pytest.mark.acceptance("F28", "F30")
@pytest.mark.parametrize("button", ["Add this file", "Continue"])
def test_one_bad_file_costs_none_of_the_others_and_is_named(person: Person, button: str) -> None:
    offered = [file("a.pdf"), file("setup.pdf", EXE), file("b.jpg", picture()), file("c.pdf", b"")]
    person.send(button, file=offered)
    assert person.h1 == "Upload proof that you can act for them"
    assert person.problems == [
        "setup.pdf: The selected file must be a PDF, JPG, PNG or HEIC",
        "c.pdf: The selected file is empty",
    ]
    assert person.title.startswith("Error: ")
    inline = person.page.select_one(".nhsuk-error-message").get_text(" ")
    assert all(problem in inline for problem in person.problems)
    assert names() == ["a.pdf", "b.jpg"]
    assert person.go(person.address).problems == []


def test_the_same_file_twice_is_one_file(person: Person) -> None:
    letter = pdf()
    person.send("Add this file", file=file("a.pdf", letter))
    person.send("Add this file", file=[file("a.pdf", letter), file("other.pdf", letter)])
    assert names() == ["a.pdf", "other.pdf"]


@pytest.mark.acceptance("F28")
def test_more_than_ten_files_keep_the_first_ten(person: Person) -> None:
    person.send("Add this file", file=[file(f"{n}.jpg", picture()) for n in range(12)])
    assert person.problems == ["10.jpg and 11.jpg: " + uploads.Refusal.TOO_MANY.value]
    assert len(names()) == 10


@pytest.mark.acceptance("F28")
def test_a_file_that_is_too_big_is_not_read_to_its_end(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    class Counting(io.BytesIO):
        def write(self, content: bytes) -> int:
            written.append(len(content))
            return super().write(content)

    monkeypatch.setattr("feedback_forms.uploading.SpooledTemporaryFile", lambda _: Counting())
    person.send("Add this file", file=file("film.pdf", b"%PDF-" + bytes(30 * uploads.MEGABYTE)))
    assert person.problems == ["The selected file must be smaller than 20MB"]
    assert sum(written) <= uploads.MAX_SIZE


@pytest.mark.acceptance("F28", "F45")
def test_far_too_much_is_not_read_at_all_and_loses_no_answer(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("feedback_forms.uploading.MAX_BODY", uploads.MEGABYTE)
    person.send("Add this file", file=file("film.pdf", bytes(2 * uploads.MEGABYTE)))
    assert person.problems == ["The selected files must be smaller than 100MB together"]
    assert Draft.objects.get().answers == {"reason": "lacks_capacity"}


@pytest.mark.acceptance("F45")
def test_ten_megabytes_of_text_are_answered_in_words(person: Person) -> None:
    person.go("/for-someone-else/why/").send(reason="x" * 10_000_000)
    assert person.status == 413
    assert person.h1 == "What you sent is too large"
    assert "The answers you gave on the pages before it are kept" in person.text
    assert person.follow("Go back to the question").status == 200
    assert Draft.objects.get().answers == {"reason": "lacks_capacity"}


@pytest.mark.acceptance("F45")
@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        (b"--x\r\nnothing", "multipart/form-data"),
        (b"--x\r\n", "multipart/form-data; boundary=\xff"),
        (b"&".join(b"a=1" for _ in range(1001)), "application/x-www-form-urlencoded"),
    ],
    ids=["no boundary", "bad boundary", "1,001 fields"],
)
def test_a_request_in_pieces_is_answered_in_words(person: Person, sent: bytes, kind: str) -> None:
    answer = person.client.post(PAGE, sent, content_type=kind)
    assert answer.status_code in {400, 413}
    assert b"Nothing from this page was saved" in answer.content


@pytest.mark.acceptance("F30")
def test_whoever_added_a_file_looks_at_it_and_nobody_else(
    person: Person, body: Body, client_for: Callable[..., Client]
) -> None:
    person.send("Add this file", file=file("a.pdf", pdf(pages=2, active=True)))
    address = person.page.find("a", string="a.pdf")["href"]
    assert Evidence.objects.get().original_file not in address
    answer = person.client.get(address)
    content = answer.getvalue()
    with pikepdf.open(io.BytesIO(content)) as copy:
        assert len(copy.pages) == 2
    assert answer.headers["Content-Length"] == str(len(content))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="a.pdf"'
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]
    stranger = Person(client_for(body), "/for-someone-else/why/").send(reason="lacks_capacity")
    assert stranger.client.get(address).status_code == 404
    assert client_for(body).get(address).status_code == 404
    assert person.client.post(address).status_code == 404


def test_with_the_scanner_away_the_person_reads_so_and_goes_on(
    person: Person, settings, tmp_path: Path
) -> None:
    settings.CANDOUR_VIRUS_SCANNER = "feedback_forms.connectors.clamav.ClamAvScanner"
    settings.CANDOUR_CLAMD_SOCKET = str(tmp_path / "no.sock")
    person.send("Add this file", file=file("a.pdf"))
    assert "We will check it for viruses soon: you can go on" in person.text
    assert person.page.find("a", string="a.pdf") is None
    assert person.send("Continue").h1 == "About you"


def test_a_virus_found_later_is_told_in_the_list(person: Person) -> None:
    person.send("Add this file", file=file("a.pdf"))
    Evidence.objects.update(state="refused", refusal="virus", original_file="", viewing_file="")
    person.go(PAGE)
    assert "Not added: The selected file contains a virus" in person.text
    person.follow("Remove a.pdf").send(remove="yes")
    assert names() == []


@pytest.mark.acceptance("F28", "F45")
def test_a_full_disk_says_so_and_loses_nothing(person: Person, settings, tmp_path: Path) -> None:
    person.send("Add this file", file=file("a.pdf"))
    full = tmp_path / "full"
    full.write_text("a file where the folder should be: nothing can be written")
    settings.CANDOUR_EVIDENCE_ROOT, place = full, settings.CANDOUR_EVIDENCE_ROOT
    person.send("Add this file", file=file("b.pdf"))
    assert person.problems == ["The selected file could not be uploaded – try again"]
    settings.CANDOUR_EVIDENCE_ROOT = place
    assert names() == ["a.pdf"]
    assert person.send("Continue").h1 == "About you"


def test_the_script_that_shows_progress_is_told_where_to_go(person: Person) -> None:
    answer = person.client.post(
        PAGE,
        {"next": "add", "file": [file("a.pdf"), file("c.pdf", b"")]},
        headers={"accept": "application/json"},
    )
    assert json.loads(answer.content) == {"go": PAGE}
    person.go(PAGE)
    assert "a.pdf was added" in person.text
    assert person.problems == ["c.pdf: The selected file is empty"]
