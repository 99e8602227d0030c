"""A form as a file: nothing is lost on the way out and in, and what is no form is named."""

import copy
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Page

from feedback_forms.form_files import FormFileError, as_file, draft_from, read_file
from feedback_forms.models import FormPage
from feedback_forms.shipping import build_form_page, shipped_forms
from tests.feedback_forms.small_form import SMALL

pytestmark = pytest.mark.django_db

TESTS = [
    {
        "name": "Asked by the patient",
        "answers": [{"question": "reason", "answer": "asked"}],
        "must_meet": ["about-you"],
        "must_not_meet": ["authority"],
        "ends_at": "what-happened",
    }
]


def faults(form: Any) -> list[str]:
    content = form if isinstance(form, bytes) else json.dumps(form).encode()
    with pytest.raises(FormFileError) as caught:
        read_file(content)
    return list(caught.value.words)


@pytest.mark.parametrize("key", sorted(shipped_forms()))
def test_a_form_that_is_exported_and_imported_again_does_not_differ(key: str, home: Page) -> None:
    page = build_form_page(home, key)
    written = as_file(page)
    draft = draft_from(home, read_file(json.dumps(written).encode()))
    again = FormPage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert as_file(again) == written
    assert again.definition() == page.definition()
    assert not draft.live


def test_tests_travel_with_the_form(home: Page) -> None:
    draft = draft_from(home, read_file(json.dumps({**SMALL, "tests": TESTS}).encode()))
    assert as_file(draft)["tests"] == TESTS
    assert [result.passed for result in draft.trial_results()] == [True]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", "must be a form in JSON"),
        (b"{", "must be a form in JSON"),
        (b"[" * 100_000, "must be a form in JSON"),
        (b"[]", "must hold one form"),
    ],
)
def test_what_is_no_form_is_refused(content: bytes, words: str) -> None:
    assert words in faults(content)[0]


def test_faults_name_the_page_and_the_question() -> None:
    form = copy.deepcopy(SMALL)
    form["pages"][2]["questions"][0]["kind"] = "guess"
    form["pages"][2]["questions"][1]["key"] = "Your E-mail"
    form["colour"] = "blue"
    assert faults(form) == [
        "“colour” is not known here",
        "Page 3 “About you”, question “Your full name”: “kind” is “guess”, which is not one of"
        " those that exist",
        "Page 3 “About you”, question “Your email address”: “key” is “Your E-mail”: use small"
        " letters and digits, and begin with a letter",
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": ""}, "The form needs a title"),
        ({"minutes": "ten"}, "“minutes” cannot be read"),
        ({"pages": "none"}, "pages"),
        ({"pages": [1]}, "Page 1"),
        ({"tests": {}}, "“tests” must be a list"),
        ({"tests": [{"who": "x"}]}, "Test 1 cannot be read"),
        ({"tests": [{"name": "x", "answers": [{"question": 1}]}]}, "Test 1: an answer needs"),
        ({"kind": None}, "kind"),
    ],
)
def test_a_broken_part_is_named(change: dict[str, Any], words: str) -> None:
    assert any(words in said for said in faults({**SMALL, **change}))


def test_a_file_brings_no_script_into_the_page(home: Page) -> None:
    evil = (
        '<p onclick="x()">Have <b>dates</b><script>x()</script><a href="javascript:x()">a</a></p>'
    )
    draft = draft_from(home, {**SMALL, "before_you_start": evil})
    assert "script" not in draft.before_you_start
    assert "onclick" not in draft.before_you_start
    assert "<b>dates</b>" in draft.before_you_start


def test_a_second_import_stands_beside_the_first(home: Page) -> None:
    first, second = draft_from(home, SMALL), draft_from(home, SMALL)
    assert (first.slug, second.slug) == ("complain-for-someone-else", "complain-for-someone-else-2")


def test_the_editor_takes_a_file_out_and_in(editing: Client, home: Page, tmp_path: Path) -> None:
    page = build_form_page(home, "compliment")
    answer = editing.get(f"/cms/forms/{page.pk}/export/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="compliment.json"'
    file = tmp_path / "compliment.json"
    file.write_bytes(answer.content)
    with file.open("rb") as upload:
        sent = editing.post("/cms/forms/import/", {"parent": home.pk, "file": upload})
    draft = FormPage.objects.exclude(pk=page.pk).get()
    assert sent.url == f"/cms/pages/{draft.pk}/edit/"
    assert as_file(draft) == as_file(page)


def test_the_editor_is_told_what_is_wrong_with_a_file(editing: Client, home: Page) -> None:
    upload = StringIO(json.dumps({**SMALL, "pages": []}))
    upload.name = "form.json"
    answer = editing.post("/cms/forms/import/", {"parent": home.pk, "file": upload})
    assert "“pages” is empty" in answer.content.decode()
    assert not FormPage.objects.exists()


def test_a_form_goes_out_and_in_from_a_shell(home: Page, tmp_path: Path) -> None:
    page = build_form_page(home, "compliment")
    file = tmp_path / "form.json"
    call_command("export_form", str(page.pk), str(file), stdout=StringIO())
    out = StringIO()
    call_command("import_form", str(file), parent=home.pk, stdout=out)
    draft = FormPage.objects.exclude(pk=page.pk).get()
    assert as_file(draft) == as_file(page)
    assert not draft.live
    file.write_text("[]")
    with pytest.raises(CommandError, match="must hold one form"):
        call_command("import_form", str(file), parent=home.pk)
    with pytest.raises(CommandError, match="no form"):
        call_command("export_form", "0", str(file))
