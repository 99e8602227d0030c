"""Staff who are named are told, may answer and are kept informed: what is owed stands on the case."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from permissions.models import AuditEvent, Body
from staff_workspace.actions.tell_named_staff import tell_named_staff
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.queries.named_staff import named_staff
from tests.workspace_people import at

NURSE, DOCTOR = "Kim Example, staff nurse", "Lee Example, registrar"
ON = {"on-day": "20", "on-month": "11", "on-year": "2026"}


@pytest.fixture(autouse=True)
def on_a_day_after_receipt(time_machine: Any) -> None:
    """Friday 20 November 2026."""
    time_machine.move_to(at(20), tick=False)


def told(case: Case, by: Any, *done: str, person: str = NURSE) -> None:
    """Record what the ward's manager did for somebody."""
    tell_named_staff(
        case=case, by=by, person=person, done=done, told_by="Ward manager", on=at(20), note="Calm"
    )


@pytest.mark.requirement("IV-3")
def test_what_each_is_owed_still_stands_on_the_case(
    case: Case, people: dict[str, Any], body: Body, client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["officer"])
    page = reverse("staff_workspace:named_staff", args=[case.reference])
    record = reverse("staff_workspace:tell_staff", args=[case.reference])
    empty = client.get(page).content.decode()
    assert "Nobody is on record as named yet" in empty
    assert "Their own manager tells them of the complaint" in empty
    assert "Enter the name" in client.post(record, {}).content.decode()
    first = {"name": NURSE, "done": ["told_by_manager"], "told_by": "Ward manager", **ON}
    said = client.post(record, first, follow=True).content.decode()
    assert "Still owed: They are told the details; They may respond" in said
    assert NURSE in client.get(record).content.decode()
    known = {"who": f"known {NURSE}", "told_by": "Ward manager", "note": "It was not me.", **ON}
    rest = ["told_details", "responded", "kept_informed", "supported"]
    said = client.post(record, {**known, "done": rest}, follow=True).content.decode()
    assert "Nothing is owed to them now" in said
    assert "It was not me." in said
    said = client.post(
        record, {**first, "who": "new", "name": DOCTOR}, follow=True
    ).content.decode()
    assert said.count("Still owed:") == 1
    assert [person.name for person in named_staff(case)] == [NURSE, DOCTOR]


@pytest.mark.requirement("IV-3")
def test_who_is_named_is_seen_by_those_alone_who_see_the_notes_of_the_case(
    case: Case, people: dict[str, Any], body: Body, client_for: Callable[..., Client]
) -> None:
    told(case, people["officer"], "told_by_manager")
    client = client_for(body)
    for role in ("colleague", "signatory"):
        client.force_login(people[role])
        for name in ("named_staff", "tell_staff"):
            page = reverse(f"staff_workspace:{name}", args=[case.reference])
            assert client.get(page).status_code == 404
        with pytest.raises(Http404):
            told(case, people[role], "supported")
    # The audit outlives the records of the case.
    written = [str(event.detail) for event in AuditEvent.objects.all()]
    assert not any("Kim Example" in words for words in written)


def test_nothing_is_recorded_without_a_name_or_anything_done(
    case: Case, people: dict[str, Any]
) -> None:
    for wrong in ({"person": " "}, {"done": ()}, {"done": ("cheered_up",)}):
        given = {"person": NURSE, "done": ("supported",), **wrong}
        with pytest.raises(NotAllowed, match="Say who is named"):
            told(case, people["officer"], *given["done"], person=given["person"])
    assert named_staff(case) == []
