"""Filling in a form page by page, without JavaScript."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from feedback_forms.actions.open_receipt import open_receipt
from feedback_forms.models import Draft, FormPage, Submission
from permissions.models import Body
from tests.feedback_forms.browsing import Person

pytestmark = pytest.mark.django_db
STORY = "The clinic lost the referral.\nNobody called back."


@pytest.fixture
def person(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody on the start page, in a browser of their own."""
    return Person(client_for(body), "/for-someone-else/")


def at_check_answers(person: Person) -> Person:
    person.follow("Start now").send(reason="asked")
    person.send(your_name="Ana O’Brien", your_email="").send(story=STORY)
    assert person.h1 == "Check your answers"
    return person


def test_a_complaint_is_sent_page_by_page(person: Person) -> None:
    person.follow("Start now")
    assert person.h1 == "Why are you complaining for them?"
    person.send(reason="asked")
    assert person.h1 == "About you"
    person.send(your_name="Ana O’Brien", your_email="ana@example.org").send(story=STORY)
    assert "Nothing is sent until you select “Send your complaint”" in person.text
    person.send()
    assert person.h1 == "Complaint sent"
    assert "HWE-" in person.text
    assert "within 3 working days" in person.text
    received = Submission.objects.get()
    assert received.answers["story"] == STORY
    assert received.draft.sent_at


@pytest.mark.acceptance("F36")
def test_the_confirmation_may_be_loaded_again_but_not_by_anybody_else(
    person: Person, body: Body, client_for: Callable[..., Client]
) -> None:
    at_check_answers(person).send()
    code = person.page.select(".candour-receipt__key")[1].get_text()
    assert person.go(person.address).h1 == "Complaint sent"
    assert code in person.text
    assert open_receipt(reference=Submission.objects.get().reference, code=code, now=timezone.now())
    for said in ("We cannot show it again later", "within 3 working days", "01632 960 001"):
        assert said in person.text
    assert person.page.find("a", string="Tell us what you think of this form")
    assert client_for(body).get("/for-someone-else/sent/").status_code == 404


@pytest.mark.acceptance("F8")
def test_sending_again_after_going_back_is_the_same_complaint(person: Person) -> None:
    at_check_answers(person)
    before = person.page
    person.send()
    reference = Submission.objects.get().reference
    person.page, person.address = before, "/for-someone-else/check-answers/"
    person.send()
    assert reference in person.text
    assert Submission.objects.count() == 1
    assert person.go("/for-someone-else/check-answers/").h1 == "Complaint sent"


def test_an_answer_posted_again_after_sending_begins_nothing_new(person: Person) -> None:
    person.follow("Start now").send(reason="asked")
    person.send(your_name="Ana", your_email="")
    story_page, story_address = person.page, person.address
    person.send(story=STORY).send()
    person.page, person.address = story_page, story_address
    assert person.send(story="changed").h1 == "Complaint sent"
    assert Draft.objects.count() == 1


def test_a_second_complaint_begins_at_the_start_page(person: Person) -> None:
    at_check_answers(person).send()
    person.go("/for-someone-else/")
    at_check_answers(person).send()
    assert Submission.objects.count() == 2


@pytest.mark.acceptance("F11", "F13", "F5")
def test_a_page_without_its_answer_says_what_is_missing(person: Person) -> None:
    person.follow("Start now").send()
    assert person.problems == ["Select why you are complaining for them"]
    assert person.title == (
        "Error: Why are you complaining for them? – Complain for someone else – "
        "Hertfordshire and West Essex Integrated Care Board"
    )
    body = str(person.page.main)
    assert body.index("There is a problem") < body.index("<h1")
    assert Draft.objects.count() == 0


@pytest.mark.acceptance("F15")
def test_what_was_rejected_still_stands_there(person: Person) -> None:
    person.follow("Start now").send(reason="asked")
    person.send(your_name="Ana", your_email="ana at home")
    assert person.page.find(id="id_your_email")["value"] == "ana at home"
    assert person.page.find(id="id_your_name")["value"] == "Ana"


@pytest.mark.acceptance("F7")
def test_back_restores_the_answers_and_stands_before_main(person: Person) -> None:
    at_check_answers(person)
    html = str(person.page)
    assert html.index("nhsuk-back-link") < html.index("<main")
    person.follow("Back")
    assert person.page.textarea.get_text().strip() == STORY
    person.follow("Back").follow("Back")
    assert person.page.find("input", value="asked").has_attr("checked")
    assert person.follow("Back").h1 == "Complain for someone else"


