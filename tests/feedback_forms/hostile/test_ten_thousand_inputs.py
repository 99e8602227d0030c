"""Whatever is sent to the public pages, nothing breaks: ten thousand inputs, and no answer of 500.

A thousandth of them runs with every change; all of them with ``make prove``.
"""

import os
import random
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from feedback_forms.models import Draft, FormPage, FormVersion
from feedback_forms.rules.definition import PageDefinition
from feedback_forms.shipping import build_form_page
from feedback_forms.views.kept_in_session import SESSION_KEY
from permissions.models import Body
from tests.feedback_forms.hostile import nasty

pytestmark = pytest.mark.django_db
ALL = bool(os.environ.get("CANDOUR_PROVE"))
SHARE = 1 if ALL else 40
TEXTS, FILES, ADDRESSES, LONG = 7000, 2000, 980, 20
START = "/complaint-for-someone-else/"


@pytest.fixture
def form(body: Body, settings, tmp_path: Path) -> FormPage:
    """The longest form that ships, published."""
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "evidence"
    return build_form_page(body.site.root_page, "complaint_for_someone_else")


@pytest.fixture
def visitor(form: FormPage, body: Body, client_for: Callable[..., Client]) -> Client:
    """Somebody whose draft has come to every page, so that each takes what is sent to it."""
    client = client_for(body, raise_request_exception=False)
    version = FormVersion.in_force(form)
    assert version
    draft = Draft.objects.create(
        body=body,
        form_version=version,
        started_at=form.first_published_at,
        updated_at=form.first_published_at,
        done_pages=[page.key for page in version.form.pages],
    )
    session = client.session
    session[SESSION_KEY] = {str(form.pk): {"draft": draft.key}}
    session.save()
    return client


def names_of(page: PageDefinition) -> list[str]:
    """The names of the page's controls, with the parts of dates and addresses."""
    parts = ("", "-day", "-month", "-year", "-line_1", "-postcode", "-country")
    return [f"{question.key}{part}" for question in page.questions for part in parts]


def none_broke(answers: list[int]) -> None:
    """Assert that none of the answers is a server's error."""
    assert [status for status in answers if status >= 500] == []


def test_hostile_texts_break_nothing(visitor: Client, form: FormPage) -> None:
    chance = random.Random(1)
    version = FormVersion.in_force(form)
    assert version
    pages = [page for page in version.form.pages if not page.files_question and page.questions]
    answers = []
    for _ in range(TEXTS // SHARE):
        page = chance.choice(pages)
        data = {name: nasty.text(chance) for name in names_of(page) if chance.random() < 0.7}
        data["draft"] = nasty.text(chance)
        answers.append(visitor.post(f"{START}{page.key}/", data).status_code)
    answers.append(visitor.get(f"{START}check-answers/").status_code)
    answers.append(visitor.post(f"{START}check-answers/", {"draft": "\x00"}).status_code)
    none_broke(answers)


def test_hostile_files_break_nothing(visitor: Client) -> None:
    chance = random.Random(2)
    answers = []
    for _ in range(FILES // SHARE):
        upload = SimpleUploadedFile("x", nasty.file(chance), content_type="application/pdf")
        upload.name = nasty.file_name(chance) or "x"
        data = {"file": upload, "next": chance.choice(("add", "continue", "\x00"))}
        page = chance.choice(("supporting-files", "proof"))
        answers.append(visitor.post(f"{START}{page}/", data).status_code)
        if chance.random() < 0.2:
            Draft.objects.get().evidence.all().delete()
    none_broke(answers)


def test_hostile_addresses_and_headers_break_nothing(visitor: Client) -> None:
    chance = random.Random(3)
    answers = []
    for _ in range(ADDRESSES // SHARE):
        step = quote(nasty.text(chance)[:500], safe="")
        address = chance.choice((f"{START}{step}/", f"/{step}", f"{START}proof/remove/{step}/"))
        headers = {"referer": quote(nasty.text(chance)[:300]), "accept-language": "\x7f" * 99}
        query = {"change": nasty.text(chance)[:300], "print": "x", "reference": "\x00"}
        send = visitor.post if chance.random() < 0.5 else visitor.get
        answers.append(send(address, query, headers=headers).status_code)
    none_broke(answers)


@pytest.mark.acceptance("F27")
def test_ten_megabytes_of_text_are_answered_and_not_kept(visitor: Client) -> None:
    answers = []
    for number in range(max(1, LONG // SHARE)):
        story = chr(0x4E00 + number) * (10 * nasty.MEGABYTE // 3)
        answers.append(visitor.post(f"{START}what-happened/", {"story": story}).status_code)
    none_broke(answers)
    assert "story" not in Draft.objects.get().answers
