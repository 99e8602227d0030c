"""The accounts of staff are out of the reach of Wagtail's administrators."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from permissions.models import Body


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
