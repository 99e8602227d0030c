"""What the public reads carries the same headers, and editors still see their preview."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from tests.attacks.test_headers import EVERYWHERE, secured

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/", "/complaints-policy/", "/complain/for-yourself/", "/nothing-here/"]
)
def test_every_public_page_has_them(get: Any, path: str) -> None:
    assert secured(get("hwe", path)) == EVERYWHERE


def test_an_editor_sees_the_preview_in_a_frame_of_our_own(bodies: dict[str, Body]) -> None:
    page = bodies["hwe"].site.root_page
    editor = Client(headers={"host": "hwe.localhost:8000"})
    editor.force_login(User.objects.create(username="editor", is_superuser=True))
    answer = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert answer.status_code == 200
    frame = (answer.headers["X-Frame-Options"], answer.headers.get("Content-Security-Policy", ""))
    assert frame[0] == "SAMEORIGIN"
    assert "frame-ancestors 'none'" not in frame[1]
