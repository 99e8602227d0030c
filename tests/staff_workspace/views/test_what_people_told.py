"""Figures of the survey and of the equality questions: counts, and nobody behind them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from feedback_forms.models import EqualityAnswers, FormVersion, Submission
from feedback_forms.shipping import build_form_page
from permissions.models import Body
from staff_workspace.models import Case, CaseEvent
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
    assert tables(desk, period="2025")["By month"] == {"March 2026": ("0", "6")}
    assert desk.get(reverse("staff_workspace:what_people_told"), {"period": "x"}).status_code == 404


HALVES = ["Whole year", "April to September 2025", "October 2025 to March 2026"]


def summary(desk: Client, **query: str) -> dict[str, str]:
    """Asked and answered, as the page says it."""
    page = desk.get(reverse("staff_workspace:what_people_told"), query)
    rows = BeautifulSoup(page.content, "html.parser").select(".nhsuk-summary-list__row")
    return {row.dt.get_text(): row.dd.get_text() for row in rows}


def periods(desk: Client, **query: str) -> dict[str, list[str]]:
    """The tabs: what a kind of period is called → its periods."""
    page = desk.get(reverse("staff_workspace:what_people_told"), query)
    found = BeautifulSoup(page.content, "html.parser").select(".candour-tabs")
    return {nav["aria-label"]: [a.get_text() for a in nav.select("a")] for nav in found}


def asked(case: Case, times: int, on: datetime) -> None:
    """So many times somebody was asked how it was; one case stands for all."""
    for _ in range(times):
        CaseEvent.objects.create(
            case=case, name="survey_asked", at=on, title="Asked", by_name="-", recorded_at=on
        )


@pytest.mark.requirement("SV-1")
def test_each_body_sees_the_periods_that_its_policy_reports_by(
    at_each_body: Body, desk: Client
) -> None:
    years = ["2026-27", "2025-26", "2024-25"]
    expected = {"Years": years}
    assert periods(desk, period="2025") == expected | (
        {"Year and half-years": HALVES} if at_each_body.profile_key == "west_essex_ccg" else {}
    )


@pytest.mark.requirement("SV-1")
def test_a_half_year_that_has_not_begun_is_not_shown(
    body: Body, client_for: Callable[..., Client], request: pytest.FixtureRequest, time_machine: Any
) -> None:
    body.profile_key = "west_essex_ccg"
    body.save()
    time_machine.move_to(at(30, month=9), tick=False)
    shown = periods(request.getfixturevalue("desk"))
    assert shown["Year and half-years"] == ["Whole year", "April to September 2026"]


@pytest.mark.requirement("SV-1")
def test_a_half_year_counts_its_own_months_and_nobody_of_themselves(
    body: Body, client_for: Callable[..., Client], request: pytest.FixtureRequest
) -> None:
    body.profile_key = "west_essex_ccg"
    body.save()
    desk, survey = (request.getfixturevalue(name) for name in ("desk", "survey"))
    case = request.getfixturevalue("make_case")()
    asked(case, 6, at(30, 23, month=9))
    asked(case, 9, at(1, 0, month=10))
    answered(body, survey, 7, listened_to="agree")
    told(body, survey, 7, month=8, sex="female")
    assert summary(desk) == {"Asked how it was": "15", "Answered the survey": "7"}
    half = summary(desk, period="2026-04")
    assert half == {"Asked how it was": "6", "Answered the survey": "0"}
    assert summary(desk, period="2026-10") == {"Asked how it was": "9", "Answered the survey": "7"}
    assert not [name for name in tables(desk, period="2026-04") if "sex" in name or "month" in name]
    page = reverse("staff_workspace:what_people_told")
    assert desk.get(page, {"period": "2027-04"}).status_code == 404


@pytest.mark.requirement("SV-1")
def test_nothing_hidden_can_be_worked_out_from_a_year_and_its_half(
    body: Body, client_for: Callable[..., Client], request: pytest.FixtureRequest
) -> None:
    body.profile_key = "west_essex_ccg"
    body.save()
    desk, survey = (request.getfixturevalue(name) for name in ("desk", "survey"))
    case = request.getfixturevalue("make_case")()
    asked(case, 9, at(1, month=6))
    asked(case, 2, at(2, month=12))
    answered(body, survey, 9, listened_to="agree", survey_about="complaint")
    answered(body, survey, 6, listened_to="disagree", survey_about="complaint")
    Submission.objects.update(received_at=at(1, month=6))
    answered(body, survey, 5, survey_about="concern")
    answered(body, survey, 1, listened_to="disagree", survey_about="concern")
    assert summary(desk) == {"Asked how it was": "11", "Answered the survey": "21"}
    assert tables(desk)["I felt that somebody listened to me Answered: 16"]["Disagree"] == ("7",)
    for half, answers in (("2026-04", "15"), ("2026-10", "6")):
        assert summary(desk, period=half) == {
            "Asked how it was": "by year alone",
            "Answered the survey": answers,
        }
        shown = tables(desk, period=half)
        assert f"What did you contact us about? Answered: {answers}" in shown
        assert not [name for name in shown if "listened" in name]
        page = desk.get(reverse("staff_workspace:what_people_told"), {"period": half})
        said = BeautifulSoup(page.content, "html.parser").find(id="by-year")
        assert "could be worked out from the year and the other half" in said.get_text()
        assert said.find_next("li").get_text() == "I felt that somebody listened to me"


@pytest.mark.requirement("SV-1")
def test_how_many_were_asked_is_told_with_small_numbers_hidden(
    at_each_body: Body, desk: Client, make_case: Callable[..., Case]
) -> None:
    asked(make_case(), 3, at(2, month=12))
    shown = summary(desk)
    if at_each_body.profile_key == "millbrook":
        assert shown == {"Answered the survey": "0"}
        page = desk.get(reverse("staff_workspace:what_people_told")).content.decode()
        assert "The policy speaks of no survey: nobody is asked." in page
    else:
        assert shown == {"Asked how it was": "fewer than 5", "Answered the survey": "0"}


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
