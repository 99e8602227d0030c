"""Hours go by and clicks come twice: nothing is lost and nothing is doubled."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import Page, expect

from feedback_forms.models import Submission

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STORY = "The clinic lost the referral."


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def press(page: Page, button: str) -> None:
    page.get_by_role("main").get_by_role("button", name=button).click()


@pytest.mark.acceptance("F39")
def test_nineteen_hours_idle_lose_nothing(begun: Page) -> None:
    begun.get_by_label("Your full name").fill("Ana O’Brien")
    with time_machine.travel(timezone.now() + timedelta(hours=19), tick=True):
        press(begun, "Continue")
        heading(begun, "What happened?")
        begun.get_by_label("What happened?").fill(STORY)
    with time_machine.travel(timezone.now() + timedelta(hours=38), tick=True):
        press(begun, "Continue")
        heading(begun, "Check your answers")
        expect(begun.get_by_role("main")).to_contain_text("Ana O’Brien")
    with time_machine.travel(timezone.now() + timedelta(hours=57), tick=True):
        press(begun, "Send your complaint")
        heading(begun, "Complaint sent")
    assert Submission.objects.get().answers["your_name"] == "Ana O’Brien"


@pytest.mark.acceptance("F8")
def test_a_double_click_and_sending_again_after_back_are_one_complaint(begun: Page) -> None:
    begun.get_by_label("Your full name").fill("Ana")
    press(begun, "Continue")
    begun.get_by_label("What happened?").fill(STORY)
    press(begun, "Continue")
    heading(begun, "Check your answers")
    begun.get_by_role("button", name="Send your complaint").dblclick()
    heading(begun, "Complaint sent")
    begun.go_back()
    if begun.get_by_role("button", name="Send your complaint").count():
        press(begun, "Send your complaint")
    heading(begun, "Complaint sent")
    assert Submission.objects.count() == 1
