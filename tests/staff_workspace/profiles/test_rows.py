"""Contacts, closed days, grades and roles in the browser, and values that somebody confirms."""

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from permissions.models import AuditEvent, Body
from staff_workspace.models import Case, ProfileDraft
from staff_workspace.policy.profile import Profile
from staff_workspace.policy.profile_text import to_toml

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(body: Body, drafter: User, client_for: Callable[..., Client]) -> Client:
    """The drafter's browser."""
    client = client_for(body)
    client.force_login(drafter)
    return client


@pytest.fixture
def send(client: Client, draft: ProfileDraft) -> Callable[..., str]:
    """Send a form of the draft; the page that comes back, after the redirect."""

    def _send(name: str, /, *args: str, **data: Any) -> str:
        url = reverse(f"staff_workspace:{name}", args=[draft.pk, *args])
        answer = client.post(url, data, follow=True)
        draft.refresh_from_db()
        return " ".join(answer.content.decode().split())

    return _send


def day(name: str, value: date) -> dict[str, str]:
    """A date as a browser sends it."""
    parts = {"day": value.day, "month": value.month, "year": value.year}
    return {f"{name}-{part}": str(number) for part, number in parts.items()}


@pytest.mark.requirement("T-02")
def test_a_closed_day_tells_which_open_cases_it_would_move_before_it_is_published(
    send: Any, draft: ProfileDraft, make_case: Callable[..., Case], change: Any
) -> None:
    case = make_case(grade="minor")
    # The policy's own target counts the body's working days.
    change("response.target_starts", in_force="receipt")
    page = send(
        "policy_row_add", "calendar.closures", reason="Moving", **day("day", date(2026, 11, 24))
    )
    assert "would move dates in <strong>1 of 1</strong> open case" in page
    assert draft.profile.calendar.closures[0].reason == "Moving"
    shown = send("submit_draft")
    assert case.reference in shown
    event = AuditEvent.objects.filter(detail__verb="add row").get()
    assert event.detail["list"] == "calendar.closures"


def test_a_contact_is_checked_added_and_removed(send: Any, draft: ProfileDraft) -> None:
    known = {"kind": "advocacy", "name": "POhWER", "phone": "0300 456 2370"}
    today = timezone.localdate()
    page = send("policy_row", "contacts", "pohwer", **known, **day("last_verified", today))
    assert draft.profile.contacts_of("advocacy")[0].last_verified == today
    assert date_format(today, "j F Y") in page
    send("policy_row_add", "contacts", kind="signposting", name="Healthwatch Example")
    assert draft.profile.contacts[-1].key == "healthwatch_example"
    send("policy_row_remove", "contacts", "healthwatch_example")
    assert draft.profile.contacts[-1].key == "phso"


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"email": "nobody"}, "Enter an email address in the correct format"),
        ({"web": "example.org"}, "Enter a web address that begins with https://"),
        ({"name": ""}, "Enter name"),
        ({"kind": "body"}, ""),
        ({"kind": ""}, "Select what it is"),
    ],
)
def test_a_bad_fact_is_named_in_words(
    send: Any, draft: ProfileDraft, sent: dict[str, str], message: str
) -> None:
    page = send("policy_row", "contacts", "pohwer", **{"kind": "advocacy", "name": "P", **sent})
    assert (message in page) if message else draft.profile.contacts[1].kind == "body"


def test_the_body_keeps_a_contact_and_a_named_role_stays(send: Any, draft: ProfileDraft) -> None:
    page = send("policy_row", "contacts", "body", kind="advocacy", name="Team")
    assert "One contact must be the body itself" in page
    page = send("policy_row_remove", "roles", "head_of_patient_experience")
    assert "It is still named in: Who checks" in page
    assert draft.profile == draft.base.profile


def test_a_grade_that_open_cases_have_is_not_taken_from_them(
    send: Any, make_case: Callable[..., Case]
) -> None:
    case = make_case(grade="minor")
    send("policy_row_remove", "grading.grades", "minor")
    page = send("submit_draft")
    assert f"{case.reference}: its grade no longer exists" in page


def test_the_names_of_a_body_that_ceases_lead_to_its_banner(send: Any, draft: ProfileDraft) -> None:
    known = {"name": "Example ICB", "short_name": "EX", "is_nhs_body": "True"}
    ended = day("ceased_on", date(2026, 4, 1))
    page = send("policy_row", "body", "body", **known, **ended, successor_name="Another ICB")
    assert "Example ICB ceased on 1 April 2026. Another ICB has taken its place." in page
    assert draft.profile.body.key == "hwe_icb"


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("policy_row_add", ["nothing"]),
        ("policy_row_add", ["response_letter.elements"]),
        ("policy_row", ["contacts", "nobody"]),
        ("policy_row", ["roles", "signatory"]),
        ("policy_row_remove", ["contacts", "nobody"]),
    ],
)
def test_lists_and_rows_that_do_not_exist_are_not_found(
    client: Client, draft: ProfileDraft, name: str, args: list[str]
) -> None:
    url = reverse(f"staff_workspace:{name}", args=[draft.pk, *args])
    assert client.get(url).status_code == 404


def test_a_value_is_confirmed_with_name_day_and_source_and_comes_back_from_its_file(
    send: Any, draft: ProfileDraft
) -> None:
    key = "response.target_starts"
    known = {"in_force": "consent", "policy": "same", "source": "Appendix 5", "reason": ""}
    page = send("policy_value", key, **known, verified="true")
    assert "Enter who confirmed it" in page
    assert "Enter the day it was confirmed" in page
    confirmed = {**known, "verified": "true", "verified_by": "H. Sohal, Governance"}
    today = timezone.localdate()
    late = send("policy_value", key, **confirmed, **day("verified_on", today + timedelta(days=1)))
    assert "must be today or in the past" in late
    page = send("policy_value", key, **confirmed, **day("verified_on", today))
    assert f"Confirmed by H. Sohal, Governance on {date_format(today, 'j F Y')}" in page
    value = draft.profile.response.target_starts
    assert (value.verified, value.verified_on) == (True, today)
    assert Profile.from_dict(tomllib.loads(to_toml(draft.profile))) == draft.profile


def test_a_confirmed_silence_comes_back_from_its_file(send: Any, draft: ProfileDraft) -> None:
    send(
        "policy_value",
        "response.warn_at_percent",
        in_force="50, 75",
        policy="silent",
        source="",
        reason="The board chose it",
        verified="true",
        verified_by="H. Sohal",
        **day("verified_on", date(2026, 1, 5)),
    )
    assert draft.profile.response.warn_at_percent.verified
    assert Profile.from_dict(tomllib.loads(to_toml(draft.profile))) == draft.profile
