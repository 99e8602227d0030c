"""Whom asking how it was could harm is not asked, whenever that becomes known (SV-1)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from feedback_forms.connectors.notifier import get_notifier
from feedback_forms.models import FormPage
from feedback_forms.shipping import build_form_page
from permissions import outbox
from permissions.models import Body, OutboxItem
from staff_workspace.actions.ask_how_it_was import invite_to_survey
from staff_workspace.actions.close_case import close_case
from staff_workspace.actions.record_survey_posted import record_survey_posted
from staff_workspace.models import Case, Task
from staff_workspace.policy.lifecycle import NotAllowed
from tests.staff_workspace.actions.test_asking_how_it_was import (
    INVITED,
    asked,
    invitations,
    on_paper,
)
from tests.staff_workspace.actions.test_restricted_contact import restrict
from tests.staff_workspace.actions.working_a_case import to_responded
from tests.workspace_people import at

pytestmark = pytest.mark.requirement("SV-1")


@pytest.fixture(autouse=True)
def in_december(time_machine: Any) -> None:
    """Monday 7 December 2026."""
    time_machine.move_to(at(7, month=12), tick=False)


@pytest.fixture
def survey(body: Body, people: dict[str, Any]) -> FormPage:
    """The survey that ships."""
    return build_form_page(body.site.root_page, "survey")


def close(case: Case, people: dict[str, Any], because: str) -> None:
    """Close early, and let the mail go."""
    close_case(case=case, by=people["officer"], because=because, duties_heeded=True)
    outbox.work()


def nobody_is_asked(case: Case) -> bool:
    """By mail, by a task, or in the count."""
    return not (invitations() or asked(case) or case.tasks.exists())


def test_whose_contact_is_restricted_is_not_asked(
    own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    restrict(own_case, people)
    close(own_case, people, "resolved_early")
    assert nobody_is_asked(own_case)


def test_a_restriction_decided_before_the_mail_went_is_heeded(
    own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    own_case.refresh_from_db()
    restrict(own_case, people)
    outbox.work()
    assert nobody_is_asked(own_case)


@pytest.mark.parametrize(
    ("because", "mails"), [("vexatious_ended", 0), ("redirected", 1), ("out_of_time", 1)]
)
def test_with_whom_contact_was_ended_is_not_asked(
    own_case: Case, survey: FormPage, people: dict[str, Any], because: str, mails: int
) -> None:
    close(own_case, people, because)
    assert len(invitations()) == len(asked(own_case)) == mails
    assert not own_case.tasks.exists()


@pytest.mark.parametrize("preference", ["post", "phone"])
def test_whoever_chose_post_or_telephone_is_asked_by_post(
    own_case: Case, survey: FormPage, people: dict[str, Any], preference: str
) -> None:
    Case.objects.update(contact_preference=preference)
    own_case.refresh_from_db()
    to_responded(own_case, people)
    outbox.work()
    assert invitations() == asked(own_case) == []
    assert own_case.tasks.get().kind == Task.Kind.SURVEY


def test_a_consent_withdrawn_before_the_mail_went_makes_it_post_and_counts_nobody_yet(
    own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    on_paper(own_case)
    outbox.work()
    assert invitations() == asked(own_case) == []
    assert own_case.tasks.get(done_at=None).kind == Task.Kind.SURVEY
    record_survey_posted(case=own_case, by=people["officer"], posted=True)
    invite_to_survey(OutboxItem.objects.get(topic=INVITED).payload)
    assert asked(own_case) == ["Asked by post how it was for them"]
    assert own_case.tasks.count() == 1


def test_the_mail_and_its_line_come_once_although_the_handler_runs_twice(
    own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    outbox.work()
    invite_to_survey(OutboxItem.objects.get(topic=INVITED).payload)
    assert len(invitations()) == 1
    line = own_case.events.get(name="survey_asked")
    assert (line.by, line.at) == (people["officer"], at(7, month=12))


def test_a_mail_that_fails_counts_nobody(
    own_case: Case, survey: FormPage, people: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    to_responded(own_case, people)

    def fail(*args: Any) -> None:
        raise OSError

    monkeypatch.setattr(type(get_notifier()), "send", fail)
    outbox.work()
    assert asked(own_case) == []
    monkeypatch.undo()
    outbox.try_again(OutboxItem.objects.get(topic=INVITED), now=at(7, month=12))
    outbox.work()
    assert len(asked(own_case)) == len(invitations()) == 1


def test_it_is_not_posted_once_a_note_on_safe_contact_was_added(
    own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    on_paper(own_case)
    to_responded(own_case, people)
    Case.objects.update(safe_contact="He opens all post")
    answer = {"case": own_case, "by": people["officer"]}
    with pytest.raises(NotAllowed, match="no safe way"):
        record_survey_posted(**answer, posted=True)
    assert asked(own_case) == []
    record_survey_posted(**answer, posted=False, note="Not safe")
    assert not own_case.tasks.filter(done_at=None).exists()


def test_the_general_screen_does_not_finish_what_has_a_screen_of_its_own(
    body: Body,
    own_case: Case,
    survey: FormPage,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    on_paper(own_case)
    to_responded(own_case, people)
    task = own_case.tasks.get(kind=Task.Kind.SURVEY)
    client = client_for(body)
    client.force_login(people["officer"])
    page = reverse("staff_workspace:task", args=[own_case.reference, task.pk])
    assert client.get(page).status_code == 404
    assert client.post(page, {"note": "Done"}).status_code == 404
    task.refresh_from_db()
    assert task.done_at is None
