"""A form in Wagtail's admin: it can be edited and previewed, and nothing sent is seen there."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import ReferenceIndex

from feedback_forms.models import Draft, Evidence, FormPage, FormVersion, Submission
from feedback_forms.shipping import build_form_page, shipped_forms
from permissions.models import Body

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", sorted(shipped_forms()))
def test_what_ships_is_accepted_by_the_editor(key: str, body: Body) -> None:
    page = build_form_page(body.site.root_page, key)
    block = FormPage._meta.get_field("pages").stream_block
    before = page.definition()
    page.pages = block.clean(block.to_python(page.pages.get_prep_value()))
    assert page.definition() == before
    page.save_revision().publish()
    assert page.versions.count() == 1


def test_a_form_is_edited_and_previewed_in_the_admin(
    form_page: FormPage, body: Body, client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(get_user_model().objects.create_superuser("editor", "", "x"))
    assert client.get(f"/cms/pages/{form_page.pk}/edit/").status_code == 200
    preview = client.get(f"/cms/pages/{form_page.pk}/view_draft/")
    assert "Why are you complaining for them?" in preview.content.decode()


def test_a_condition_that_is_none_is_refused_in_the_editor(form_page: FormPage) -> None:
    block = FormPage._meta.get_field("pages").stream_block
    page_block = block.child_blocks["question_page"].child_blocks["show_if"]
    assert page_block.clean({"question": "reason", "is": ["asked"]})
    assert page_block.clean(None) is None
    with pytest.raises(ValidationError, match="This is no rule"):
        page_block.clean({"if": "x"})


@pytest.mark.parametrize("model", [Draft, Submission, Evidence, FormVersion])
def test_wagtail_keeps_no_index_of_what_was_sent(model: type) -> None:
    assert not ReferenceIndex.model_is_indexable(model)
