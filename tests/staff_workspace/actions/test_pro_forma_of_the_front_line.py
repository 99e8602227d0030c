"""The form of the front line as it ships: every field of West Essex's form reaches the case."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from feedback_forms.models import FormVersion, Submission
from feedback_forms.shipping import build_form_page
from permissions.models import Body
from staff_workspace.actions.open_case import open_case
from staff_workspace.models import Case
from staff_workspace.policy import profile
from staff_workspace.policy.front_line import FORM, form_of
from tests.feedback_forms.browsing import Person

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
# Field of the policy's form → the words of the question that asks it on ours.
ASKED_AS = {
    "date_received": "When was it received?",
    "staff_member": "Who took it?",
    "patient_name": "Name of the patient",
    "nhs_number": "NHS number of the patient",
    "date_of_birth": "Date of birth of the patient",
    "complainant_name": "Name of the person who contacted you",
    "relationship": "What is the person to the patient?",
    "patient_phone": "Phone number of the patient",
    "complainant_phone": "Their phone number",
    "consent": "Does the patient consent?",
    "consent_reason": "Why not?",
    "service": "Which service",
    "specialty": "Which specialty?",
    "location": "What is it called, and where is it?",
    "staff_involved": "Does it concern anybody in particular?",
    "concern": "What did they say?",
    "action_taken": "What did you do?",
    "practice_change": "What changes in practice, and by when?",
    "resolved": "Is the person content with what was done?",
    "next_step": "What comes next?",
    "next_step_other": "What?",
}


@pytest.fixture
def desk(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """A browser of the officer, with the form built as it ships."""
    body.profile_key = "west_essex_ccg"
    body.save()
    build_form_page(body.site.root_page, "staff_intake")
    client = client_for(body)
    client.force_login(people["officer"])
    return client


def day(name: str, year: str, month: str, number: str) -> dict[str, str]:
    """A date in its three boxes."""
    return {f"{name}__day": number, f"{name}__month": month, f"{name}__year": year}


def fill_in(desk: Client) -> Person:
    """Everything that the form asks, for a daughter who rings about her father."""
    person = Person(desk, "/staff-intake/").follow("Start now")
    person.send(channel="phone", taken_by="Dee Desk", **day("received_date", "2026", "11", "19"))
    person.send(case_kind="concern").send(in_danger="no")
    person.send(your_name="Nia Sample", your_phone="07700 900123", contact_preference="phone")
    person.send(for_somebody="yes")
    person.send(
        patient_name="Owen Sample",
        relationship="Daughter",
        reason="lacks_capacity",
        patient_agrees="no",
        why_no_consent="He is unconscious",
    )
    person.send(
        nhs_number="943 476 5919",
        patient_phone="07700 900456",
        **day("birth_date", "1948", "3", "2"),
    )
    person.send(safe_contact="yes").send(your_needs="none")
    return person


@pytest.mark.requirement("IN-5")
@time_machine.travel(NOW, tick=False)
def test_the_record_of_the_front_line_reaches_the_case_with_its_fields(desk: Client) -> None:
    person = fill_in(desk)
    person.send(service="hospital", place="Ward 9", staff_named="A porter")
    person.send(specialty="Cardiology", story="He was left in a corridor.").send().send()
    person.send(
        action_taken="Rang the ward.",
        practice_change="A call bell in the corridor by Friday",
        resolved="no",
        next_step="other",
        next_step_other="Wants a visit",
    )
    person.send("Continue")
    assert person.h1 == "Check your answers"
    person.send()
    received = Submission.objects.get()
    case = Case.objects.filter(submission=received).first() or open_case(submission=received)
    assert (case.kind, case.channel) == ("concern", "phone")
    assert str(case.received_at.date()) == "2026-11-19"
    people = {party.role: party for party in case.parties.all()}
    patient, complainant = people["patient"], people["complainant"]
    assert (patient.name, patient.nhs_number) == ("Owen Sample", "9434765919")
    assert patient.date_of_birth == "2 March 1948"
    assert (complainant.name, complainant.relationship) == ("Nia Sample", "Daughter")
    assert complainant.phone == "07700 900123"
    assert (case.story, case.place) == ("He was left in a corridor.", "Ward 9")
    shown = desk.get(reverse("staff_workspace:as_sent", args=[case.reference])).content.decode()
    for words in (
        "Dee Desk",
        "07700 900456",
        "He is unconscious",
        "A porter",
        "Cardiology",
        "Rang the ward.",
        "A call bell in the corridor by Friday",
        "Wants a visit",
    ):
        assert words in shown


@pytest.mark.requirement("IN-5")
@pytest.mark.usefixtures("desk")
def test_it_has_every_field_of_west_essexs_form() -> None:
    labels = [q.label for q in FormVersion.objects.latest("pk").form.questions]
    asked = [key for key, _ in form_of(profile.load("west_essex_ccg"))]
    assert set(asked) <= set(FORM)
    assert [key for key in asked if not any(ASKED_AS[key] in label for label in labels)] == []