@pytest.mark.acceptance("F6")
@pytest.mark.parametrize(("step", "tag"), [("why", "legend"), ("what-happened", "label")])
def test_the_only_question_is_the_heading(person: Person, step: str, tag: str) -> None:
    at_check_answers(person).go(f"/for-someone-else/{step}/")
    assert len(person.page.find_all("h1")) == 1
    assert person.page.h1.find_parent("legend") or person.page.h1.find("label")


@pytest.mark.acceptance("F32")
def test_a_change_leads_back_to_check_answers(person: Person) -> None:
    at_check_answers(person).follow("Change your answer to: What happened?")
    person.send(story="Told again.")
    assert person.h1 == "Check your answers"
    assert "Told again." in person.text


@pytest.mark.acceptance("F32")
def test_a_change_asks_what_it_newly_makes_necessary(person: Person) -> None:
    at_check_answers(person).follow("Change your answer to: Why are you complaining for them?")
    person.send(reason="lacks_capacity")
    assert person.h1 == "Upload proof that you can act for them (optional)"
    person.send("Continue")
    assert person.h1 == "Check your answers"


@pytest.mark.acceptance("F31")
def test_every_change_link_has_a_name_of_its_own_and_a_skipped_answer_is_told(
    person: Person,
) -> None:
    at_check_answers(person)
    names = [
        " ".join(link.get_text().split())
        for link in person.page.select("dd a")
        if "Change" in str(link)
    ]
    assert len(set(names)) == len(names) == 4
    assert "Your email address Not provided" in person.text


def test_pages_that_are_not_yet_due_lead_to_the_one_that_is(person: Person) -> None:
    assert person.go("/for-someone-else/what-happened/").h1 == "Complain for someone else"
    person.go("/for-someone-else/why/").send(reason="asked")
    assert person.go("/for-someone-else/check-answers/").h1 == "About you"
    assert person.go("/for-someone-else/authority/").h1 == "About you"


@pytest.mark.parametrize("step", ["nothing", "why/more", "authority/remove/x", "sent", "a/b/c/d"])
def test_an_address_that_is_none_is_not_found(person: Person, step: str) -> None:
    assert person.go(f"/for-someone-else/{step}/").status == 404


def test_other_ways_of_asking_are_refused(person: Person) -> None:
    assert person.client.put("/for-someone-else/why/").status_code == 405


def test_two_tabs_do_not_undo_each_other(person: Person) -> None:
    person.follow("Start now").send(reason="asked")
    about_you, address = person.page, person.address
    person.send(your_name="Ana", your_email="").send(story=STORY)
    person.page, person.address = about_you, address
    person.send(your_name="Ana Maria", your_email="")
    answers = Draft.objects.get().answers
    assert (answers["your_name"], answers["story"]) == ("Ana Maria", STORY)


@pytest.mark.acceptance("F39")
def test_nineteen_idle_hours_lose_nothing(person: Person) -> None:
    person.follow("Start now").send(reason="asked")
    with time_machine.travel(timezone.now() + timedelta(hours=19)):
        person.send(your_name="Ana", your_email="")
        assert person.h1 == "What happened?"


def test_the_start_page_leads_back_to_answers_already_given(person: Person) -> None:
    person.follow("Start now").send(reason="asked")
    person.go("/for-someone-else/").follow("Go on with your answers")
    assert person.h1 == "About you"


@pytest.mark.acceptance("F41")
def test_the_same_help_stands_on_every_step(person: Person) -> None:
    seen = [person.page.select_one(".candour-help").get_text()]
    at_check_answers(person)
    seen.append(person.page.select_one(".candour-help").get_text())
    person.send()
    seen.append(person.page.select_one(".candour-help").get_text())
    assert len(set(seen)) == 1
    assert "01632 960 001" in seen[0]
    assert "large print" in seen[0]


@pytest.mark.acceptance("F26")
def test_who_helps_at_once_stands_before_the_box_for_the_story(person: Person) -> None:
    at_check_answers(person).go("/for-someone-else/what-happened/")
    html = str(person.page.main)
    for who in ("999", "111", "GP", "Samaritans"):
        assert html.index(who) < html.index("<textarea")


def test_nothing_of_a_form_is_kept_by_the_browser(person: Person) -> None:
    response = person.client.get("/for-someone-else/why/")
    assert "no-store" in response.headers["Cache-Control"]


def test_an_unpublished_form_is_not_found(person: Person, form_page: FormPage) -> None:
    form_page.unpublish()
    assert person.go("/for-someone-else/why/").status == 404
