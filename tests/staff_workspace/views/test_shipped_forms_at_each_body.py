"""The forms as they ship, at each body under its own policy, as far as the case that they open."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from feedback_forms.shipping import build_form_page
from permissions.models import Body
from staff_workspace.models import Case
from staff_workspace.queries.case_clocks import clock_readings
from tests.feedback_forms.browsing import Person
from tests.workspace_people import at

USUAL = {
    "story": "The clinic lost the referral.",
    "your_needs": "none",
    "knows_nhs_number": "no",
    "event_date__month": "6",
    "event_date__year": "2026",
    "found_later": "no",
    "service": "hospital",
    "other_way": "none",
    "consent_share": "no",
    "declaration": "true",
    "safe_contact": "yes",
    "consent_email": "no",
}


@pytest.fixture(autouse=True)
def on_a_day_of_november(time_machine: Any) -> None:
    """Friday 20 November 2026."""
    time_machine.move_to(at(20), tick=False)


@pytest.fixture(params=["hwe_icb", "west_essex_ccg", "millbrook"])
def at_each_body(request: pytest.FixtureRequest, body: Body) -> Body:
    """The body under each of the three policies."""
    body.profile_key = request.param
    body.save()
    return body


@pytest.fixture
def begin(client_for: Callable[..., Client], people: dict[str, Any]) -> Callable[..., Person]:
    """Somebody who opens a form that ships."""

    def start(body: Body, form: str) -> Person:
        page = build_form_page(body.site.root_page, form)
        return Person(client_for(body), f"/{page.slug}/").follow("Start now")

    return start


def go_through(
    person: Person, until: str = "Check your answers", pages: int | None = None, **given: str
) -> list[str]:
    """Answer page after page with what is given, else as usual; the headings on the way."""
    answers, headings = USUAL | given, []
    while person.h1 != until and len(headings) != pages:
        assert len(headings) < 40, headings
        headings.append(person.h1)
        form = person.page.main.find("form", method="post")
        named = {field.get("name") for field in form.find_all(["input", "textarea", "select"])}
        here = {key: text for key, text in answers.items() if key.replace("__", "-") in named}
        person.send("Continue" if "file" in named else "", **here)
        assert person.problems == [], (person.h1, person.problems)
    return headings


@pytest.mark.requirement("AN-1", "IN-1")
def test_an_anonymous_complaint_is_taken_in_and_no_date_is_owed(
    at_each_body: Body, begin: Callable[..., Person]
) -> None:
    person = begin(at_each_body, "complaint")
    go_through(person)
    assert person.send().h1 == "Complaint sent"
    case = Case.objects.get()
    assert (case.kind, case.anonymous, case.channel) == ("complaint", True, "website")
    clocks = clock_readings(case, as_of=at(20)).by_name()
    for name in ("acknowledgement", "statutory_response"):
        assert clocks[name].state == "not_applicable"


@pytest.mark.requirement("OT-1", "OT-3")
def test_a_late_complaint_is_told_of_the_time_limit_and_taken_in_all_the_same(
    at_each_body: Body, begin: Callable[..., Person]
) -> None:
    person, here, following = find(begin(at_each_body, "complaint"), "event_date-year")
    late = {"event_date__year": "2024", "late_reason": "I was too ill."}
    assert between(person, here, following, event_date__year="2026") == []
    assert len(between(person, here, following, **late)) == 1
    go_through(person, **late)
    assert person.send().h1 == "Complaint sent"
    case = Case.objects.get()
    assert case.state == "received"
    asked = {one.label: one.lines for one in case.submission.questions_and_answers()}
    assert ("I was too ill.",) in asked.values()


def find(person: Person, question: str) -> tuple[Person, str, str]:
    """Go as far as ``question``: the person, the address there, and the page that usually follows.

    Everything before is answered as usual.
    """
    while not person.page.main.find(attrs={"name": question}):
        assert go_through(person, pages=1), f"no page asks for {question}"
    here = person.address
    go_through(person, pages=1)
    return person, here, person.h1


def between(person: Person, address: str, following: str, **given: str) -> list[str]:
    """The pages that an answer at ``address`` brings before the one that usually follows."""
    return go_through(person.go(address), until=following, **given)[1:]


@pytest.mark.requirement("XG-8", "EX-1", "EX-2")
def test_who_answers_for_general_practice_is_shown_where_the_body_does_not(
    at_each_body: Body, begin: Callable[..., Person]
) -> None:
    at_question = find(begin(at_each_body, "complaint"), "service")
    for service in ("gp", "dentist", "pharmacy", "optician"):
        more = between(*at_question, service=service)
        assert len(more) == (at_each_body.profile_key != "hwe_icb"), service


@pytest.mark.requirement("EX-1", "XG-1", "XG-2", "XG-4", "XG-5", "XG-7", "XG-10", "EX-3")
def test_whoever_has_another_way_is_shown_it_and_not_turned_away(
    at_each_body: Body, begin: Callable[..., Person]
) -> None:
    at_question = find(begin(at_each_body, "complaint"), "other_way")
    for way in (
        "none",
        "investigated",
        "ombudsman",
        "own_records",
        "information_request",
        "employment",
        "funding",
    ):
        assert len(between(*at_question, other_way=way)) == (way != "none"), way


@pytest.mark.requirement("IN-2", "IN-3")
@pytest.mark.parametrize("wish", ["concern", "complaint"])
def test_the_wish_of_the_person_decides_between_concern_and_complaint(
    at_each_body: Body, begin: Callable[..., Person], wish: str
) -> None:
    person = begin(at_each_body, "concern")
    go_through(person, which_way=wish, your_name="Nia Sample")
    person.send()
    assert Case.objects.get().kind == wish
