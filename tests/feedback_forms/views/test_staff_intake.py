"""Staff write down what reached them by phone, in person or by letter."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client

from feedback_forms.models import Submission
from feedback_forms.shipping import build_form_page
from permissions.models import Body, StaffMember, TeamMembership
from tests.feedback_forms.browsing import Person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 10, 15, tzinfo=UTC)


@pytest.fixture
def desk(body: Body, client_for: Callable[..., Client]) -> Client:
    """A browser of somebody in the team that owns what arrives."""
    build_form_page(body.site.root_page, "staff_intake")
    user = get_user_model().objects.create_user("desk", password="x")
    member = StaffMember.objects.create(user=user, body=body, name="Desk", job_title="Officer")
    team = body.teams.get(owns_new_cases=True)
    TeamMembership.objects.create(
        staff_member=member,
        team=team,
        starts_at=datetime(2020, 1, 1, tzinfo=UTC),
        reason="works here",
    )
    client = client_for(body)
    client.force_login(user)
    return client


@pytest.mark.requirement("IN-5", "IN-6", "IN-1")
@time_machine.travel(NOW, tick=False)
def test_a_call_is_a_concern_of_the_day_it_came_by_phone(desk: Client) -> None:
    person = Person(desk, "/staff-intake/").follow("Start now")
    person.send(
        channel="phone",
        received_date__day="8",
        received_date__month="6",
        received_date__year="2026",
        received_time="9:30",
        taken_by="Desk",
    )
    person.send(case_kind="concern").send(in_danger="no")
    person.send(your_name="Ana", your_phone="07700 900123", contact_preference="phone")
    person.send(for_somebody="no").send().send(safe_contact="yes").send(your_needs="none")
    person.send(service="hospital").send(story="The clinic did not ring back.").send().send()
    person.send(resolved="not_known", next_step="record_only").send("Continue").send()
    assert person.h1 == "Concern sent"
    received = Submission.objects.get()
    assert (received.kind, received.channel) == ("concern", "phone")
    assert received.received_at == datetime(2026, 6, 8, 8, 30, tzinfo=UTC)


def test_the_public_does_not_find_the_forms_of_staff(
    desk: Client, body: Body, client_for: Callable[..., Client]
) -> None:
    assert desk.get("/staff-intake/").status_code == 200
    assert client_for(body).get("/staff-intake/").status_code == 404
    admin = get_user_model().objects.create_superuser("admin", "", "x")
    desk.force_login(admin)
    assert desk.get("/staff-intake/how-it-came/").status_code == 404


@pytest.mark.acceptance("F20")
def test_who_wishes_for_email_is_asked_for_the_address(
    body: Body, client_for: Callable[..., Client]
) -> None:
    build_form_page(body.site.root_page, "elected_official")
    person = Person(client_for(body), "/elected-official/").follow("Start now")
    person.send(official_name="Sam Sample", official_office="mp")
    person.send(contact_preference="email")
    assert person.problems == ["Enter your email address"]
    assert person.send(contact_preference="post").h1 == "The person you write for"
