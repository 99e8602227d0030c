"""How a reader finds a value among the hundred and fifty of a policy."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from staff_workspace.models import ProfileDraft, ProfileVersion
from staff_workspace.policy.compare import values
from staff_workspace.policy.profile import load

pytestmark = pytest.mark.django_db
ROW = re.compile(r'<tr role="row" class="nhsuk-table__row" id="([^"]+)"')


@pytest.fixture
def read(
    body: Body,
    client_for: Callable[..., Client],
    people: dict[str, Any],
    version: ProfileVersion,
) -> Callable[..., str]:
    """The page of the version as an officer who asks for something reads it."""
    client = client_for(body)

    def _read(**asked: str) -> str:
        client.force_login(people["officer"])
        answer = client.get(reverse("staff_workspace:profile", args=[version.pk]), asked)
        return " ".join(answer.content.decode().split())

    return _read


def rows(page: str) -> set[str]:
    """The values that a page shows."""
    return set(ROW.findall(page))


def anchors(keep: Callable[[str, Any], bool]) -> set[str]:
    """The values of the shipped policy that ``keep`` keeps, as the page names them."""
    found = values(load("hwe_icb")).items()
    return {key.replace(".", "-") for key, value in found if keep(key, value)}


def test_without_a_question_the_sections_are_told_and_no_value(read) -> None:
    page = read()
    assert rows(page) == set()
    assert "Unreasonable contact</a>" in page


def test_the_values_nobody_confirmed_are_counted_and_found(read) -> None:
    doubtful = anchors(lambda key, value: not value.verified)
    assert f"{len(doubtful)} values are not verified." in read()
    assert rows(read(show="unverified")) == doubtful


@pytest.mark.requirement("DC-1")
def test_a_rule_laxer_than_the_law_stands_beside_what_is_in_force(read) -> None:
    page = read(show="differs")
    assert rows(page) == anchors(lambda key, value: value.overridden_by_law)
    assert "18 years" in page
    assert "The policy says:</strong> 16 years" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "days acknowledge elected"}, {"elected_officials-mp_ack_wd"}),
        ({"section": "sign_off", "q": "who signs"}, {"sign_off-signatory"}),
        ({"q": "fuller review"}, {"document-review_due"}),
    ],
)
def test_a_value_is_found_by_its_words(read, asked: dict[str, str], found: set[str]) -> None:
    assert rows(read(**asked)) == found


def test_what_does_not_exist_is_told_as_nothing(read) -> None:
    assert "0 entries" in read(section="no_such_section")
    assert rows(read(show="no_such_state")) == set()
    assert "‘&lt;b&gt;’" in read(q="<b>")


def test_numbers_carry_their_units(read) -> None:
    assert "3 working days" in read(section="acknowledgement")
    assert "50%, 75%, 90%" in read(section="response")
    assert "6 to 8 weeks" in read(section="meetings")
    assert "Parliamentary and Health Service Ombudsman" in read(q="Ombudsmen")


def test_a_draft_shows_what_was_changed_in_it(
    draft: ProfileDraft, drafter: User, change: Any, body: Body, client_for: Any
) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    client = client_for(body)
    client.force_login(drafter)
    url = reverse("staff_workspace:policy_draft", args=[draft.pk])
    assert rows(client.get(url, {"show": "changed"}).content.decode()) == {"acknowledgement-ack_wd"}


@pytest.mark.requirement("T-02")
def test_the_calendar_raises_an_alert_a_year_before_it_runs_out(read) -> None:
    with time_machine.travel("2026-11-24 09:00"):
        assert "bank holidays of" not in read()
    with time_machine.travel("2027-01-02 09:00"):
        assert "The bank holidays of 2028 are not checked." in read()
