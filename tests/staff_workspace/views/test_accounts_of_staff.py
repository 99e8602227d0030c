"""The accounts of staff are out of the reach of Wagtail's administrators."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from permissions import gate
from permissions.models import Body
from permissions.rules.actions import Action


def test_an_administrator_cannot_set_the_password_of_an_officer(
    body: Body, people: dict[str, Any], client_for: Any
) -> None:
    client: Client = client_for(body)
    client.force_login(User.objects.create(username="root", is_superuser=True, is_staff=True))
    officer = people["officer"]
    before = officer.password
    for name in ("wagtailusers_users:edit", "wagtailusers_users:delete"):
        answer = client.post(
            reverse(name, args=[officer.pk]),
            {"username": officer.username, "password1": "new-pass-1", "password2": "new-pass-1"},
        )
        assert answer.status_code == 302
    officer.refresh_from_db()
    assert officer.password == before


@pytest.mark.parametrize("action", ["set_active_state", "assign_role", "delete"])
def test_an_administrator_cannot_switch_off_or_change_staff_in_bulk(
    action: str, body: Body, people: dict[str, Any], client_for: Any
) -> None:
    client: Client = client_for(body)
    client.force_login(User.objects.create(username="root", is_superuser=True, is_staff=True))
    editor, officer = User.objects.create(username="editor"), people["governance"]
    role = Group.objects.create(name="Editors of the website")
    address = reverse("wagtail_bulk_action", args=["auth", "user", action])
    answer = client.post(
        f"{address}?id={editor.pk}&id={officer.pk}",
        {"mark_as_active": "False", "role": role.pk},
        follow=True,
    )
    assert (
        "Nothing was changed. Not kept here are the accounts of: Governance"
        in answer.content.decode()
    )
    assert gate.may(officer, Action.MANAGE_TEAMS, body)
    for user in (editor, officer):
        user.refresh_from_db()
        assert user.is_active
        assert not user.groups.filter(pk=role.pk).exists()


def test_accounts_of_editors_alone_are_still_changed_in_bulk(
    body: Body, people: dict[str, Any], client_for: Any
) -> None:
    client: Client = client_for(body)
    client.force_login(User.objects.create(username="root", is_superuser=True, is_staff=True))
    editor = User.objects.create(username="editor")
    address = reverse("wagtail_bulk_action", args=["auth", "user", "set_active_state"])
    client.post(f"{address}?id={editor.pk}", {"mark_as_active": "False"})
    editor.refresh_from_db()
    assert not editor.is_active
