"""Figures of the survey and of the equality questions: counts, and nobody behind them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from feedback_forms.models import EqualityAnswers, FormVersion, Submission
from feedback_forms.shipping import build_form_page
from permissions.models import Body
from tests.feedback_forms.browsing import Person
from tests.workspace_people import at


@pytest.fixture(autouse=True)
def in_december(time_machine: Any) -> None:
    """Friday 4 December 2026."""
    time_machine.move_to(at(4, month=12), tick=False)


@pytest.fixture(params=["hwe_icb", "west_essex_ccg", "millbrook"])
def at_each_body(request: pytest.FixtureRequest, body: Body) -> Body:
    """The body under each of the three policies."""
    body.profile_key = request.param
    body.save()
    return body


@pytest.fixture
def survey(body: Body, people: dict[str, Any]) -> FormVersion:
    """The survey that ships, as it is published."""
    return FormVersion.in_force(build_form_page(body.site.root_page, "survey"))


@pytest.fixture
def desk(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The officer's."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


def told(body: Body, version: FormVersion, times: int, month: int = 11, **answers: str) -> None:
    """So many people told the same of themselves in a month of 2026."""
    for _ in range(times):
        EqualityAnswers.objects.create(
            body=body, form_version=version, month=date(2026, month, 1), answers=answers
        )


def answered(body: Body, version: FormVersion, times: int, **answers: str) -> None:
    """So many people answered the survey alike in November."""
    for _ in range(times):
        number = Submission.objects.count() + 1
        Submission.objects.create(
            body=body,
            form_version=version,
            kind="survey",
            reference=f"SECRET-{number}",
            received_at=at(20),
            answers=answers,
        )


def tables(desk: Client, **query: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The caption of each table → the head of each row → its cells."""
    page = desk.get(reverse("staff_workspace:what_people_told"), query)
    soup = BeautifulSoup(page.content, "html.parser")
    found = {}
    for table in soup.select("main table"):
        caption = " ".join(table.caption.get_text().split())
        rows = table.select("tbody tr")
        found[caption] = {
            row.th.get_text(): tuple(cell.get_text() for cell in row.select("td")) for row in rows
        }
    return found


@pytest.mark.requirement("EQ-1")
def test_a_body_sees_who_told_of_themselves_with_small_numbers_hidden(
    at_each_body: Body, survey: FormVersion, desk: Client, people: dict[str, Any]
) -> None:
    told(at_each_body, survey, 7, sex="female")
    told(at_each_body, survey, 3, sex="male")
    told(at_each_body, survey, 2, sex="prefer_not")
    told(at_each_body, survey, 2, month=10, sex="female")
    shown = tables(desk)
    assert shown["By month"] == {
        "October 2026": ("0", "fewer than 5"),
        "November 2026": ("0", "12"),
    }
    sex = shown["What is your sex? Answered: 14"]
    assert sex["Female"] == ("9",)
    assert sex["Male"] == ("fewer than 5",)
    assert sex["Prefer not to say"] == ("fewer than 5",)


@pytest.mark.requirement("EQ-1", "SV-1")
def test_another_bodys_answers_and_other_years_are_not_counted(
    body: Body, survey: FormVersion, desk: Client, people: dict[str, Any]
) -> None:
    told(body, survey, 6, month=3, sex="female")
    site = Site.objects.create(hostname="other.localhost", root_page=body.site.root_page)
    other = Body.objects.create(
        key="other", name="Other", short_name="Other", site=site, profile_key="millbrook"
    )
    told(other, survey, 9, sex="male")
    answered(other, survey, 9, listened_to="agree")
    assert "By month" not in tables(desk)
    assert tables(desk, year="2025")["By month"] == {"March 2026": ("0", "6")}
    assert desk.get(reverse("staff_workspace:what_people_told"), {"year": "x"}).status_code == 404


@pytest.mark.requirement("SV-1")
def test_the_survey_is_counted_question_by_question(
    at_each_body: Body, survey: FormVersion, desk: Client, people: dict[str, Any]
) -> None:
    answered(at_each_body, survey, 8, listened_to="agree", survey_about="concern")
    answered(at_each_body, survey, 5, listened_to="disagree", could_be_better="Ring Owen Example")
    shown = tables(desk)
    listened = shown["I felt that somebody listened to me Answered: 13"]
    assert listened["Agree"] == ("8",)
    assert listened["Disagree"] == ("5",)
    assert listened["Partly agree"] == ("0",)
    about = shown["What did you contact us about? Answered: 8"]
    assert about["A concern or a question to PALS"] == ("8",)


@pytest.mark.requirement("EQ-1", "SV-1")
def test_the_page_leads_to_no_case_and_holds_no_words_of_anybody(
    body: Body, survey: FormVersion, desk: Client, people: dict[str, Any]
) -> None:
    answered(body, survey, 6, listened_to="agree", could_be_better="Ring Owen Example")
    page = desk.get(reverse("staff_workspace:what_people_told")).content.decode()
    assert "SECRET-" not in page
    assert "Owen Example" not in page
    links = [a.get("href", "") for a in BeautifulSoup(page, "html.parser").main.find_all("a")]
    assert not [link for link in links if "/cases/" in link and link.rstrip("/")[-5:] != "cases"]


@pytest.mark.requirement("EQ-1")
def test_who_may_not_see_figures_does_not_find_the_page(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["signatory"])
    assert client.get(reverse("staff_workspace:what_people_told")).status_code == 404
    client.force_login(people["officer"])
    assert (
        "Survey and equality figures"
        in client.get(reverse("staff_workspace:reports")).content.decode()
    )


@pytest.mark.requirement("EQ-1", "SV-1")
def test_what_somebody_sends_in_the_browser_is_counted_once(
    body: Body, survey: FormVersion, desk: Client, client_for: Callable[..., Client]
) -> None:
    person = Person(client_for(body), "/survey/").follow("Start now")
    person.send(survey_about="complaint")
    while person.h1 != "Check your answers":
        person.send()
    person.send().follow("Answer questions about you").send(sex="female")
    shown = tables(desk)
    assert shown["By month"] == {"December 2026": ("fewer than 5", "fewer than 5")}
    about = shown["What did you contact us about? Answered: fewer than 5"]
    assert about["A complaint"] == ("fewer than 5",)
