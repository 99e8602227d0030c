"""Whoever may not see evidence passes none of it on, and does not learn what a file is called."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions.models import AuditEvent, Body
from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT
from permissions.rules.matrix import Role
from staff_workspace.actions.ask_outside import MadeLink, ask_outside
from staff_workspace.actions.publish_matrix import publish_matrix
from staff_workspace.models import Case, CaseEvidence, Message, OutsideLink
from tests.walk.addresses import evidence

NAME = "ward.jpg"
END = timezone.localdate() + timedelta(days=5)
ASKED = {
    "name": "Sam Rivers",
    "organisation": "Riverbank Ambulance",
    "questions": "Who was on duty?",
    "ends_on-day": str(END.day),
    "ends_on-month": str(END.month),
    "ends_on-year": str(END.year),
}


@pytest.fixture
def photo(case: Case, people: dict[str, Any]) -> CaseEvidence:
    """A picture of the case, found to be clean, that came with a message."""
    found = evidence(case, people["officer"])
    type(found.evidence).objects.filter(pk=found.evidence_id).update(state="clean")
    said = Message.objects.create(
        case=case, from_person=True, text="Here it is", sent_at=timezone.now()
    )
    said.files.add(found)
    found.refresh_from_db()
    return found


@pytest.fixture
def handlers_see_none(body: Body, people: dict[str, Any]) -> None:
    """This body keeps evidence from its handlers."""
    row = {a: s for a, s in DEFAULT.rows[Role.HANDLER].items() if a is not Action.SEE_EVIDENCE}
    publish_matrix(
        body=body, by=people["governance"], role=Role.HANDLER, row=row, based_on=0, reason="Kept"
    )


@pytest.fixture
def officer(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The complaints officer's browser."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


def ask(photo: CaseEvidence, by: Any) -> MadeLink:
    """Ask somebody outside, and show them the picture."""
    return ask_outside(
        case=photo.case,
        by=by,
        name="Sam Rivers",
        organisation="Riverbank Ambulance",
        questions="Who was on duty?",
        points=[],
        files=[photo],
        ends_at=timezone.now() + timedelta(days=5),
    )


def test_who_may_see_a_file_can_show_it_outside(photo: CaseEvidence, officer: Client) -> None:
    address = reverse("staff_workspace:ask_outside", args=[photo.case.reference])
    assert NAME in officer.get(address).content.decode()
    officer.post(address, {**ASKED, "files": [photo.pk]})
    assert OutsideLink.objects.get().files.get() == photo


@pytest.mark.usefixtures("handlers_see_none")
def test_who_may_not_see_a_file_is_not_offered_it_and_cannot_slip_it_in(
    photo: CaseEvidence, officer: Client
) -> None:
    address = reverse("staff_workspace:ask_outside", args=[photo.case.reference])
    assert NAME not in officer.get(address).content.decode()
    officer.post(address, {**ASKED, "files": [photo.pk]})
    assert not OutsideLink.objects.get().files.exists()


@pytest.mark.usefixtures("handlers_see_none")
def test_the_action_refuses_it_too_and_the_audit_says_so(
    photo: CaseEvidence, people: dict[str, Any]
) -> None:
    with pytest.raises(Http404):
        ask(photo, people["officer"])
    assert not OutsideLink.objects.exists()
    refusal = AuditEvent.objects.get(outcome="refused")
    assert (refusal.action, refusal.actor_name) == (Action.SEE_EVIDENCE, "hwe.officer")


@pytest.mark.usefixtures("handlers_see_none")
@pytest.mark.parametrize("screen", ["outside_links", "messages", "authority"])
def test_screens_for_other_work_do_not_tell_what_a_file_is_called(
    photo: CaseEvidence, people: dict[str, Any], officer: Client, screen: str
) -> None:
    ask(photo, people["governance"])
    page = officer.get(reverse(f"staff_workspace:{screen}", args=[photo.case.reference]))
    assert page.status_code == 200
    assert NAME not in page.content.decode()


@pytest.mark.parametrize("screen", ["outside_links", "messages", "authority"])
def test_they_tell_those_who_may_see_it(
    photo: CaseEvidence, people: dict[str, Any], officer: Client, screen: str
) -> None:
    ask(photo, people["governance"])
    page = officer.get(reverse(f"staff_workspace:{screen}", args=[photo.case.reference]))
    assert NAME in page.content.decode()
