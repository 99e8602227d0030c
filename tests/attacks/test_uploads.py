"""Files that lie about themselves, and uploads of other people."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from feedback_forms.models import Draft, Evidence
from feedback_forms.shipping import build_from
from permissions.models import Body
from staff_workspace.models import Case, CaseEvidence
from tests.feedback_forms.browsing import Person
from tests.feedback_forms.evidence.made_files import pdf, picture
from tests.feedback_forms.small_form import SMALL
from tests.walk.addresses import evidence

PAGE = b"<!doctype html><html><script>alert(document.cookie)</script></html>"
DRAWING = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


@pytest.fixture
def vault_root(settings: Any, tmp_path: Path) -> Path:
    """The folder of the vault."""
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "vault"
    return settings.CANDOUR_EVIDENCE_ROOT


@pytest.fixture
def person(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client], vault_root: Path
) -> Person:
    """Somebody on the page that asks for proof."""
    build_from(body.site.root_page, SMALL, slug="for-someone-else")
    return Person(client_for(body), "/for-someone-else/why/").send(reason="lacks_capacity")


def upload(content: bytes, name: str, kind: str = "application/pdf") -> SimpleUploadedFile:
    """A file as a browser sends it: the name and the type are whatever the sender says."""
    return SimpleUploadedFile(name, content, content_type=kind)


@pytest.mark.parametrize(
    "name",
    [
        "../../../../etc/cron.d/evil.pdf",
        "..\\..\\windows\\evil.pdf",
        "/etc/passwd.pdf",
        "C:\\evil.pdf",
        "evil\x00.php.pdf",
        "....//....//evil.pdf",
        "%2e%2e%2fevil.pdf",
    ],
)
def test_a_name_with_a_path_in_it_stays_a_name(
    person: Person, vault_root: Path, tmp_path: Path, name: str
) -> None:
    person.send("Add this file", file=upload(pdf(), name))
    kept = Evidence.objects.get()
    assert not {"/", "\\", "\x00"} & set(kept.original_name)
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {p for p in vault_root.rglob("*") if p.is_file()}, "nothing outside the vault"
    assert all(path.name.isalnum() for path in written)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PAGE, "letter.pdf", "application/pdf"),
        (PAGE, "photo.jpg", "image/jpeg"),
        (DRAWING, "photo.png", "image/png"),
        (b"GIF89a" + PAGE, "photo.png", "image/png"),
        (PAGE + b"\n%PDF-1.7\n" + pdf(), "letter.pdf", "application/pdf"),
        (b"PK\x03\x04" + bytes(40) + pdf(), "letter.pdf", "application/pdf"),
        (b"MZ" + bytes(120), "letter.pdf", "application/pdf"),
    ],
    ids=["page", "page as photo", "drawing", "gif", "page before pdf", "zip", "program"],
)
def test_what_is_no_pdf_or_picture_is_not_taken_whatever_it_says(
    person: Person, vault_root: Path, content: bytes, name: str, kind: str
) -> None:
    person.send("Add this file", file=upload(content, name, kind))
    assert person.problems == ["The selected file must be a PDF, JPG, PNG or HEIC"]
    assert not Evidence.objects.exists()
    assert not [path for path in vault_root.rglob("*") if path.is_file()]


def test_a_picture_that_is_a_page_as_well_loses_the_page(person: Person, vault_root: Path) -> None:
    person.send("Add this file", file=upload(picture() + PAGE, "photo.html", "text/html"))
    kept = Evidence.objects.get()
    shown = (vault_root / kept.viewing_file[:2] / kept.viewing_file).read_bytes()
    assert b"<script" not in shown
    assert kept.viewing_type in {"image/jpeg", "image/png"}


def test_staff_get_a_file_under_the_type_that_we_found_and_a_harmless_name(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    kept = evidence(case, people["officer"])
    Evidence.objects.update(original_name='x".html\r\nSet-Cookie: a=b', content_type="text/html")
    client = client_for(body)
    client.force_login(people["officer"])
    answer = client.get(reverse("staff_workspace:evidence", args=[case.reference, kept.pk]))
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "Set-Cookie" not in answer.headers
    assert "\n" not in answer.headers["Content-Disposition"]
    assert ".jpg" in answer.headers["Content-Disposition"]


def test_nobody_reaches_the_draft_or_the_files_of_somebody_else(
    person: Person, body: Body, client_for: Callable[..., Client], vault_root: Path
) -> None:
    person.send("Add this file", file=upload(pdf(), "lpa.pdf"))
    theirs, file = Draft.objects.get(), Evidence.objects.get()
    stranger = Person(client_for(body), "/for-someone-else/why/").send(reason="lacks_capacity")
    step = "/for-someone-else/authority/"
    stranger.client.post(step, {"draft": theirs.key, "file": upload(pdf(), "mine.pdf")})
    assert list(theirs.evidence.values_list("pk", flat=True)) == [file.pk]
    removal = f"{step}remove/{file.key}/"
    assert stranger.client.get(removal).status_code == 404
    assert stranger.client.post(removal, {"remove": "yes"}).status_code == 404
    assert Evidence.objects.kept().filter(pk=file.pk).exists()
    assert stranger.client.get(f"/for-someone-else/sent/?draft={theirs.key}").status_code == 404


def test_a_file_belongs_to_its_own_case_and_no_other(
    make_case: Callable[..., Case],
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    own, other = make_case(), make_case(owner_team=people["nursing"])
    kept = evidence(other, people["officer"])
    client = client_for(body)
    client.force_login(people["officer"])
    through = reverse("staff_workspace:evidence", args=[own.reference, kept.pk])
    assert client.get(through).status_code == 404
    assert CaseEvidence.objects.get().case == other


def test_files_lie_where_no_address_leads(person: Person, vault_root: Path) -> None:
    person.send("Add this file", file=upload(pdf(), "lpa.pdf"))
    name = Evidence.objects.get().original_file
    for root in ("/media/", "/static/", "/evidence/", "/var/evidence/", "/documents/1/"):
        for path in (f"{root}{name}", f"{root}{name[:2]}/{name}", f"{root}../evidence/{name}"):
            assert person.client.get(path, follow=True).status_code == 404, path
