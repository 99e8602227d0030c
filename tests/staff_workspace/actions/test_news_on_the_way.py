"""The person is kept informed while their complaint is looked into (regulation 14)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.actions.give_news import give_news
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.policy.news import news_owed
from staff_workspace.presenters.next_steps import next_steps
from tests.staff_workspace.actions.working_a_case import to_investigating
from tests.workspace_people import at

pytestmark = pytest.mark.requirement("REG-14")


@pytest.fixture(params=["hwe_icb", "west_essex_ccg", "millbrook"])
def at_each_body(request: pytest.FixtureRequest, body: Body) -> Body:
    """The body under each of the three policies."""
    body.profile_key = request.param
    body.save()
    return body


def prompts(case: Case) -> list[str]:
    """The next steps as verbs."""
    return [step.verb for step in next_steps(Case.objects.get(pk=case.pk))]


def test_news_are_prompted_promised_recorded_and_prompted_again(
    at_each_body: Body,
    own_case: Case,
    people: dict[str, Any],
    client_for: Callable[..., Client],
    time_machine: Any,
) -> None:
    time_machine.move_to(at(25), tick=False)
    assert not [verb for verb in prompts(own_case) if "how it goes on" in verb]
    to_investigating(own_case, people)
    assert "Tell the person how it goes on, and when they hear next" in prompts(own_case)
    client = client_for(at_each_body)
    client.force_login(people["officer"])
    told = {
        "news": "The ward has been asked.",
        "channel": "phone",
        "on-day": "25",
        "on-month": "11",
        "on-year": "2026",
        "next_on-day": "9",
        "next_on-month": "12",
        "next_on-year": "2026",
    }
    address = reverse("staff_workspace:news", args=[own_case.reference])
    page = client.post(address, told, follow=True).content.decode()
    assert "The news is recorded" in page
    assert "The ward has been asked." in page
    event = own_case.events.get(name="news")
    assert (event.second_date, event.by) == (date(2026, 12, 9), people["officer"])
    assert not [verb for verb in prompts(own_case) if "how it goes on" in verb]
    time_machine.move_to(at(9, month=12), tick=False)
    due = [s for s in next_steps(Case.objects.get()) if s.verb == "Tell the person how it goes on"]
    assert [step.due for step in due] == [date(2026, 12, 9)]


def test_wrong_days_an_unknown_person_and_email_without_consent_are_refused(
    own_case: Case, people: dict[str, Any]
) -> None:
    told = {"case": own_case, "by": people["officer"], "told_at": at(25), "news": "-"}
    with pytest.raises(NotAllowed, match="The next news comes after"):
        give_news(**told, channel="phone", next_on=date(2026, 11, 25))
    with pytest.raises(NotAllowed, match="not later than now"):
        give_news(
            **told | {"told_at": at(28)}, channel="phone", next_on=date(2026, 12, 9), at=at(25)
        )
    own_case.electronic_consents.update(withdrawn_at=at(20))
    with pytest.raises(NotAllowed):
        give_news(**told, channel="email", next_on=date(2026, 12, 9))
    Case.objects.update(anonymous=True)
    with pytest.raises(NotAllowed, match="anonymous"):
        give_news(**told, channel="phone", next_on=date(2026, 12, 9))


def test_nothing_is_owed_before_the_investigation_or_where_nobody_can_be_reached() -> None:
    today = date(2026, 12, 9)
    someone = {"looked_into": True, "reachable": True, "today": today}
    assert news_owed(**someone, next_on=None)
    assert news_owed(**someone, next_on=today)
    assert news_owed(**someone, next_on=date(2026, 12, 10)) == ""
    assert news_owed(**someone | {"looked_into": False}, next_on=today) == ""
    assert news_owed(**someone | {"reachable": False}, next_on=today) == ""
