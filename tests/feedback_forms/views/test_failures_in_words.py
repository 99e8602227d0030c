"""When something fails, the page says what happened to the answers, and they can be resumed."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from django.test import Client

from feedback_forms.models import Draft, FormPage
from permissions.models import Body
from tests.architecture.house import ROOT
from tests.feedback_forms.browsing import Person

pytestmark = [pytest.mark.acceptance("F45")]
ASK = """
import django
django.setup()
from django.test import Client
client = Client(raise_request_exception=False)
answer = client.get("/complain/for-yourself/why/", headers={"host": "hwe.localhost"})
print(answer.status_code, answer.content.decode())
"""


@pytest.fixture
def person(form_page: FormPage, body: Body, client_for: Callable[..., Client]) -> Person:
    """Somebody who has answered the first page."""
    return Person(client_for(body), "/for-someone-else/why/").send(reason="asked")


@pytest.mark.django_db
def test_more_than_a_page_can_send_is_refused_in_words_and_the_answers_stay(
    person: Person, settings
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
    person.send(your_name="x" * 3_000_000, your_email="")
    assert person.status == 413
    assert "The answers you gave on the pages before it are kept" in person.text
    assert Draft.objects.get().answers == {"reason": "asked"}
    assert person.go("/for-someone-else/").follow("Go on with your answers").h1 == "About you"


@pytest.mark.django_db
def test_a_page_below_the_form_that_is_none_leads_back_to_the_answers(person: Person) -> None:
    assert person.go("/for-someone-else/no-such-page/").status == 404
    assert "Nothing is lost: the answers you gave are saved" in person.text
    assert person.title.startswith("Page not found")
    assert person.follow("Go on with your answers").h1 == "About you"


@pytest.mark.django_db
def test_a_stale_token_on_the_way_back_says_that_nothing_was_lost(
    form_page: FormPage, body: Body, client_for: Callable[..., Client]
) -> None:
    person = Person(client_for(body, enforce_csrf_checks=True), "/for-someone-else/resume/")
    person.send(csrfmiddlewaretoken="stale", code="K7QM-3XTC-9PDR-W4HN")
    assert person.status == 403
    assert "the answers you had given on earlier pages are kept" in person.text


def test_with_the_database_away_the_page_says_that_the_answers_are_kept() -> None:
    """A process of its own, whose database server does not answer."""
    away = {
        "DJANGO_SETTINGS_MODULE": "public_site.settings.dev",
        "CANDOUR_DATABASE_URL": "postgresql://nobody@/nothing?host=/nowhere",
    }
    told = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**os.environ, **away},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.startswith("500 ")
    assert "the answers you had sent us so far are kept" in told
    assert "Try again in a few minutes" in told
