"""A draft is saved however unfinished it is; what would not work for people is not published."""

import copy
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from feedback_forms.blocks import stream_of
from feedback_forms.form_files import draft_from
from feedback_forms.models import FormPage, FormVersion
from permissions.models import Body
from tests.feedback_forms.builder.posting import posted
from tests.feedback_forms.small_form import SMALL

pytestmark = pytest.mark.django_db

FAILING = {
    "name": "Cannot decide",
    "answers": [{"question": "reason", "answer": "lacks_capacity"}],
    "must_not_meet": ["authority"],
}


def faulty() -> dict[str, Any]:
    form = copy.deepcopy(SMALL)
    form["pages"][1]["show_if"] = {"question": "reason", "is": ["gone"]}
    return form


def add(editing: Client, home: Page, form: dict[str, Any], **more: Any) -> Any:
    address = reverse("wagtailadmin_pages:add", args=["feedback_forms", "formpage", home.pk])
    return editing.post(address, posted(form, **more), follow=True)


def test_a_form_is_made_and_published_in_the_admin(editing: Client, home: Page) -> None:
    add(editing, home, SMALL, **{"action-publish": "1"})
    page = FormPage.objects.get()
    assert page.live
    written = draft_from(home, SMALL)
    assert FormVersion.in_force(page).form == written.definition()


@pytest.mark.acceptance("E1")
def test_a_faulty_draft_is_saved_and_its_editor_is_told(editing: Client, home: Page) -> None:
    answer = add(editing, home, faulty())
    page = FormPage.objects.get()
    assert not page.live
    said = answer.content.decode()
    assert "2 things keep this form from being published" in said
    assert reverse("forms_builder:map", args=[page.pk]) in said


def test_what_the_editor_saves_by_itself_brings_no_pile_of_messages(
    editing: Client, home: Page
) -> None:
    address = reverse("wagtailadmin_pages:add", args=["feedback_forms", "formpage", home.pk])
    answer = editing.post(address, posted(faulty()), headers={"accept": "application/json"})
    assert answer.json()["success"]
    after = editing.get(reverse("forms_builder:list")).content.decode()
    assert "this form from being published" not in after


@pytest.mark.acceptance("E1")
def test_an_empty_and_half_written_draft_is_saved(editing: Client, home: Page) -> None:
    form = copy.deepcopy(SMALL)
    form["pages"][0]["questions"][0].update(key="Half written", label="")
    form["pages"][1]["show_if"] = '{"question": '
    add(editing, home, form)
    page = FormPage.objects.get().get_latest_revision_as_object()
    assert page.pages[1].value["show_if"] == '{"question":'
    assert page.pages[0].value["questions"][0].value["key"] == "Half written"


@pytest.mark.acceptance("E1")
def test_a_faulty_form_is_not_published_and_the_fault_stands_at_its_page(
    editing: Client, home: Page
) -> None:
    answer = add(editing, home, faulty(), **{"action-publish": "1"})
    assert not FormPage.objects.filter(live=True).exists()
    error = answer.context["form"].errors["pages"].as_data()[0]
    assert "its rule asks for the option “gone”" in str(list(error.non_block_errors))
    assert "show_if" in error.block_errors[1].block_errors


def test_a_test_that_fails_keeps_the_form_from_being_published(editing: Client, home: Page) -> None:
    form = {**SMALL, "tests": [FAILING]}
    answer = add(editing, home, form, **{"action-publish": "1"})
    error = answer.context["form"].errors["trials"].as_data()[0]
    assert "Upload proof that you can act for them” should not be met and is" in str(
        list(error.non_block_errors)
    )
    assert not FormPage.objects.filter(live=True).exists()


def test_nothing_publishes_a_faulty_form_by_another_way(editing: Client, home: Page) -> None:
    page = draft_from(home, faulty())
    with pytest.raises(ValidationError, match="which is gone"):
        page.get_latest_revision().publish()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = editing.post(f"{address}?id={page.pk}&next=/cms/", follow=True)
    assert "cannot be published yet" in answer.content.decode()
    page.refresh_from_db()
    assert not page.live


def test_the_key_of_a_published_question_stays(form_page: FormPage) -> None:
    draft = form_page.get_latest_revision_as_object()
    draft.pages[3].value["questions"][0].value["key"] = "what_happened"
    draft.pages[0].value["questions"][0].value["choices"][0]["value"] = "was_asked"
    words = [found.words for found in draft.findings()]
    assert [word.partition(": ")[2].partition(".")[0] for word in words] == [
        "its option was published as “asked” and is now “was_asked”",
        "was published as “story” and is now “what_happened”",
    ]


def test_words_may_change_and_questions_may_be_replaced(form_page: FormPage) -> None:
    pages = copy.deepcopy(SMALL["pages"])
    pages[3]["questions"][0].update(key="account", label="Tell us what happened")
    form_page.pages = stream_of(pages)
    assert form_page.findings() == ()


@pytest.mark.acceptance("E3")
def test_whoever_may_only_edit_cannot_publish(
    editing: Client, home: Page, editor: User, body: Body
) -> None:
    publish = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.filter(group__in=editor.groups.all(), permission=publish).delete()
    add(editing, home, SMALL, **{"action-publish": "1"})
    page = FormPage.objects.get()
    assert not page.live
    assert not FormVersion.objects.exists()
