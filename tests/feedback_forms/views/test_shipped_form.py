"""The form for someone else, gone through as it ships."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from feedback_forms.models import Submission
from feedback_forms.shipping import build_form_page
from permissions.models import Body
from tests.feedback_forms.browsing import Person
from tests.feedback_forms.evidence.made_files import pdf, picture

pytestmark = pytest.mark.django_db
ADDRESS = {"line_1": "1 Long Street", "town": "Harlow", "postcode": "cm18 6ly"}


@pytest.fixture
def person(body: Body, client_for: Callable[..., Client], settings, tmp_path: Path) -> Person:
    """Somebody who begins the form."""
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path / "evidence"
    build_form_page(body.site.root_page, "complaint_for_someone_else")
    person = Person(client_for(body), "/complaint-for-someone-else/")
    return person.follow("Start now")


@pytest.mark.acceptance("F2", "F40", "F23")
@pytest.mark.requirement("WC-6", "WC-8", "IN-6")
def test_a_daughter_complains_for_her_mother_who_lacks_capacity(person: Person) -> None:
    person.send(reason="lacks_capacity").send(basis_capacity="lpa_health")
    person.send("Add", file=SimpleUploadedFile("lpa.pdf", pdf(pages=2)))
    person.send("Add", file=SimpleUploadedFile("letter.jpg", picture())).send("Continue")
    person.send(your_name="Ana O’Brien", relationship="Daughter")
    person.send(
        your_email="ana@example.org", your_phone="(07700) 900 123", contact_preference="email"
    )
    person.send(consent_email="yes")
    person.send(**{f"your_address__{part}": text for part, text in ADDRESS.items()})
    person.send(safe_contact="yes")
    person.send(your_needs=["information_format", "professional"])
    person.send(your_information_format=["large_print"])
    person.send(your_professional=["interpreter"], your_language="Polish")
    person.send(
        their_name="Zofia Nowak",
        their_birth_date__day="15",
        their_birth_date__month="Mar",
        their_birth_date__year="1948",
    )
    person.send(same_address="yes").send(knows_nhs_number="no").send(their_needs="none")
    person.send(story="The clinic lost the referral.")
    person.send(event_date__month="6", event_date__year="2026", found_later="no")
    person.send(service="hospital", place="Example Hospital").send(other_way="none")
    person.send(desired_outcome="An apology")
    person.send("Continue").send(declaration="true")
    assert person.h1 == "Check your answers"
    person.send()
    assert person.h1 == "Complaint sent"
    received = Submission.objects.get()
    assert received.by_meaning() == {
        "representation.reason": "lacks_capacity",
        "representation.evidence_basis": "A lasting power of attorney for health and welfare",
        "complainant.name": "Ana O’Brien",
        "representation.relationship": "Daughter",
        "complainant.email": "ana@example.org",
        "complainant.phone": "(07700) 900 123",
        "complainant.contact_preference": "email",
        "consent.email": "yes",
        "complainant.address": "1 Long Street\nHarlow\nCM18 6LY",
        "complainant.needs": "Large print\nAn interpreter for another language: Polish",
        "patient.name": "Zofia Nowak",
        "patient.same_address": "yes",
        "patient.date_of_birth": "15 March 1948",
        "story": "The clinic lost the referral.",
        "event.date": "June 2026 (approximate)",
        "event.service": "Hospital",
        "event.place": "Example Hospital",
        "exclusion.ground": "none",
        "desired_outcome": "An apology",
        "declaration": (
            "What I have written is true as far as I know, "
            "and I act in the best interests of the person I complain for"
        ),
    }
    files = received.evidence.order_by("pk")
    assert [(file.original_name, file.purpose, file.pages) for file in files] == [
        ("lpa.pdf", "authority", 2),
        ("letter.jpg", "authority", 1),
    ]


@pytest.mark.requirement("WC-2")
@pytest.mark.parametrize(
    ("reason", "question"),
    [
        ("asked", "Do you have their agreement in writing?"),
        ("lacks_capacity", "What allows you to act for them?"),
        ("child", "What are you to the child?"),
        ("died", "What are you to the person who died?"),
        ("other", "Upload proof that you can act for them (optional)"),
    ],
)
def test_each_reason_to_complain_for_somebody_has_its_own_question(
    person: Person, reason: str, question: str
) -> None:
    assert person.send(reason=reason).h1 == question


def test_nobody_is_asked_what_a_person_who_died_needs(person: Person) -> None:
    person.send(reason="died").send(basis_died="next_of_kin").send("Continue")
    person.send(your_name="Ana", relationship="Daughter").send(contact_preference="post")
    person.send().send(safe_contact="yes").send(your_needs="none")
    person.send(their_name="Zofia Nowak").send().send(knows_nhs_number="no")
    assert person.h1 == "What happened?"


@pytest.mark.acceptance("F24", "F23")
def test_a_wrong_nhs_number_does_not_stand_in_the_way_of_going_on_without(person: Person) -> None:
    person.send(reason="other").send("Continue").send(your_name="Ana", relationship="Daughter")
    person.send(contact_preference="post").send().send(safe_contact="yes").send(your_needs="none")
    person.send(their_name="Zofia Nowak").send()
    person.send(knows_nhs_number="yes", nhs_number="943 476 5918")
    assert "a number is wrong" in person.problems[0]
    assert person.send(knows_nhs_number="no", nhs_number="943 476 5918").h1.startswith(
        "Do they need"
    )
