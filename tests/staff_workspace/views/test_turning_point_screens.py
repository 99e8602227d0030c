"""The screens of the rarer actions: reachable, clear when refused, and done when filled in."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.actions.grade_case import grade_case
from staff_workspace.models import Case
from tests.staff_workspace.actions.working_a_case import ON_THEIR_OWN, to_handed_in
from tests.workspace_people import RECEIVED, at


@pytest.fixture(autouse=True)
def on_a_day_after_receipt(time_machine: Any) -> None:
    """Friday 4 December 2026."""
    time_machine.move_to(at(4, month=12), tick=False)


@pytest.fixture
def own_case(make_case: Callable[..., Case]) -> Case:
    """A complaint that somebody brings for themself."""
    return make_case(**ON_THEIR_OWN, received_at=RECEIVED)


@pytest.fixture
def desk(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The officer's."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


def send(desk: Client, case: Case, name: str, data: dict[str, Any]) -> str:
    """Fill the form called ``name`` in; the words of the page that follows."""
    address = reverse(f"staff_workspace:{name}", args=[case.reference])
    return desk.post(address, data, follow=True).content.decode()


def boxes(name: str) -> dict[str, str]:
    """Friday 4 December 2026 in three boxes."""
    return {f"{name}-day": "4", f"{name}-month": "12", f"{name}-year": "2026"}


FILLED: dict[str, tuple[dict[str, Any], str, str]] = {
    "contact": (
        {"channel": "phone", "reached": "yes", **boxes("on")},
        "The contact is recorded",
        "first_contact",
    ),
    "note": ({"text": "Rings after six."}, "The note is in the timeline", "note"),
    "summary_sent": (
        {"channel": "letter", **boxes("on")},
        "The summary is recorded as sent",
        "summary_sent",
    ),
    "elected": (
        {"elected_as": "mp", "name": "A. Member MP"},
        "The enquiry of the elected official is recorded",
        "elected_official",
    ),
    "withdraw": (
        {"way": "orally", "told": "yes", **boxes("on")},
        "The withdrawal is recorded",
        "withdrawn",
    ),
    "ombudsman": (
        {"key": "referred", "note": "By letter", **boxes("on")},
        "The step of the ombudsman is recorded",
        "ombudsman_referred",
    ),
    "meeting": (
        {
            "on-day": "18",
            "on-month": "1",
            "on-year": "2027",
            "begins": "14:30",
            "minutes": "60",
            "where": "Charter House",
            "chair": "A senior nurse",
            "circumstances": ["senior_chair"],
        },
        "The meeting is fixed",
        "meeting",
    ),
}


@pytest.mark.parametrize("name", FILLED)
def test_a_form_that_is_filled_in_leaves_its_line_in_the_timeline(
    desk: Client, own_case: Case, name: str
) -> None:
    data, words, event = FILLED[name]
    assert words in send(desk, own_case, name, data)
    assert own_case.events.filter(name=event).count() == 1


@pytest.mark.requirement("CL-3")
def test_a_date_is_agreed_on_its_screen(desk: Client, own_case: Case) -> None:
    data = {
        "new-day": "15",
        "new-month": "2",
        "new-year": "2027",
        "agreed_with": "Nia Example",
        "channel": "phone",
        "reason": "The notes are away.",
        **boxes("agreed_on"),
    }
    assert "The agreed date is saved" in send(desk, own_case, "agree_date", data)
    assert own_case.events.filter(second_date="2027-02-15").exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("agree_date", "Enter the new date"),
        ("assign", "Confirm that the complaint is not about them"),
        ("contact", "Select whether you reached them"),
        ("meeting", "Enter when it begins"),
        ("reopen", None),
    ],
)
def test_an_empty_form_says_what_is_missing(
    desk: Client, own_case: Case, name: str, words: str | None
) -> None:
    if name == "reopen":
        Case.objects.filter(pk=own_case.pk).update(state="closed", closed_because="ineligible")
        words = "Enter the questions"
    assert words
    assert words in send(desk, own_case, name, {})


def test_what_the_policy_refuses_is_said_above_the_form(desk: Client, own_case: Case) -> None:
    page = send(desk, own_case, "withdraw", {"way": "orally", "told": "no", **boxes("on")})
    assert "There is a problem" in page
    assert "Tell those who were complained about first" in page


def test_a_time_that_is_none_is_refused(desk: Client, own_case: Case) -> None:
    data = {**FILLED["meeting"][0], "begins": "half two"}
    assert "Enter when it begins as a time, like 14:30" in send(desk, own_case, "meeting", data)


@pytest.mark.requirement("QA-1", "QA-5")
def test_the_head_approves_as_deputy_on_the_screen(
    body: Body, own_case: Case, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    to_handed_in(own_case, people)
    client = client_for(body)
    client.force_login(people["governance"])
    page = send(client, own_case, "approve", {"capacity": "deputy", "read": "true", "version": "1"})
    assert "The draft is approved" in page
    shown = client.get(reverse("staff_workspace:response", args=[own_case.reference]))
    assert "as nominated deputy of the Head of Patient Experience" in shown.content.decode()


def test_only_what_the_state_and_the_policy_know_is_offered(
    desk: Client, own_case: Case, people: dict[str, Any]
) -> None:
    address = reverse("staff_workspace:case", args=[own_case.reference])
    page = desk.get(address).content.decode()
    for words in ("More actions", "Summary was sent", "Fix a meeting", "Record a withdrawal"):
        assert words in page
    for words in ("Take the draft higher", "Complex case or possible claim", "Open the case again"):
        assert words not in page
    grade_case(case=own_case, by=people["officer"], grade="moderate", reason="So", at=at(20))
    assert "Reply to a part was sent" not in desk.get(address).content.decode()
