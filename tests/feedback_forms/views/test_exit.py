"""Exit this page: the form is forgotten in this browser, and what was saved stays for its code."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page

from feedback_forms.models import Draft, FormPage
from feedback_forms.shipping import build_form_page
from permissions.models import Body
from tests.feedback_forms.browsing import Person

pytestmark = [pytest.mark.django_db, pytest.mark.acceptance("F42")]
FORM = "/for-someone-else/"


@pytest.fixture
def person(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody who has answered the first page."""
    return Person(client_for(body), FORM).follow("Start now").send(reason="asked")


def leave(person: Person, **more: str):
    """Press the button without JavaScript."""
    form = person.page.find("form", id="exit-form")
    data = {field["name"]: field["value"] for field in form.find_all("input", type="hidden")}
    return person.client.post(form["action"], {**data, **more})


def test_the_button_leads_to_a_harmless_page_and_this_browser_forgets(person: Person) -> None:
    response = leave(person)
    assert response.headers["Refresh"] == "0; url=https://www.bbc.co.uk/weather"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert not re.search("complain|form|answer|NHS", response.content.decode(), re.IGNORECASE)
    assert person.client.cookies["sessionid"].value == ""
    assert person.go(FORM + "about-you/").h1 == "Complain for someone else"
    assert "You have begun" not in person.text


def test_what_was_saved_stays_for_its_code(person: Person) -> None:
    person.send("Save and come back later", your_name="Ana", your_email="")
    code = person.page.select_one(".candour-code").get_text(strip=True)
    leave(person)
    assert Draft.objects.count() == 1
    assert person.go(FORM + "resume/").send(code=code).h1 == "What happened?"


def test_it_stands_on_every_page_before_main_with_a_link_among_the_skip_links(
    person: Person,
) -> None:
    for step in ("", "why/", "about-you/", "save-for-later/", "resume/", "nothing/"):
        html = str(person.go(FORM + step).page)
        assert html.index("Exit this page") < html.index("<main"), step
        skip = person.page.select_one("button.nhsuk-skip-link")
        assert (skip["form"], skip.get_text()) == ("exit-form", "Exit this page")
        assert html.index("Skip to main content") < html.index("candour-exit__skip")


def test_a_stale_token_holds_nobody_back(
    form_page: FormPage, body: Body, client_for: Callable[..., Client]
) -> None:
    person = Person(client_for(body, enforce_csrf_checks=True), FORM + "why/").send(reason="asked")
    response = leave(person, csrfmiddlewaretoken="stale")
    assert "Refresh" in response.headers
    assert person.go(FORM + "about-you/").h1 == "Complain for someone else"


def test_a_strangers_page_cannot_press_it_since_the_cookie_stays_at_home(settings) -> None:
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"


def test_opening_the_address_alone_forgets_nothing(person: Person) -> None:
    assert "Refresh" in person.client.get(FORM + "exit/").headers
    assert person.go(FORM + "about-you/").h1 == "About you"


def test_another_harmless_site_may_be_named(person: Person, settings) -> None:
    settings.CANDOUR_EXIT_TO = "https://www.example.org/"
    assert person.go(FORM).page.find(id="exit-form")["data-exit-to"] == "https://www.example.org/"
    assert leave(person).headers["Refresh"] == "0; url=https://www.example.org/"


def test_staff_stay_signed_in(person: Person, django_user_model) -> None:
    person.client.force_login(django_user_model.objects.create_user("officer"))
    person.go(FORM + "why/").send(reason="asked")
    leave(person)
    assert "_auth_user_id" in person.client.session
    assert "candour_forms" not in person.client.session


@pytest.mark.parametrize(
    ("form", "has_it"), [("complaint", True), ("concern", True), ("compliment", False)]
)
def test_complaints_and_concerns_have_it_and_praise_needs_none(
    body: Body, client_for: Callable[..., Client], form: str, has_it: bool
) -> None:
    page = build_form_page(Page.objects.get(pk=body.site.root_page_id), form)
    assert page.exit_button is has_it
    person = Person(client_for(body), f"/{page.slug}/")
    assert bool(person.page.find(id="exit-form")) is has_it
    assert ("press the Shift key 3 times" in person.text) is has_it
