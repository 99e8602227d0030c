"""Signing in: wrong passwords lock out, sessions end in time, and nothing typed is lost."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions.models import AuditEvent, Body, StaffMember, TeamMembership
from staff_workspace.models import Case, Issue

PASSWORD = "the-officers-own-password"
MORNING = timezone.make_aware(datetime(2026, 11, 20, 9, 0))
POINT = "Nobody told us who was in charge"


@pytest.fixture
def officer(people: dict[str, Any]) -> Any:
    """The complaints officer, with a password."""
    people["officer"].set_password(PASSWORD)
    people["officer"].save()
    return people["officer"]


@pytest.fixture
def client(body: Body, client_for: Callable[..., Client], officer: Any) -> Client:
    """A browser at the body's site."""
    return client_for(body)


def sign_in(client: Client, password: str = PASSWORD, **more: str) -> Any:
    """Send the sign-in form."""
    return client.post(
        reverse("staff_workspace:sign_in"),
        {"username": "officer-unknown", "password": password, **more},
    )


def as_officer(client: Client, officer: Any, password: str = PASSWORD, **more: str) -> Any:
    """Send the sign-in form with the officer's name."""
    return sign_in(client, password, username=officer.username, **more)


def hidden(page: Any, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())
    assert found, name
    return found[1]


def test_five_wrong_passwords_lock_out_for_a_quarter_of_an_hour(
    client: Client, officer: Any
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        for _ in range(4):
            assert as_officer(client, officer, "wrong").status_code == 200
        locked = as_officer(client, officer, "wrong")
        assert locked.status_code == 429
        assert "Wait 15 minutes" in locked.content.decode()
        assert as_officer(client, officer).status_code == 429
        clock.shift(timedelta(minutes=16))
        assert as_officer(client, officer).status_code == 302


def test_a_colleague_elsewhere_is_not_locked_out_by_it(
    body: Body, client: Client, client_for: Callable[..., Client], officer: Any
) -> None:
    for _ in range(5):
        as_officer(client, officer, "wrong")
    elsewhere = client_for(body)
    elsewhere.defaults["REMOTE_ADDR"] = "192.0.2.7"
    assert as_officer(elsewhere, officer).status_code == 302


def test_a_session_ends_an_hour_after_the_last_page_and_the_audit_says_so(
    client: Client, officer: Any
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        as_officer(client, officer)
        for _ in range(3):
            clock.shift(timedelta(minutes=50))
            assert client.get("/workspace/").status_code == 200
        clock.shift(timedelta(minutes=61))
        assert client.get("/workspace/").status_code == 302
    ended = AuditEvent.objects.get(action="session.ended")
    assert ended.actor_name == officer.username


def test_an_editor_who_becomes_staff_signs_in_anew(
    body: Body, client: Client, people: dict[str, Any]
) -> None:
    """What they were signed in with lasts for a fortnight and knows no hour away."""
    editor = User.objects.create_user("comms", password=PASSWORD, is_superuser=True)
    client.force_login(editor)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    member = StaffMember.objects.create(user=editor, body=body, name="Com", job_title="Editor")
    TeamMembership.objects.create(
        team=people["nursing"], staff_member=member, starts_at=MORNING, reason="Helps out"
    )
    with time_machine.travel(MORNING, tick=False) as clock:
        for address in (reverse("wagtailadmin_home"), "/workspace/"):
            assert client.get(address).status_code == 302
        assert AuditEvent.objects.get(action="session.ended").actor_name == "comms"
        as_officer(client, editor)
        assert client.get("/workspace/").status_code == 200
        clock.shift(timedelta(minutes=61))
        assert client.get("/workspace/").status_code == 302


def test_the_warning_stands_on_the_page_ten_minutes_before(client: Client, officer: Any) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        as_officer(client, officer)
        quiet = client.get("/workspace/").content.decode()
        assert re.search(r'id="session-end" role="alert" hidden', quiet)
        for _ in range(12):
            clock.shift(timedelta(minutes=49, seconds=30))
            near = client.get("/workspace/").content.decode()
        assert re.search(r'id="session-end" role="alert"\s+data-ends', near)
        assert "signed out at <span data-time>19:00</span>" in near


def test_staying_prolongs_the_session(client: Client, officer: Any) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        as_officer(client, officer)
        clock.shift(timedelta(minutes=55))
        answer = client.post(reverse("staff_workspace:stay"))
        assert answer.json() == {"ends": "2026-11-20T10:55:00+00:00"}


def test_what_was_typed_survives_the_end_of_a_session(
    client: Client, officer: Any, case: Case
) -> None:
    address = reverse("staff_workspace:issue", args=[case.reference])
    with time_machine.travel(MORNING, tick=False) as clock:
        as_officer(client, officer)
        assert client.get(address).status_code == 200
        clock.shift(timedelta(hours=2))
        told = client.post(address, {"point": POINT})
        assert told.status_code == 404
        assert "What you typed is kept" in told.content.decode()
        assert "candour-workspace-header" in told.content.decode()
        kept, after = hidden(told, "kept"), hidden(told, "next")
        empty = client.post(
            reverse("staff_workspace:sign_in"), {"begin": "1", "kept": kept, "next": after}
        )
        assert "What you typed is kept" in empty.content.decode()
        wrong = as_officer(client, officer, "wrong", kept=kept, next=after)
        assert hidden(wrong, "kept") == kept
        again = as_officer(client, officer, kept=kept, next=after)
        assert f'action="{address}"' in again.content.decode()
        assert client.post(address, {"point": hidden(again, "point")}).status_code == 302
    assert Issue.objects.filter(case=case, point=POINT).count() == 1


def test_a_signed_out_person_cannot_tell_a_case_from_none(client: Client, case: Case) -> None:
    there = client.post(reverse("staff_workspace:issue", args=[case.reference]), {"point": POINT})
    none = client.post(reverse("staff_workspace:issue", args=["HWE-1999-0001"]), {"point": POINT})
    assert there.status_code == none.status_code == 404
    assert not Issue.objects.filter(point=POINT).exists()


def test_forged_input_is_not_taken_for_kept(client: Client, officer: Any) -> None:
    answer = as_officer(client, officer, kept="W1siaHR0cHM6Ly9ldmlsIl1d:forged")
    assert answer.status_code == 302


def test_an_editor_of_the_website_is_led_to_where_editors_work(
    client: Client, officer: Any
) -> None:
    editor = type(officer).objects.create_user("comms", password=PASSWORD)
    editor.user_permissions.add(
        Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    )
    assert sign_in(client, username="comms").headers["Location"] == reverse("wagtailadmin_home")
    assert as_officer(client, officer).headers["Location"] == reverse("staff_workspace:today")
