"""Publishing freezes a version; what is published is never edited."""

import json

import pytest
from django.core.exceptions import ValidationError

from feedback_forms.blocks import stream_of
from feedback_forms.models import FormPage, FormVersion
from feedback_forms.shipping import build_from
from tests.feedback_forms.small_form import SMALL

pytestmark = pytest.mark.django_db


def test_publishing_freezes_the_questions(form_page: FormPage) -> None:
    version = FormVersion.in_force(form_page)
    assert version.number == 1
    assert [page.key for page in version.form.pages] == [page["key"] for page in SMALL["pages"]]
    assert version.form.pages[1].show_if is not None


def test_publishing_again_without_a_change_makes_no_version(form_page: FormPage) -> None:
    form_page.save_revision().publish()
    assert form_page.versions.count() == 1


def test_a_changed_question_is_a_new_version_and_the_old_one_stays(form_page: FormPage) -> None:
    pages = json.loads(json.dumps(SMALL["pages"]))
    pages[3]["questions"][0]["label"] = "Tell us what happened"
    form_page.pages = stream_of(pages)
    form_page.save_revision().publish()
    first, second = form_page.versions.order_by("number")
    assert first.form.pages[3].questions[0].label == "What happened?"
    assert second.form.pages[3].questions[0].label == "Tell us what happened"


def test_a_condition_on_a_question_that_is_not_asked_before_is_refused(body) -> None:
    pages = json.loads(json.dumps(SMALL["pages"]))
    pages[1]["show_if"] = {"question": "gone", "is": ["x"]}
    with pytest.raises(ValidationError, match="which is gone"):
        build_from(body.site.root_page, {**SMALL, "pages": pages}, slug="broken")


def test_what_was_sent_outlives_the_page(form_page: FormPage) -> None:
    form_page.delete()
    assert FormVersion.objects.get().page is None
