"""Questions about the person come after sending, may be skipped, and lead back to nobody."""

from collections.abc import Callable

import pytest
from django.test import Client

from feedback_forms.models import EqualityAnswers, Submission
from feedback_forms.shipping import build_form_page
from permissions.models import Body
from tests.feedback_forms.browsing import Person

pytestmark = [pytest.mark.django_db, pytest.mark.acceptance("F34", "F35")]


@pytest.fixture
def sender(body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody who has just sent the survey, which ends with equality questions."""
    build_form_page(body.site.root_page, "survey")
    person = Person(client_for(body), "/survey/").follow("Start now")
    while person.h1 != "Check your answers":
        person.send()
    return person.send()


@pytest.mark.requirement("EQ-1")
def test_the_complaint_is_stored_before_they_are_asked(sender: Person) -> None:
    assert Submission.objects.count() == 1
    assert sender.follow("Answer questions about you").h1 == "About you"
    assert EqualityAnswers.objects.count() == 0


@pytest.mark.requirement("EQ-1")
def test_some_answers_are_enough_and_nothing_leads_back(sender: Person) -> None:
    sender.follow("Answer questions about you").send(sex="female")
    kept = EqualityAnswers.objects.get()
    assert kept.answers == {"sex": "female"}
    assert kept.month.day == 1
    names = {field.name for field in EqualityAnswers._meta.get_fields()}
    assert names == {"id", "body", "form_version", "month", "answers"}
    assert "sex" not in Submission.objects.get().answers
    assert "Answer questions about you" not in sender.text


def test_none_at_all_is_no_row_and_they_are_not_asked_twice(sender: Person) -> None:
    sender.follow("Answer questions about you").send()
    assert EqualityAnswers.objects.count() == 0
    assert "Answer questions about you" not in sender.text


def test_nobody_else_is_asked(
    sender: Person, body: Body, client_for: Callable[..., Client]
) -> None:
    stranger = client_for(body)
    assert stranger.get("/survey/equality/").status_code == 404
    assert stranger.get("/survey/about-people/").status_code == 404
