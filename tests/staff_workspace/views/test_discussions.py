"""Governance records that the figures were discussed: for good, and with nobody in it (EQ-1)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from permissions.models import AuditEvent, AuditRowsAreFinal, Body
from staff_workspace.actions.record_discussion import record_discussion
from staff_workspace.models import EqualityDiscussion
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.reports.reporting_year import year_starting
from tests.feedback_forms.browsing import Person
from tests.workspace_people import at

pytestmark = pytest.mark.requirement("EQ-1")
WHERE = {
    "hwe_icb": ["System Transformation and Quality Improvement Committee"],
    "west_essex_ccg": ["Quality Committee", "Equality and Diversity Sub Committee"],
    "millbrook": ["Head of Risk, Quality and Corporate Governance"],
}
DAY = {"discussed_on__day": "1", "discussed_on__month": "12", "discussed_on__year": "2026"}
SAID = {"groups": "People under 25", "measures": "A form is tried with the youth council"}
FIGURES = "staff_workspace:what_people_told"


@pytest.fixture(autouse=True)
def in_december(time_machine: Any) -> None:
    """Friday 4 December 2026."""
    time_machine.move_to(at(4, month=12), tick=False)


@pytest.fixture(params=list(WHERE))
def at_each_body(request: pytest.FixtureRequest, body: Body) -> Body:
    """The body under each of the three policies."""
    body.profile_key = request.param
    body.save()
    return body


@pytest.fixture
def desk(body: Body, client_for: Callable[..., Client]) -> Callable[[Any], Person]:
    """Somebody who looks at the figures."""

    def sit(user: Any, query: str = "") -> Person:
        client = client_for(body)
        client.force_login(user)
        return Person(client, reverse(FIGURES) + query)

    return sit


def test_each_body_records_where_its_policy_has_it_discussed(
    at_each_body: Body, people: dict[str, Any], desk: Callable[..., Person]
) -> None:
    named = WHERE[at_each_body.profile_key]
    person = desk(people["governance"])
    assert f"Still to discuss them: {'; '.join(named)}" in person.text
    person.follow("Record a discussion")
    places = {field["value"]: field for field in person.page.find_all("input", {"name": "where"})}
    assert len(places) == len(named)
    for number, where in enumerate(places):
        person.send(where=where, year="2026", **DAY, **SAID)
        assert person.h1 == "What people told us, 2026-27"
        assert "The discussion is recorded" in person.page.get_text()
        assert f"{named[number]}, 1 December 2026" in person.text
        assert "Recorded by Governance, 4 Dec 2026" in person.text
        if number < len(named) - 1:
            assert f"Still to discuss them: {named[-1]}" in person.text
            person.follow("Record a discussion")
    assert "Still to discuss" not in person.text
    assert EqualityDiscussion.objects.count() == len(named)


def test_it_is_audited_and_touches_no_case_and_no_person(
    body: Body, people: dict[str, Any]
) -> None:
    record = recorded(body, people["governance"])
    event = AuditEvent.objects.get(object_type="staff_workspace.EqualityDiscussion")
    assert (event.object_id, event.actor_id) == (record.pk, people["governance"].pk)
    assert event.detail["recorded"] == "discussion"
    related = {field.related_model for field in record._meta.get_fields() if field.is_relation}
    assert related == {Body}


def test_a_record_stays_as_it_is(body: Body, people: dict[str, Any]) -> None:
    record = recorded(body, people["governance"])
    record.groups = "Nobody"
    for attempt in (record.save, record.delete, EqualityDiscussion.objects.all().delete):
        with pytest.raises(AuditRowsAreFinal):
            attempt()
    assert EqualityDiscussion.objects.get().groups == SAID["groups"]


def test_a_wrong_day_and_an_empty_field_are_said_and_nothing_is_recorded(
    people: dict[str, Any], desk: Callable[..., Person]
) -> None:
    person = desk(people["governance"]).follow("Record a discussion")
    person.send(where="quality_committee", year="2026", **DAY, groups="", measures="Something")
    assert "Enter which groups seldom complain" in person.text
    early = DAY | {"discussed_on__month": "3"}
    person.send(where="quality_committee", year="2026", **early, **SAID)
    assert "after the first day of the year" in person.text
    assert not EqualityDiscussion.objects.exists()


def test_others_see_the_records_and_cannot_add_one(
    body: Body,
    people: dict[str, Any],
    desk: Callable[..., Person],
    client_for: Callable[..., Client],
) -> None:
    recorded(body, people["governance"])
    person = desk(people["officer"])
    assert SAID["groups"] in person.text
    assert "Record a discussion" not in person.text
    client = client_for(body)
    client.force_login(people["officer"])
    assert client.get(reverse("staff_workspace:record_discussion")).status_code == 404
    with pytest.raises(Http404):
        recorded(body, people["officer"])
    with pytest.raises(NotAllowed):
        recorded(body, people["governance"], where="board")
    assert EqualityDiscussion.objects.count() == 1


def test_a_discussion_stands_with_its_own_year(
    body: Body, people: dict[str, Any], desk: Callable[..., Person]
) -> None:
    recorded(body, people["governance"], year=2025)
    assert "No discussion of this year’s figures is recorded" in desk(people["officer"]).text
    assert SAID["groups"] in desk(people["officer"], "?period=2025").text


def recorded(
    body: Body, by: Any, *, where: str = "quality_committee", year: int = 2026
) -> EqualityDiscussion:
    """The record of a discussion on 1 December."""
    return record_discussion(
        body=body,
        by=by,
        year=year_starting(year),
        where=where,
        discussed_on=date(2026, 12, 1),
        **SAID,
    )
