"""Only cookies that a form cannot work without."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from feedback_forms.models import FormPage
from permissions.models import Body
from tests.feedback_forms.browsing import Person
from tests.feedback_forms.evidence.made_files import pdf

ESSENTIAL = {"csrftoken", "sessionid"}


@pytest.mark.django_db
@pytest.mark.acceptance("F43")
def test_a_whole_form_sets_the_two_essential_cookies_and_no_other(
    form_page: FormPage, body: Body, client_for: Callable[..., Client], settings, tmp_path: Path
) -> None:
    settings.CANDOUR_EVIDENCE_ROOT = tmp_path
    person = Person(client_for(body), "/for-someone-else/why/")
    assert set(person.client.cookies) == {"csrftoken"}
    person.send(reason="lacks_capacity")
    person.send("Add this file", file=SimpleUploadedFile("lpa.pdf", pdf()))
    assert "lpa.pdf was added" in person.text
    person.send("Continue").send("Save and come back later", your_name="Ana", your_email="")
    person.send(email="ana@example.org", safe="yes").follow("carry on now")
    person.send(story="It went wrong.").send()
    assert person.h1 == "Complaint sent"
    assert set(person.client.cookies) == ESSENTIAL
    for cookie in person.client.cookies.values():
        assert cookie["samesite"] == "Lax"
        assert cookie["domain"] == ""
    assert person.client.cookies["sessionid"]["httponly"]
