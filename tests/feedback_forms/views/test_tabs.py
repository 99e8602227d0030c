"""Two tabs of one browser do not fight, whatever was opened, published or sent meanwhile."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from feedback_forms.blocks import stream_of
from feedback_forms.models import Draft, FormPage, Submission
from permissions.models import Body
from tests.feedback_forms.browsing import Person
from tests.feedback_forms.small_form import SMALL

pytestmark = pytest.mark.django_db
FORM = "/for-someone-else/"


@pytest.fixture
def chrome(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Client:
    """One browser; each tab is a Person in it."""
    return client_for(body)


def tab(chrome: Client, step: str = "why/") -> Person:
    return Person(chrome, FORM + step)


def publish(page: FormPage, **changed: str) -> None:
    """A new version, in which questions have other keys."""
    text = json.dumps(SMALL["pages"])
    for old, new in changed.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    page.pages = stream_of(json.loads(text))
    page.save_revision().publish()


def test_two_tabs_that_start_the_same_form_fill_in_one(chrome: Client) -> None:
    one, two = tab(chrome), tab(chrome)
    one.send(reason="asked")
    two.send(reason="asked")
    one.send(your_name="Ana", your_email="")
    two.send(your_name="Ana Maria", your_email="")
    two.send(story="It went wrong.").send()
    assert Draft.objects.count() == Submission.objects.count() == 1
    assert Submission.objects.get().answers["your_name"] == "Ana Maria"


def test_two_tabs_on_different_pages_keep_both_answers(chrome: Client) -> None:
    one = tab(chrome).send(reason="asked").send(your_name="Ana", your_email="")
    two = tab(chrome, "about-you/")
    one.send(story="It went wrong.")
    two.send(your_name="Ana Maria", your_email="ana@example.org")
    answers = Draft.objects.get().answers
    assert (answers["story"], answers["your_name"]) == ("It went wrong.", "Ana Maria")


@pytest.mark.acceptance("F8")
def test_sending_in_both_tabs_is_one_complaint(chrome: Client) -> None:
    one = tab(chrome).send(reason="asked").send(your_name="Ana", your_email="")
    one.send(story="It went wrong.")
    two = tab(chrome, "check-answers/")
    one.send()
    two.send()
    assert (one.h1, two.h1) == ("Complaint sent", "Complaint sent")
    assert Submission.objects.count() == 1


@pytest.mark.acceptance("F8")
def test_a_tab_left_open_at_the_check_sends_its_own_complaint_and_never_another(
    chrome: Client,
) -> None:
    first = tab(chrome).send(reason="asked").send(your_name="Ana", your_email="")
    first.send(story="The first story.")
    left_open = tab(chrome, "check-answers/")
    first.send()
    second = tab(chrome).send(reason="asked").send(your_name="Ana", your_email="")
    second.send(story="The second story.")
    left_open.send()
    assert left_open.h1 == "Complaint sent"
    assert Submission.objects.count() == 1
    second.send()
    stories = Submission.objects.order_by("pk").values_list("answers__story", flat=True)
    assert list(stories) == ["The first story.", "The second story."]


def test_a_tab_of_answers_that_are_not_open_any_more_mixes_nothing(
    chrome: Client, form_page: FormPage, body: Body, client_for: Callable[..., Client]
) -> None:
    old = tab(chrome).send(reason="asked")
    chrome.cookies.clear()
    tab(chrome).send(reason="lacks_capacity")
    old.send(your_name="Ana", your_email="ana@example.org")
    assert old.status == 409
    assert "Your answer was not saved" in old.problems[0]
    assert old.page.find(id="id_your_name")["value"] == "Ana"
    assert [draft.answers for draft in Draft.objects.order_by("pk")] == [
        {"reason": "asked"},
        {"reason": "lacks_capacity"},
    ]
    old.send(your_name="Ana", your_email="ana@example.org")
    assert Draft.objects.last().answers["your_name"] == "Ana"


def test_a_check_of_answers_that_are_not_open_any_more_sends_nothing(chrome: Client) -> None:
    old = tab(chrome).send(reason="asked").send(your_name="Ana", your_email="")
    old.send(story="It went wrong.")
    again = tab(chrome, "check-answers/")
    chrome.cookies.clear()
    old.send()
    assert (old.status, old.h1) == (409, "Carry on with saved answers")
    assert "Nothing was saved or sent" in old.problems[0]
    other = tab(chrome).send(reason="asked").send(your_name="Eve", your_email="")
    other.send(story="Another story.")
    again.send()
    assert "Nothing was sent" in again.problems[0]
    assert "Another story." in again.text
    assert Submission.objects.count() == 0


def test_a_tab_opened_before_a_new_version_is_answered_in_its_own(
    chrome: Client, form_page: FormPage
) -> None:
    old = tab(chrome)
    publish(form_page, why="causes", reason="cause")
    old.send(reason="asked")
    assert old.h1 == "About you"
    old.send(your_name="Ana", your_email="").send(story="It went wrong.").send()
    received = Submission.objects.get()
    assert received.form_version.number == 1
    assert received.answers["reason"] == "asked"


def test_somebody_half_way_stays_with_the_version_they_began(
    chrome: Client, form_page: FormPage
) -> None:
    person = tab(chrome).send(reason="asked")
    publish(form_page, your_name="full_name")
    person.send(your_name="Ana", your_email="").send(story="It went wrong.").send()
    assert Submission.objects.get().answers["your_name"] == "Ana"


@pytest.mark.parametrize("seen", ["0", "2", "99999999999", "x", "-1", "²"])
def test_a_version_that_nobody_can_have_seen_is_the_newest(
    chrome: Client, form_page: FormPage, seen: str
) -> None:
    publish(form_page, your_name="full_name")
    tab(chrome).send(reason="asked", version=seen)
    assert Draft.objects.get().form_version.number == 2


def test_a_version_replaced_long_ago_is_not_begun(chrome: Client, form_page: FormPage) -> None:
    old = tab(chrome)
    publish(form_page, your_name="full_name")
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        old.send(reason="asked")
    assert Draft.objects.get().form_version.number == 2


@pytest.mark.acceptance("F45")
def test_a_page_that_the_new_version_no_longer_has_says_where_the_answers_are(
    chrome: Client, form_page: FormPage
) -> None:
    person = tab(chrome).send(reason="asked")
    assert person.go(FORM + "gone/").status == 404
    assert "Nothing is lost" in person.text
    assert person.follow("Go on with your answers").h1 == "About you"
    chrome.cookies.clear()
    person.go(FORM + "gone/")
    assert "carry on with a code" in person.text
