"""Every version of a form prints as a blank, accessible PDF, in ordinary and in large print."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from feedback_forms.models import FormVersion
from feedback_forms.shipping import build_form_page, shipped_forms
from permissions.models import Body
from staff_workspace.case_office import WorkspaceCaseOffice
from staff_workspace.queries.paper_forms import paper_form

pytestmark = pytest.mark.django_db
PUBLIC = sorted(key for key, form in shipped_forms().items() if form.get("audience") != "staff")


@pytest.fixture
def version_of(body: Body, people: dict[str, Any]) -> Callable[[str], FormVersion]:
    """The published version of a shipped form."""

    def build(key: str) -> FormVersion:
        page = build_form_page(body.site.root_page, key)
        return FormVersion.freeze(page, at=timezone.make_aware(datetime(2026, 3, 2, 12)))

    return build


def words_of(content: bytes) -> str:
    return " ".join(
        " ".join(p.extract_text() for p in PdfReader(io.BytesIO(content)).pages).split()
    )


@pytest.mark.acceptance("F41")
@pytest.mark.requirement("PG-4")
@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("key", PUBLIC)
def test_every_shipped_form_prints_tagged_with_all_its_questions(
    key: str,
    large_print: bool,
    version_of: Callable[[str], FormVersion],
    body: Body,
    tmp_path: Path,
) -> None:
    version = version_of(key)
    content = WorkspaceCaseOffice().paper(version, body, large_print=large_print)
    words = words_of(content)
    for page in paper_form(version, body).pages:
        for question in page.questions:
            assert question.label in words
    if shutil.which("pdfinfo"):
        target = tmp_path / "form.pdf"
        target.write_bytes(content)
        info = subprocess.run(["pdfinfo", target], capture_output=True, text=True, check=True)
        assert re.search(r"Tagged:\s+yes", info.stdout)
        assert version.title in info.stdout


def test_on_paper_a_condition_is_said_in_words(
    version_of: Callable[[str], FormVersion], body: Body
) -> None:
    content = WorkspaceCaseOffice().paper(
        version_of("complaint_for_someone_else"), body, large_print=False
    )
    words = words_of(content)
    assert "Answer this only if “Why are you complaining for them?” is “They asked me to”" in words
    assert "eligibility." not in words
    assert "older_than" not in words


@pytest.mark.acceptance("F35")
def test_equality_questions_are_a_sheet_of_their_own(
    version_of: Callable[[str], FormVersion], body: Body
) -> None:
    form = paper_form(version_of("complaint"), body)
    assert [page.heading for page in form.apart] == ["About you"]
    assert "What is your ethnic group?" not in {
        question.label for page in form.pages for question in page.questions
    }


def test_the_paper_is_offered_on_the_start_page(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client], settings
) -> None:
    settings.CANDOUR_CASE_OFFICE = "staff_workspace.case_office.WorkspaceCaseOffice"
    build_form_page(body.site.root_page, "compliment")
    client = client_for(body)
    start = client.get("/compliment/").content.decode()
    assert "/compliment/paper/" in start
    for address in ("/compliment/paper/", "/compliment/paper/?print=large"):
        answer = client.get(address)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-")
