"""Save and come back later: by code in any browser, by a link that works once."""

import logging
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail, serializers
from django.test import Client
from django.utils import timezone

from feedback_forms.models import Draft, FormPage, ResumeCode, ResumeLink, Submission
from permissions import outbox
from permissions.models import Body, OutboxItem, ThrottleWindow
from tests.feedback_forms.browsing import Person

pytestmark = [pytest.mark.django_db, pytest.mark.acceptance("F38")]
FORM = "/for-someone-else/"
SAVE = "Save and come back later"
LINK = re.compile(r"http://hwe\.localhost(/for-someone-else/resume/[\w-]+/)")


@pytest.fixture
def person(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody who has answered the first page and stands on the second."""
    return Person(client_for(body), FORM).follow("Start now").send(reason="asked")


@pytest.fixture
def elsewhere(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Person:
    """The same person in another browser."""
    return Person(client_for(body), FORM)


def code_of(person: Person) -> str:
    return person.page.select_one(".candour-code").get_text(strip=True)


def mailed_link(person: Person, address: str = "ana@example.org") -> str:
    """Ask for the link on the page that offers it; the path in the mail that comes."""
    person.send(email=address, safe="yes")
    return link_that_comes()


def link_that_comes() -> str:
    outbox.work()
    found = LINK.search(str(mail.outbox[-1].body))
    assert found
    return found.group(1)


def saved(person: Person) -> Person:
    return person.send(SAVE, your_name="Ana", your_email="")


def test_from_a_question_page_the_answer_is_saved_and_a_code_is_shown(person: Person) -> None:
    saved(person)
    assert person.h1 == "Save and come back later"
    assert re.fullmatch(r"(\w{4}-){3}\w{4}", code_of(person))
    draft = Draft.objects.get()
    assert draft.answers == {"reason": "asked", "your_name": "Ana"}
    assert "about-you" in draft.done_pages
    assert "http://hwe.localhost/for-someone-else/resume/" in person.text
    assert person.page.select_one(".nhsuk-back-link")


def test_a_page_left_half_way_keeps_what_is_there_and_complains_about_nothing(
    person: Person,
) -> None:
    person.send(SAVE, your_name="", your_email="ana@example.org")
    assert person.h1 == "Save and come back later"
    draft = Draft.objects.get()
    assert draft.answers == {"reason": "asked", "your_email": "ana@example.org"}
    assert draft.done_pages == ["why"]
    person.follow("carry on now")
    assert person.page.find(id="id_your_email")["value"] == "ana@example.org"


def test_what_cannot_be_kept_is_said_before_somebody_leaves(person: Person) -> None:
    person.send(SAVE, your_name="Ana", your_email="ana at home")
    assert person.problems == [
        "Enter an email address in the correct format, like name@example.com"
    ]
    assert person.page.find(id="id_your_name")["value"] == "Ana"


def test_every_question_page_and_the_check_offer_it(person: Person) -> None:
    assert person.page.find("button", string=re.compile(SAVE))
    person.send(your_name="Ana", your_email="").send(story="It went wrong.")
    assert person.h1 == "Check your answers"
    assert person.follow(SAVE).h1 == SAVE


def test_the_code_opens_the_answers_in_another_browser(person: Person, elsewhere: Person) -> None:
    code = code_of(saved(person))
    elsewhere.follow("carry on with your code").send(code=code)
    assert elsewhere.h1 == "What happened?"
    elsewhere.send(story="It went wrong.").send()
    assert elsewhere.h1 == "Complaint sent"
    assert Submission.objects.get().answers["your_name"] == "Ana"
    assert person.go(FORM + "check-answers/").h1 == "Complaint sent"


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code} \t"]
)
def test_the_code_is_taken_with_spaces_dashes_and_small_letters(
    person: Person, elsewhere: Person, typed: Callable[[str], str]
) -> None:
    code = typed(code_of(saved(person)))
    assert elsewhere.go(FORM + "resume/").send(code=code).h1 == "What happened?"


def test_the_code_is_the_same_each_time_and_stored_nowhere(person: Person) -> None:
    code = code_of(saved(person))
    assert code_of(person.go(FORM + "save-for-later/")) == code
    assert ResumeCode.objects.count() == 1
    for model in (ResumeCode, ResumeLink, Draft, OutboxItem, ThrottleWindow):
        kept = serializers.serialize("json", model.objects.all())
        assert code not in kept
        assert code.replace("-", "") not in kept


def test_a_wrong_code_says_so_and_an_empty_one_is_asked_for(elsewhere: Person) -> None:
    elsewhere.go(FORM + "resume/")
    assert elsewhere.send(code="").problems == ["Enter your code"]
    [problem] = elsewhere.send(code="K7QM-3XTC-9PDR-W4HN").problems
    assert problem.startswith("No saved answers were found with this code")
    assert elsewhere.page.find(id="id_code")["value"] == "K7QM-3XTC-9PDR-W4HN"


def test_the_code_of_answers_that_were_sent_says_so(person: Person, elsewhere: Person) -> None:
    code = code_of(saved(person))
    person.follow("carry on now").send(story="It went wrong.").send()
    elsewhere.go(FORM + "resume/").send(code=code)
    assert elsewhere.problems == [
        "The answers of this code were sent already. They cannot be changed here"
    ]


def test_a_code_cannot_be_guessed_by_trying(person: Person, elsewhere: Person) -> None:
    code = code_of(saved(person))
    elsewhere.go(FORM + "resume/")
    for _ in range(10):
        assert elsewhere.send(code="K7QM-3XTC-9PDR-W4HN").status == 200
    elsewhere.send(code=code)
    assert elsewhere.status == 429
    assert elsewhere.problems == ["You have tried too many times. Wait 15 minutes, then try again"]
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert elsewhere.send(code=code).h1 == "What happened?"


def test_a_code_of_another_body_opens_nothing(
    person: Person, elsewhere: Person, body: Body
) -> None:
    code = code_of(saved(person))
    other = Body.objects.create(key="we", name="Other", profile_key="west_essex_ccg")
    Draft.objects.update(body=other)
    assert elsewhere.go(FORM + "resume/").send(code=code).problems


def test_whether_a_message_is_safe_is_asked_before_any_is_sent(person: Person) -> None:
    saved(person)
    person.send(email="ana@example.org")
    assert person.problems == ["Select yes if it is safe to send a message to this address"]
    person.send(email="ana@example.org", safe="no")
    assert "No message is sent. Use the code to come back" in person.text
    outbox.work()
    assert mail.outbox == []
    assert ResumeLink.objects.count() == 0


def test_the_mailed_link_says_nothing_of_the_answers(person: Person) -> None:
    saved(person)
    link = mailed_link(person)
    [message] = mail.outbox
    assert message.to == ["ana@example.org"]
    assert message.subject == "Your link to carry on"
    for word in ("omplain", "Ana", "asked", "NHS"):
        assert word not in message.subject + str(message.body).replace("someone-else", "")
    token = link.rstrip("/").rsplit("/", 1)[1]
    for model in (ResumeLink, OutboxItem):
        assert token not in serializers.serialize("json", model.objects.all())


def test_looking_at_the_link_uses_nothing_up_and_shows_no_answer(
    person: Person, elsewhere: Person
) -> None:
    saved(person)
    link = mailed_link(person)
    for _ in range(3):
        elsewhere.go(link)
        assert elsewhere.h1 == "Carry on with saved answers"
        assert "Ana" not in elsewhere.text
    assert ResumeLink.objects.get().used_at is None
    assert elsewhere.client.get(link).headers["Referrer-Policy"] == "same-origin"


def test_the_button_of_the_link_opens_the_answers_once(
    person: Person, elsewhere: Person, body: Body, client_for: Callable[..., Client]
) -> None:
    saved(person)
    link = mailed_link(person)
    assert elsewhere.go(link).send("Carry on").h1 == "What happened?"
    third = Person(client_for(body), link)
    assert third.h1 == "This link was used already"
    assert "Ana" not in third.text
    assert elsewhere.go(link).follow("go on with them").h1 == "What happened?"


def test_a_button_pressed_after_somebody_else_pressed_it_explains_itself(
    person: Person, elsewhere: Person, body: Body, client_for: Callable[..., Client]
) -> None:
    saved(person)
    link = mailed_link(person)
    late = Person(client_for(body), link)
    elsewhere.go(link).send("Carry on")
    assert late.send("Carry on").h1 == "This link was used already"


def test_a_link_expires_says_so_and_can_be_sent_again_to_the_same_address(
    person: Person, elsewhere: Person
) -> None:
    saved(person)
    link = mailed_link(person)
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        elsewhere.go(link)
        assert elsewhere.h1 == "This link is too old"
        assert "ana@example.org" not in elsewhere.text
        elsewhere.send("Email me a new link")
        assert "We are sending the link. It works once, until" in elsewhere.text
        new = link_that_comes()
        assert mail.outbox[-1].to == ["ana@example.org"]
        assert new != link
        assert elsewhere.go(new).send("Carry on").h1 == "What happened?"


def test_a_link_that_never_was_and_one_whose_answers_are_gone_get_the_same_page(
    person: Person, elsewhere: Person
) -> None:
    saved(person)
    link = mailed_link(person)
    unknown = elsewhere.go(FORM + "resume/nothing-of-the-kind/").text
    assert elsewhere.h1 == "This link does not work"
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert elsewhere.go(link).text == unknown


def test_a_link_to_answers_that_were_sent_says_so(person: Person, elsewhere: Person) -> None:
    saved(person)
    link = mailed_link(person)
    person.follow("carry on now").send(story="It went wrong.").send()
    assert elsewhere.go(link).h1 == "These answers were sent already"
    assert not elsewhere.page.main.find("form")


def test_nobody_can_have_an_address_flooded(person: Person) -> None:
    saved(person)
    for _ in range(5):
        assert "We are sending" in person.send(email="ana@example.org", safe="yes").text
    [problem] = person.send(email="ANA@example.org", safe="yes").problems
    assert problem.startswith("Links were sent to this address several times today")
    assert ResumeLink.objects.count() == 5


def test_a_link_whose_answers_were_sent_meanwhile_is_not_mailed(person: Person) -> None:
    saved(person)
    person.send(email="ana@example.org", safe="yes")
    person.follow("carry on now").send(story="It went wrong.").send()
    outbox.work()
    assert [message.subject for message in mail.outbox if "link" in message.subject] == []


def test_with_the_mail_server_away_the_same_link_goes_out_later(
    person: Person, elsewhere: Person, settings
) -> None:
    saved(person)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    person.send(email="ana@example.org", safe="yes")
    outbox.work()
    assert outbox.undelivered() == 1
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    outbox.work(now=OutboxItem.objects.get(topic="send_resume_link").next_try_at)
    link = LINK.search(str(mail.outbox[-1].body))
    assert link
    assert elsewhere.go(link.group(1)).send("Carry on").h1 == "What happened?"


def test_a_changed_secret_of_the_server_kills_no_link_on_its_way_and_no_code(
    person: Person, elsewhere: Person, settings
) -> None:
    code = code_of(saved(person))
    person.send(email="ana@example.org", safe="yes")
    settings.SECRET_KEY = "another secret"
    link = link_that_comes()
    assert elsewhere.go(link).send("Carry on").h1 == "What happened?"
    assert elsewhere.go(FORM + "resume/").send(code=code).h1 == "What happened?"


def test_coming_back_keeps_the_answers_for_longer(person: Person, elsewhere: Person) -> None:
    code = code_of(saved(person))
    with time_machine.travel(timezone.now() + timedelta(days=13)):
        elsewhere.go(FORM + "resume/").send(code=code)
    with time_machine.travel(timezone.now() + timedelta(days=26)):
        assert elsewhere.go(FORM + "resume/").send(code=code).h1 == "What happened?"


def test_after_fourteen_days_the_code_opens_nothing(person: Person, elsewhere: Person) -> None:
    code = code_of(saved(person))
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1)):
        assert elsewhere.go(FORM + "resume/").send(code=code).problems


def test_answers_of_two_forms_in_one_browser_are_both_kept(
    person: Person, elsewhere: Person
) -> None:
    code = code_of(saved(person))
    elsewhere.follow("Start now").send(reason="lacks_capacity")
    elsewhere.go(FORM + "resume/").send(code=code)
    assert elsewhere.h1 == "What happened?"
    elsewhere.go(FORM).send("Go on with the answers begun on")
    assert elsewhere.h1 == "Upload proof that you can act for them (optional)"


def test_codes_and_links_stand_in_no_address_and_no_log(
    person: Person, elsewhere: Person, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        code = code_of(saved(person))
        link = mailed_link(person)
        elsewhere.go(FORM + "resume/").send(code=code.lower() + "x")
        elsewhere.send(code=code)
        assert code not in elsewhere.address
        elsewhere.go(link).send("Carry on")
        elsewhere.go(link)
    token = link.rstrip("/").rsplit("/", 1)[1]
    for secret in (code, code.lower(), code.replace("-", ""), token):
        assert secret not in caplog.text


def test_saving_without_an_answer_leads_to_the_start(elsewhere: Person) -> None:
    assert elsewhere.go(FORM + "save-for-later/").h1 == "Complain for someone else"
