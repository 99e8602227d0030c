"""The builder's screens: map, tests, versions, previews; for editors of the page and nobody else."""

import copy
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page, ReferenceIndex
from wagtail.search.index import get_indexed_models

from feedback_forms.actions.receive_submission import receive_submission
from feedback_forms.blocks import stream_of
from feedback_forms.form_files import draft_from
from feedback_forms.models import FormPage, Submission
from permissions.models import Body
from tests.feedback_forms.small_form import ANSWERS, SMALL, finished_draft

pytestmark = pytest.mark.django_db

SCREENS = ["map/", "tests/", "versions/", "versions/1/", "export/"]


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_map_says_when_each_page_is_shown(editing: Client, form_page: FormPage) -> None:
    said = text_of(editing, f"/cms/forms/{form_page.pk}/map/")
    assert "Shown when “Why are you complaining for them?” is “They are not able to”" in said
    assert "It can be published" in said
    assert "Decides about: Upload proof that you can act for them" in said


def test_the_map_of_a_faulty_draft_lists_what_is_wrong(editing: Client, home: Page) -> None:
    form = copy.deepcopy(SMALL)
    form["pages"][1]["show_if"] = {"question": "gone", "is": ["x"]}
    said = text_of(editing, f"/cms/forms/{draft_from(home, form).pk}/map/")
    assert "its rule asks about the question “gone”, which is gone" in said


def test_the_tests_are_run_when_they_are_looked_at(editing: Client, home: Page) -> None:
    tests = [
        {"name": "Is asked", "answers": [{"question": "reason", "answer": "asked"}]},
        {"name": "Tells nothing", "ends_at": "why"},
    ]
    page = draft_from(home, {**SMALL, "tests": tests})
    said = text_of(editing, f"/cms/forms/{page.pk}/tests/")
    assert "Passed" in said
    assert (
        "it gives no answer to “Why are you complaining for them?”, which decides the way" in said
    )
    assert "it ends at “What happened?” and should end at “Why are you complaining" in said


def test_versions_are_compared_in_words(editing: Client, form_page: FormPage) -> None:
    pages = copy.deepcopy(SMALL["pages"])
    pages[0]["questions"][0]["choices"][0]["label"] = "They asked me"
    pages[3]["questions"][0]["label"] = "Tell us what happened"
    del pages[2]["questions"][1]
    pages[1]["show_if"] = {"question": "reason", "is": ["asked"]}
    form_page.pages = stream_of(pages)
    form_page.save_revision().publish()
    said = text_of(editing, f"/cms/forms/{form_page.pk}/versions/?old=1&new=2")
    for change in (
        "option “They asked me to”</strong>: wording is now “They asked me” (was “They asked me to”)",
        "wording is now “Tell us what happened” (was “What happened?”)",
        "Question “Your email address”</strong>: removed",
        "shown when: “Why are you complaining for them?” is “They asked me” (was: ",
    ):
        assert change in said
    assert "What happened?" in text_of(editing, f"/cms/forms/{form_page.pk}/versions/1/")


@pytest.mark.parametrize("address", ["?old=1&new=9", "?old=x&new=1", "?old=-1&new=draft"])
def test_a_version_that_is_not_there_is_not_found(
    editing: Client, form_page: FormPage, address: str
) -> None:
    assert editing.get(f"/cms/forms/{form_page.pk}/versions/{address}").status_code == 404


def test_previews_show_the_pages_of_each_kind_of_person(
    editing: Client, form_page: FormPage
) -> None:
    modes = dict(form_page.preview_modes)
    assert modes["person-reason-asked"] == "Acts for somebody else: They asked me to"
    view = f"/cms/pages/{form_page.pk}/view_draft/?mode="
    able = text_of(editing, view + "person-reason-asked")
    unable = text_of(editing, view + "person-reason-lacks_capacity")
    assert "Upload proof that you can act for them" not in able
    assert "Upload proof that you can act for them" in unable
    alone = text_of(editing, view + "page-what-happened")
    assert "What happened?" in alone
    assert "Your full name" not in alone


@pytest.mark.parametrize("screen", SCREENS)
def test_a_form_of_another_site_is_not_found(
    form_page: FormPage, body: Body, client_for: Callable[..., Client], screen: str, editor: User
) -> None:
    stranger = User.objects.create_user("stranger", password="x")
    stranger.user_permissions.set(editor.groups.get().permissions.all())
    client = client_for(body)
    client.force_login(stranger)
    assert client.get(f"/cms/forms/{form_page.pk}/{screen}").status_code == 404


@pytest.mark.parametrize("screen", SCREENS)
def test_nobody_sees_a_screen_without_signing_in(
    form_page: FormPage, body: Body, client_for: Callable[..., Client], screen: str
) -> None:
    assert client_for(body).get(f"/cms/forms/{form_page.pk}/{screen}").status_code == 302


def test_who_edits_forms_reads_nothing_that_was_sent(
    editing: Client, form_page: FormPage, editor: User
) -> None:
    draft = finished_draft(form_page, {**ANSWERS, "story": "A secret of the clinic"})
    sent = receive_submission(draft=draft)
    submission = Submission.objects.get()
    addresses = [
        *(f"/cms/forms/{form_page.pk}/{screen}" for screen in SCREENS),
        "/cms/forms/",
        "/cms/",
        f"/cms/pages/{form_page.pk}/edit/",
        f"/cms/pages/{form_page.pk}/history/",
        f"/cms/pages/{form_page.pk}/usage/",
        f"/cms/pages/{form_page.pk}/view_draft/",
        "/cms/reports/site-history/",
    ]
    for address in addresses:
        answer = editing.get(address, follow=True)
        said = b"".join(answer) if answer.streaming else answer.content
        assert answer.status_code in {200, 404}, address
        assert b"A secret of the clinic" not in said, address
        assert b"Ana O" not in said, address
    assert sent is not None
    assert editing.get("/workspace/").status_code in {302, 403, 404}
    assert not {
        m for m in get_indexed_models() if m.__name__ in {"Submission", "Draft", "Evidence"}
    }
    assert not ReferenceIndex.objects.filter(to_object_id=str(submission.pk)).exists()


def test_what_was_sent_is_read_as_it_was_asked_when_the_form_is_gone(form_page: FormPage) -> None:
    receive_submission(draft=finished_draft(form_page))
    form_page.delete()
    submission = Submission.objects.get()
    told = {asked.label: asked.lines for asked in submission.questions_and_answers()}
    assert told["What happened?"] == ("The clinic lost the referral.",)
