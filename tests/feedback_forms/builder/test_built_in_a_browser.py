"""A form that ships is built from nothing in the admin, without code, and then filled in."""

import os
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from feedback_forms.models import FormPage, FormVersion, Submission
from feedback_forms.shipping import shipped_forms
from permissions.models import Body
from tests.feedback_forms.builder.building import add_block, build, field, publish, write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not os.environ.get("CANDOUR_PROVE"), reason="long: make prove"),
]
PATIENCE = 60_000


@pytest.fixture
def admin(page: Page, live_server: Any, body: Body, editor: User) -> Page:
    """A new form, opened by the editor who has signed in."""
    page.set_default_timeout(PATIENCE)
    page.set_default_navigation_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    host = live_server.url.replace("localhost", body.site.hostname)
    page.goto(f"{host}/cms/pages/add/feedback_forms/formpage/{body.site.root_page_id}/")
    page.locator("#id_username").fill(editor.username)
    page.locator("#id_password").fill("x")
    page.get_by_role("button", name="Sign in").click()
    page.locator("#id_title").wait_for()
    return page


def test_a_form_that_ships_is_rebuilt_by_an_editor_and_filled_in(admin: Page) -> None:
    form = shipped_forms()["compliment"]
    admin.locator("#id_title").fill(form["title"])
    admin.locator("#id_kind").select_option(form["kind"])
    build(admin, form)
    publish(admin)
    built = FormPage.objects.get()
    parts = {
        name: form[name] for name in ("kind", "audience", "on_behalf", "pages") if name in form
    }
    assert FormVersion.in_force(built).form == type(built.definition()).model_validate(parts)
    fill_in(admin, built)


def fill_in(page: Page, form: FormPage) -> None:
    """As somebody who says thank you and tells no name."""
    host = re.match(r"https?://[^/]+", page.url)
    page.goto(f"{host[0] if host else ''}/{form.slug}/")
    page.get_by_role("button", name="Start now").click()
    page.get_by_label("What went well?").fill("The nurse explained everything.")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Hospital").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name=re.compile("^Send")).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert Submission.objects.get().answers["story"] == "The nurse explained everything."


def test_a_rule_is_made_of_lists_and_boxes_and_said_in_words(admin: Page) -> None:
    admin.locator("#id_title").fill("Two ways")
    admin.locator("#id_kind").select_option("concern")
    add_block(admin, "pages")
    add_block(admin, "pages-0-value-questions", "One of several options")
    question = "pages-0-value-questions-0-value"
    write(admin, f"{question}-label", "Who is it about?")
    for place, words in enumerate(("Me", "Somebody else")):
        add_block(admin, f"{question}-choices")
        write(admin, f"{question}-choices-{place}-value-label", words)
    add_block(admin, "pages")
    rule = field(admin, "pages-1-value-title").locator("xpath=ancestor::section[1]")
    expect(admin.locator(f"[name='{question}-key']")).to_have_value("who_is_it_about")
    shown = rule.get_by_label("When it is shown").first
    shown.select_option("none")
    rule.get_by_label("Me", exact=True).check()
    words = "Shown: when it is not so that “Who is it about?” is “Me”."
    expect(rule.get_by_text(words)).to_be_visible()
    expect(admin.locator("[name='pages-1-value-show_if']")).to_have_value(
        '{"not":{"question":"who_is_it_about","is":["me"]}}'
    )
