"""A list that the body manages gives a question its options; a version keeps them as they were."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client

from feedback_forms.models import FormPage, FormVersion, Vocabulary, VocabularyTerm
from feedback_forms.shipping import build_from
from permissions.models import Body

pytestmark = pytest.mark.django_db
FORM = {
    "title": "Ask",
    "kind": "concern",
    "pages": [
        {
            "key": "service",
            "questions": [
                {"kind": "select", "key": "service", "label": "Which?", "vocabulary": "services"}
            ],
        }
    ],
}


@pytest.fixture
def services(db: None) -> Vocabulary:
    """A list of two services."""
    made = Vocabulary.objects.create(key="services", name="Services")
    for order, (value, label) in enumerate([("ward", "Ward"), ("clinic", "Clinic")]):
        VocabularyTerm.objects.create(vocabulary=made, value=value, label=label, sort_order=order)
    return made


def labels_of(page: FormPage) -> list[str]:
    """The options in the version in force."""
    version = FormVersion.in_force(page)
    assert version
    return [choice.label for choice in next(iter(version.form.questions)).choices]


def test_a_version_keeps_the_terms_it_was_published_with(body: Body, services: Vocabulary) -> None:
    page = build_from(body.site.root_page, FORM, slug="ask")
    assert labels_of(page) == ["Ward", "Clinic"]
    services.terms.filter(value="ward").update(retired=True)
    assert labels_of(page) == ["Ward", "Clinic"]
    page.save_revision().publish()
    assert labels_of(page) == ["Clinic"]
    assert page.versions.count() == 2


def test_a_list_that_is_not_there_stops_the_publishing(body: Body) -> None:
    with pytest.raises(ValidationError):
        build_from(body.site.root_page, FORM, slug="ask")


def test_a_list_is_changed_in_the_browser(
    body: Body, services: Vocabulary, client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(get_user_model().objects.create_superuser("editor", "", "x"))
    address = f"/cms/snippets/feedback_forms/vocabulary/edit/{services.pk}/"
    assert "Clinic" in client.get(address).content.decode()
