"""Whoever will not say who they are can complain all the same; contact is asked about first."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from feedback_forms.models import Submission
from feedback_forms.shipping import build_form_page
from permissions import outbox
from permissions.models import Body
from tests.feedback_forms.browsing import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody who begins the complaint form."""
    build_form_page(body.site.root_page, "complaint")
    return Person(client_for(body), "/complaint/").follow("Start now")


def finish(person: Person) -> Person:
    """Everything after the questions about the person."""
    person.send(your_needs="none").send(knows_nhs_number="no").send()
    person.send(story="A nurse shouted at a patient.")
    for _ in range(20):
        if person.h1 == "Check your answers":
            return person.send()
        given = {
            "found_later": "no",
            "event_date__year": "2026",
            "other_way": "none",
            "service": "other",
            "consent_share": "no",
            "declaration": "true",
        }
        names = {field.get("name") for field in person.page.main.find_all("input")}
        person.send("Continue", **{k: v for k, v in given.items() if k.replace("__", "-") in names})
    raise AssertionError(person.h1)


@pytest.mark.requirement("AN-1", "PP-15")
def test_a_complaint_without_name_and_contact_gets_its_reference_and_no_message(
    person: Person,
) -> None:
    assert person.h1 == "About you"
    assert "(optional)" in person.text
    person.send(your_name="").send(your_email="", your_phone="").send()
    assert "communicate well" in person.h1, "nobody is asked how they may be reached"
    finish(person)
    assert person.h1 == "Complaint sent"
    received = Submission.objects.get()
    assert received.reference in person.text
    meanings = {str(meaning) for meaning in received.by_meaning()}
    assert not {"complainant.name", "complainant.email", "complainant.phone"} & meanings
    outbox.work()
    assert mail.outbox == []


@pytest.mark.parametrize(
    "given",
    [{"your_phone": "01632 960 001"}, {"contact_preference": "post"}],
)
def test_whoever_gives_a_way_to_be_reached_is_asked_whether_it_is_safe(
    person: Person, given: dict[str, str]
) -> None:
    person.send(your_name="").send(**given).send()
    assert person.h1 == "Is it safe for us to contact you in these ways?"


def test_whoever_gives_an_address_alone_is_asked_whether_it_is_safe(person: Person) -> None:
    person.send(your_name="").send()
    person.send(
        your_address__line_1="1 Long Street",
        your_address__town="Harlow",
        your_address__postcode="cm18 6ly",
    )
    assert person.h1 == "Is it safe for us to contact you in these ways?"


def test_a_message_goes_out_only_after_somebody_said_that_it_is_safe(person: Person) -> None:
    person.send(your_name="Ana").send(your_email="ana@example.org").send(consent_email="yes").send()
    assert person.h1 == "Is it safe for us to contact you in these ways?"
    person.send(safe_contact="no", safe_contact_note="My partner reads my messages")
    finish(person)
    outbox.work()
    assert mail.outbox == []
