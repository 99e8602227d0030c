"""What belongs to a case that is there already takes no reference and no code of its own."""

from collections.abc import Callable

import pytest
from django.test import Client

from feedback_forms.models import Receipt, Submission
from feedback_forms.shipping import build_form_page
from permissions.models import Body, OutboxItem
from tests.feedback_forms.browsing import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def withdrawn(body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody who has just withdrawn a complaint."""
    build_form_page(body.site.root_page, "withdraw")
    person = Person(client_for(body), "/withdraw/").follow("Start now")
    person.send(case_reference=" HWE-2026-0001 ").send(your_name="Ana").send(how_much="all")
    return person.send().send(declaration="true").send()


@pytest.mark.requirement("WD-1")
def test_the_confirmation_names_the_case_and_gives_no_code(withdrawn: Person) -> None:
    assert withdrawn.h1 == "Withdrawal sent"
    assert "HWE-2026-0001" in withdrawn.text
    assert "Keep your reference" not in withdrawn.text
    assert "We put it with your complaint" in withdrawn.text
    assert Receipt.objects.count() == 0


def test_the_bodys_references_go_on_without_a_gap(withdrawn: Person, body: Body) -> None:
    sent = Submission.objects.get()
    assert sent.reference.startswith("FORM-")
    assert (sent.kind, sent.case_reference) == ("withdrawal", "HWE-2026-0001")
    assert body.next_reference(today=sent.received_at.date()).endswith("-0001")
    assert not OutboxItem.objects.filter(topic="send_receipt").exists()
