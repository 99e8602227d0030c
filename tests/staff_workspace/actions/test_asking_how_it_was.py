"""Whoever complained or was answered is asked how it was: once, by a safe way, by choice (SV-1)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from feedback_forms.models import FormPage, Submission
from feedback_forms.shipping import build_form_page
from permissions import outbox
from permissions.models import AuditEvent, Body, OutboxItem
from staff_workspace.actions.ask_how_it_was import invite_to_survey
from staff_workspace.actions.close_case import close_case
from staff_workspace.actions.record_survey_posted import record_survey_posted
from staff_workspace.actions.reopen_case import reopen_case
from staff_workspace.actions.send_response import send_response
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.actions.withdraw_case import withdraw_case
from staff_workspace.models import Case, Task
from staff_workspace.policy.lifecycle import NotAllowed
from tests.feedback_forms.browsing import Person
from tests.staff_workspace.actions.working_a_case import ON_THEIR_OWN, to_responded, to_sign_off
from tests.workspace_people import at

pytestmark = pytest.mark.requirement("SV-1")
INVITED = "invite_to_survey"


@pytest.fixture(autouse=True)
def in_december(time_machine: Any) -> None:
    """Monday 7 December 2026."""
    time_machine.move_to(at(7, month=12), tick=False)


@pytest.fixture(params=["hwe_icb", "west_essex_ccg"])
def asking(request: pytest.FixtureRequest, body: Body) -> Body:
    """The body under each policy that has people asked."""
    body.profile_key = request.param
    body.save()
    return body


@pytest.fixture
def survey(body: Body, people: dict[str, Any]) -> FormPage:
    """The survey that ships."""
    return build_form_page(body.site.root_page, "survey")


def asked(case: Case) -> list[str]:
    """What the timeline says of asking."""
    return [event.title for event in case.events.filter(name="survey_asked")]


def invitations() -> list[Any]:
    """What was mailed."""
    return [one for one in mail.outbox if "How was it" in one.subject]


def test_the_invitation_says_it_is_by_choice_and_nothing_of_the_complaint(
    asking: Body, own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    assert asked(own_case) == []
    outbox.work()
    assert asked(own_case) == ["Asked by e-mail how it was for them"]
    [invitation] = invitations()
    assert invitation.to == ["nia@example.org"]
    assert "You do not have to answer" in invitation.body
    assert "makes no difference to your complaint or concern" in invitation.body
    assert survey.full_url in invitation.body
    for hidden in (own_case.reference, "trolley", "nine hours", "Nia", "Example", "Owen"):
        assert hidden not in invitation.body + invitation.subject


def test_it_stands_or_falls_with_the_sending(
    own_case: Case, survey: FormPage, people: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    to_sign_off(own_case, people)
    sign_response(case=own_case, by=people["signatory"], version=1, at=at(3, month=12))

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("staff_workspace.actions.step.refresh_due_dates", fail)
    sending = {"case": own_case, "by": people["officer"], "channel": "post"}
    with pytest.raises(RuntimeError):
        send_response(**sending, sent_at=at(4, month=12))
    assert not OutboxItem.objects.filter(topic=INVITED).exists()
    assert asked(own_case) == []
    monkeypatch.undo()
    send_response(**sending, sent_at=at(4, month=12))
    assert OutboxItem.objects.filter(topic=INVITED).count() == 1


@pytest.mark.parametrize("mailed_at_once", [True, False])
def test_closing_and_answering_again_ask_nobody_twice(
    own_case: Case, survey: FormPage, people: dict[str, Any], mailed_at_once: bool
) -> None:
    to_responded(own_case, people)
    if mailed_at_once:
        outbox.work()
    close_case(case=own_case, by=people["officer"], because="responded")
    reopen_case(
        case=own_case,
        by=people["officer"],
        asked_at=at(7, month=12),
        questions="How long was the wait?",
        new_matter=False,
        left_to_answer=True,
        answered_by="",
    )
    close_case(case=own_case, by=people["officer"], because="resolved_early", duties_heeded=True)
    outbox.work()
    assert len(asked(own_case)) == len(invitations()) == 1
    assert OutboxItem.objects.filter(topic=INVITED).count() == 1


def test_a_pals_user_is_asked_when_the_concern_is_closed(
    asking: Body, make_case: Callable[..., Case], survey: FormPage, people: dict[str, Any]
) -> None:
    concern = make_case(kind="concern", **ON_THEIR_OWN)
    close_case(case=concern, by=people["officer"], because="resolved_early")
    outbox.work()
    assert asked(concern) == ["Asked by e-mail how it was for them"]


def test_whoever_withdrew_their_complaint_is_asked_as_well(
    own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    withdraw_case(
        case=own_case,
        by=people["officer"],
        withdrawn_at=at(30),
        way="orally",
        told_those_named=True,
    )
    outbox.work()
    assert len(asked(own_case)) == 1


def test_at_millbrook_nobody_is_asked(
    at_millbrook: Body, own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    close_case(case=own_case, by=people["officer"], because="responded")
    assert asked(own_case) == []
    assert not OutboxItem.objects.filter(topic=INVITED).exists()
    assert not own_case.tasks.filter(kind=Task.Kind.SURVEY).exists()


@pytest.mark.parametrize(
    "changed", [{"anonymous": True}, {"safe_contact": "My husband reads my mail"}]
)
def test_somebody_unknown_or_without_a_safe_way_is_not_asked(
    make_case: Callable[..., Case],
    survey: FormPage,
    people: dict[str, Any],
    changed: dict[str, Any],
) -> None:
    concern = make_case(kind="concern", **ON_THEIR_OWN, **changed)
    because = "nobody_to_answer" if concern.anonymous else "resolved_early"
    close_case(case=concern, by=people["officer"], because=because)
    outbox.work()
    assert asked(concern) == []
    assert not concern.tasks.exists()


def test_without_a_published_survey_nobody_is_asked(own_case: Case, people: dict[str, Any]) -> None:
    to_responded(own_case, people)
    outbox.work()
    assert asked(own_case) == []


def test_a_body_without_a_site_has_no_survey_to_ask_with(
    body: Body, own_case: Case, people: dict[str, Any]
) -> None:
    Body.objects.filter(pk=body.pk).update(site=None)
    to_responded(Case.objects.get(), people)
    outbox.work()
    assert asked(own_case) == []


def test_what_changed_before_the_mail_went_is_heeded(
    own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    to_responded(own_case, people)
    Case.objects.update(safe_contact="Do not write to me any more")
    outbox.work()
    assert invitations() == asked(own_case) == []
    assert not own_case.tasks.exists()
    invite_to_survey({"case": 0})  # its records may be gone
    assert OutboxItem.objects.get(topic=INVITED).done_at


def on_paper(case: Case) -> None:
    """Nobody agreed to e-mail."""
    case.electronic_consents.update(withdrawn_at=at(20))


def test_where_only_post_is_safe_the_handler_posts_the_survey(
    body: Body,
    own_case: Case,
    survey: FormPage,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    on_paper(own_case)
    to_responded(own_case, people)
    assert asked(own_case) == []
    client = client_for(body)
    client.force_login(people["officer"])
    person = Person(client, reverse("staff_workspace:case", args=[own_case.reference]))
    assert "Send the survey by post" in person.text
    person.go(reverse("staff_workspace:survey_posted", args=[own_case.reference]))
    paper = next(a["href"] for a in person.page.main.find_all("a") if "Print" in a.get_text())
    assert client.get(paper).headers["Content-Type"] == "application/pdf"
    person.send(posted="no")
    assert "Enter why they are not asked" in person.text
    person.send(posted="yes")
    assert "It is written down" in person.text
    assert asked(own_case) == ["Asked by post how it was for them"]
    assert AuditEvent.objects.filter(detail__posted=True, actor_id=people["officer"].pk).exists()
    assert not own_case.tasks.filter(done_at=None).exists()


def test_what_is_not_posted_is_not_counted_as_asked_and_says_why(
    own_case: Case, survey: FormPage, people: dict[str, Any]
) -> None:
    on_paper(own_case)
    to_responded(own_case, people)
    answer = {"case": own_case, "by": people["officer"], "posted": False}
    with pytest.raises(NotAllowed, match="Say why"):
        record_survey_posted(**answer, note=" ")
    record_survey_posted(**answer, note="They moved and gave no address")
    with pytest.raises(NotAllowed, match="done already"):
        record_survey_posted(**answer, note="Again")
    close_case(case=own_case, by=people["officer"], because="responded")
    assert asked(own_case) == []
    assert own_case.events.get(name="survey_not_sent").detail == "They moved and gave no address"
    assert own_case.tasks.count() == 1


def test_a_person_is_asked_answers_and_is_counted(
    asking: Body,
    own_case: Case,
    survey: FormPage,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    to_responded(own_case, people)
    outbox.work()
    [invitation] = invitations()
    address = next(word for word in invitation.body.split() if word.startswith("http"))
    path = address.partition(asking.site.hostname)[2].lstrip(":0123456789")
    person = Person(client_for(asking), path).follow("Start now").send(survey_about="complaint")
    while person.h1 != "Check your answers":
        person.send()
    person.send()
    sent = Submission.objects.get(kind="survey")
    assert not Case.objects.filter(submission=sent).exists()
    desk = client_for(asking)
    desk.force_login(people["governance"])
    page = Person(desk, reverse("staff_workspace:what_people_told")).page
    rows = page.select(".nhsuk-summary-list__row")
    shown = [f"{row.dt.get_text()}: {row.dd.get_text()}" for row in rows]
    assert "Asked how it was: fewer than 5" in shown
    assert "Answered the survey: fewer than 5" in shown
