"""An hour on one form: the warning stays in sight, says what happened, and nothing typed is lost."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from staff_workspace.models import Case, Issue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEGINNING = timezone.make_aware(datetime(2026, 11, 20, 14, 0))
POINT = "Nobody told us who was in charge"
PASSWORD = "the-officers-own-password"
STAY = "Stay signed in"
# A laptop, a telephone, and a laptop whose page is enlarged four times.
SIZES = ((1024, 500), (320, 640), (320, 256))


@pytest.fixture
def clock() -> Iterator[Any]:
    """The server's clock."""
    expect.set_options(timeout=20_000)
    with time_machine.travel(BEGINNING, tick=True) as clock:
        yield clock
    # The server's thread may still be closing a connection of the last page.
    time.sleep(0.2)


@pytest.fixture
def given_a_point_half_typed_at_two(
    page: Page, live_server: Any, clock: Any, case: Case, people: dict[str, Any]
) -> Page:
    """The officer is at the end of a form that is longer than their window."""
    people["officer"].set_password(PASSWORD)
    people["officer"].save()
    port = live_server.url.rsplit(":", 1)[1]
    page.clock.install(time=BEGINNING)
    page.set_viewport_size({"width": 1024, "height": 500})
    page.goto(f"http://hwe.localhost:{port}{reverse('staff_workspace:today')}")
    sign_in(page, people["officer"].username)
    page.goto(
        page.url.replace("/workspace/", reverse("staff_workspace:issue", args=[case.reference]))
    )
    page.get_by_label("What is the point?").fill(POINT)
    page.get_by_role("button", name="Add the point").focus()
    assert page.evaluate("scrollY") > 200
    return page


def sign_in(page: Page, name: str) -> None:
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")


def when_minutes_pass(page: Page, clock: Any, minutes: int) -> None:
    """In the browser and at the server."""
    clock.shift(timedelta(minutes=minutes))
    page.clock.fast_forward(minutes * 60_000)


def warning(page: Page) -> Locator:
    """What is announced."""
    return page.get_by_role("alert")


def then_it_says(page: Page, words: str) -> None:
    """It can be seen where the officer is, and what they typed is there too."""
    expect(warning(page)).to_contain_text(words, use_inner_text=True)
    expect(warning(page).locator("p:visible")).to_have_count(1)
    expect(warning(page)).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("What is the point?")).to_have_value(POINT)


def then_the_field_lies_below(page: Page) -> None:
    """What has the focus is not hidden by the warning, nor pushed out of the window."""
    above, field = warning(page).bounding_box(), page.locator(":focus").bounding_box()
    assert field["y"] >= above["y"] + above["height"]
    expect(page.locator(":focus")).to_be_in_viewport()


def test_the_warning_is_in_sight_on_a_long_form_and_staying_keeps_the_session(
    given_a_point_half_typed_at_two: Page, clock: Any
) -> None:
    page = given_a_point_half_typed_at_two
    when_minutes_pass(page, clock, 45)
    expect(warning(page)).to_be_hidden()
    when_minutes_pass(page, clock, 7)
    then_it_says(page, "You will be signed out at 15:00")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.get_by_role("button", name="Add the point").focus()
        for _ in range(5):
            page.keyboard.press("Shift+Tab")
            then_the_field_lies_below(page)
    page.set_viewport_size({"width": 1024, "height": 500})
    page.context.set_offline(True)
    page.get_by_role("button", name=STAY).click()
    then_it_says(page, "No answer came, so you may still be signed out at 15:00")
    page.context.set_offline(False)
    page.get_by_role("button", name=STAY).click()
    expect(warning(page)).to_be_hidden()
    when_minutes_pass(page, clock, 52)
    then_it_says(page, "You will be signed out at 15:52")
    page.get_by_role("button", name="Add the point").click()
    expect(page.get_by_role("main")).to_contain_text(POINT)


def test_after_the_end_what_was_typed_waits_until_somebody_is_signed_in_again(
    given_a_point_half_typed_at_two: Page, clock: Any, people: dict[str, Any]
) -> None:
    page = given_a_point_half_typed_at_two
    when_minutes_pass(page, clock, 61)
    then_it_says(page, "You have been signed out, unless you went on in another tab")
    page.get_by_role("button", name=STAY).click()
    then_it_says(page, "You have been signed out.")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in again").click()
    sign_in(opened.value, people["officer"].username)
    page.get_by_role("button", name="Add the point").click()
    expect(page.get_by_role("main")).to_contain_text(POINT)
    assert Issue.objects.filter(point=POINT).count() == 1
