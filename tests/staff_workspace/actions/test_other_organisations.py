"""A complaint that concerns other organisations: what each may know, was asked and answered."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.actions.add_organisation import add_organisation
from staff_workspace.actions.agree_lead import agree_lead
from staff_workspace.actions.answer_other_body import answer_other_body
from staff_workspace.actions.make_consent_statement import make_consent_statement
from staff_workspace.actions.record_consent import record_consent
from staff_workspace.actions.record_organisation_step import record_organisation_step
from staff_workspace.actions.send_response import send_response
from staff_workspace.actions.sign_response import sign_response
from staff_workspace.actions.withdraw_consent import withdraw_consent
from staff_workspace.models import Case, CaseOrganisation
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.presenters.next_steps import next_steps
from tests.staff_workspace.actions.working_a_case import to_sign_off
from tests.workspace_people import at

TRUST = "Hill Hospital Trust"


@pytest.fixture(autouse=True)
def on_a_day_after_receipt(time_machine: Any) -> None:
    """Friday 4 December 2026."""
    time_machine.move_to(at(4, month=12), tick=False)


@pytest.fixture
def desk(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The officer's."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


@pytest.fixture(params=["hwe_icb", "west_essex_ccg", "millbrook"])
def at_each_body(request: pytest.FixtureRequest, body: Body) -> Body:
    """The body under each of the three policies; named before the case, which keeps its policy."""
    body.profile_key = request.param
    body.save()
    return body


def row(case: Case, people: dict[str, Any], agreed: str = "Said on the phone: all") -> Any:
    """The trust on the list of the case, for its first point."""
    return add_organisation(
        case=case,
        by=people["officer"],
        name=TRUST,
        contact="Its complaints manager",
        agreed=agreed,
        points=case.issues.all(),
        at=at(24),
    )


def step(
    organisation: CaseOrganisation, people: dict[str, Any], done: Any, day: str, **more
) -> Any:
    """One step on the row."""
    return record_organisation_step(
        organisation=organisation,
        by=people["officer"],
        done=done,
        on=date.fromisoformat(day),
        **more,
    )


def boxes(name: str, day: int, month: int = 12) -> dict[str, str]:
    """A day of 2026 in three boxes."""
    return {f"{name}-day": str(day), f"{name}-month": str(month), f"{name}-year": "2026"}


def send(desk: Client, case: Case, name: str, data: dict[str, Any]) -> str:
    """Fill the form called ``name`` in; the words of the page that follows."""
    address = reverse(f"staff_workspace:{name}", args=[case.reference])
    return desk.post(address, data, follow=True).content.decode()


def shown(desk: Client, case: Case) -> str:
    """The page of the organisations, its words in one line."""
    page = desk.get(reverse("staff_workspace:organisations", args=[case.reference]))
    return " ".join(page.content.decode().split())


@pytest.mark.requirement("MO-2")
def test_the_row_of_an_organisation_is_filled_on_screen_from_contact_to_answer(
    at_each_body: Body, own_case: Case, desk: Client
) -> None:
    point = own_case.issues.get()
    added = {
        "name": TRUST,
        "contact": "Its complaints manager, 01632 960 100",
        "agreed": "Said on 20 November by phone: the story, not the notes",
        "points": [str(point.pk)],
    }
    assert "The organisation is on the list" in send(desk, own_case, "add_organisation", added)
    organisation = own_case.organisations.get()
    asked = {"organisation": str(organisation.pk), "done": "asked"}
    send(desk, own_case, "organisation_step", asked | boxes("on", 24, 11) | boxes("due", 1))
    page = shown(desk, own_case)
    assert "Tuesday 24 November 2026, answer due Tuesday 1 December 2026" in page
    assert "Next: remind it: the answer is overdue" in page
    reminded = {"organisation": str(organisation.pk), "done": "reminded"}
    send(desk, own_case, "organisation_step", reminded | boxes("on", 2))
    answered = {
        "organisation": str(organisation.pk),
        "done": "answered",
        "answered": [str(point.pk)],
    }
    assert "It is recorded" in send(desk, own_case, "organisation_step", answered | boxes("on", 4))
    page = shown(desk, own_case)
    for words in (
        "Its complaints manager, 01632 960 100",
        "the story, not the notes",
        "Wednesday 2 December 2026",
        f"Friday 4 December 2026: {point}",
        "It has answered everything",
    ):
        assert words in page
    organisation.refresh_from_db()
    assert (organisation.requested_on, organisation.due_on, organisation.received_on) == (
        date(2026, 11, 24),
        date(2026, 12, 1),
        date(2026, 12, 4),
    )
    assert organisation.reminders == (date(2026, 12, 2),)
    assert list(organisation.answered.all()) == [point]


@pytest.mark.requirement("MO-2", "CN-1")
def test_nothing_is_asked_without_consent_that_names_the_organisation(
    at_each_body: Body, own_case: Case, people: dict[str, Any]
) -> None:
    organisation = row(own_case, people, agreed="")
    with pytest.raises(NotAllowed, match="No consent covers sharing with Hill Hospital Trust yet"):
        step(organisation, people, "asked", "2026-11-25")
    assert CaseOrganisation.objects.get().requested_on is None


@pytest.mark.requirement("MO-2", "CN-1", "CN-5")
def test_a_signed_statement_that_names_it_is_the_consent_until_it_is_withdrawn(
    own_case: Case, people: dict[str, Any]
) -> None:
    officer, organisation = people["officer"], row(own_case, people)
    consent = make_consent_statement(
        case=own_case, by=officer, organisations=[TRUST], giver="Nia Example", at=at(24)
    )
    with pytest.raises(NotAllowed, match="No consent covers"):
        step(organisation, people, "asked", "2026-11-25")
    record_consent(
        consent=consent,
        by=officer,
        signed=True,
        received_at=at(26),
        method="in_person",
        evidence_note="Seen",
    )
    step(organisation, people, "asked", "2026-11-26")
    withdraw_consent(consent=consent, by=officer, withdrawn_at=at(27), note="No more", at=at(28))
    with pytest.raises(NotAllowed, match="No consent covers"):
        step(organisation, people, "reminded", "2026-12-01")
    # What comes in all the same is put on record.
    step(organisation, people, "answered", "2026-12-01")


@pytest.mark.requirement("MO-2")
@pytest.mark.parametrize(
    ("done", "day", "more", "why"),
    [
        ("reminded", "2026-11-26", {}, "Record first that it was asked"),
        ("answered", "2026-11-26", {}, "Record first that it was asked"),
        ("asked", "2026-11-26", {"due": date(2026, 11, 26)}, "The answer is due after"),
    ],
)
def test_a_row_tells_a_possible_story(
    own_case: Case, people: dict[str, Any], done: str, day: str, more: dict, why: str
) -> None:
    with pytest.raises(NotAllowed, match=why):
        step(row(own_case, people), people, done, day, **more)


@pytest.mark.requirement("MO-2")
def test_an_answer_is_not_older_than_the_question_and_the_list_has_each_once(
    own_case: Case, people: dict[str, Any]
) -> None:
    organisation = row(own_case, people)
    step(organisation, people, "asked", "2026-11-26")
    with pytest.raises(NotAllowed, match="before the day on which it was asked"):
        step(organisation, people, "answered", "2026-11-25")
    step(organisation, people, "answered", "2026-11-27")
    with pytest.raises(NotAllowed, match="It has answered"):
        step(organisation, people, "reminded", "2026-11-30")
    with pytest.raises(NotAllowed, match="on the list already"):
        add_organisation(case=own_case, by=people["officer"], name=TRUST.upper(), at=at(30))


@pytest.mark.requirement("MO-1", "MO-2", "REG-9")
def test_who_leads_is_agreed_and_the_person_is_told_who_handles_what(
    at_each_body: Body, own_case: Case, people: dict[str, Any], desk: Client
) -> None:
    officer = people["officer"]
    with pytest.raises(NotAllowed, match="Name first the other organisations"):
        agree_lead(case=own_case, by=officer, lead=TRUST, person_told_on=None, at=at(24))
    row(own_case, people)
    words = "Settle which body leads and answers and that the person is told who leads"
    assert words in [each.verb for each in next_steps(Case.objects.get())]
    with pytest.raises(NotAllowed, match="One of the organisations that are concerned leads"):
        agree_lead(case=own_case, by=officer, lead="Another", person_told_on=None, at=at(24))
    send(desk, own_case, "lead", {"lead": TRUST})
    assert "Settle that the person is told who leads" in [
        each.verb for each in next_steps(Case.objects.get())
    ]
    send(desk, own_case, "lead", {"lead": TRUST, **boxes("told_on", 3)})
    assert not [each for each in next_steps(Case.objects.get()) if each.verb.startswith("Settle")]
    assert "the person was told on Thursday 3 December 2026" in shown(desk, own_case)


ASKED_OF_US = (
    ("agree_lead", "no", "no", "", True, "Agree which body coordinates"),
    ("information", "yes", "", "By phone", True, "Share what is relevant"),
    ("information", "yes", "", "", False, "Ask for consent first"),
    ("information", "no", "", "By phone", False, "ask what it is needed for"),
    ("meeting", "yes", "yes", "", True, "Attend the meeting"),
    ("meeting", "yes", "no", "", False, "not reasonably needed"),
)


@pytest.mark.requirement("REG-9")
def test_what_another_body_asks_is_recorded_with_what_we_owe_it(
    at_each_body: Body, own_case: Case, people: dict[str, Any]
) -> None:
    organisation = row(own_case, people)
    for asked, relevant, reasonable, agreed, must, words in ASKED_OF_US:
        organisation.agreed = agreed
        organisation.save()
        owed = answer_other_body(
            organisation=organisation,
            by=people["officer"],
            asked=asked,
            relevant=relevant == "yes",
            reasonable=reasonable != "no",
            done="Rang their manager.",
            at=at(30),
        )
        assert owed[0] is must
        assert words in owed[1]
        detail = own_case.events.filter(name="other_body_asked").latest("pk").detail
        assert detail == f"{owed[1]}\nRang their manager."


@pytest.mark.requirement("REG-9")
def test_the_screen_takes_what_another_body_asks(
    own_case: Case, people: dict[str, Any], desk: Client
) -> None:
    organisation = row(own_case, people)
    data = {"organisation": str(organisation.pk), "asked": "meeting", "relevant": "yes"}
    page = send(desk, own_case, "other_body", data | {"reasonable": "no", "done": "Rang."})
    assert "It is recorded, with what we owe, in the timeline" in page
    assert "not reasonably needed" in own_case.events.get(name="other_body_asked").detail
    assert "Select what it asks for" in send(desk, own_case, "other_body", {})


@pytest.mark.requirement("MO-1", "REG-9")
def test_the_whole_response_waits_for_every_organisation(
    at_each_body: Body, own_case: Case, people: dict[str, Any]
) -> None:
    organisation = row(own_case, people)
    step(organisation, people, "asked", "2026-11-26")
    to_sign_off(own_case, people)
    sign_response(case=own_case, by=people["signatory"], version=1, at=at(3, month=12))
    how = {"sent_at": at(4, month=12), "channel": "post"}
    with pytest.raises(NotAllowed, match=TRUST):
        send_response(case=own_case, by=people["officer"], **how)
    step(organisation, people, "answered", "2026-12-04")
    send_response(case=own_case, by=people["officer"], **how)
    own_case.refresh_from_db()
    assert own_case.responded_at is not None
