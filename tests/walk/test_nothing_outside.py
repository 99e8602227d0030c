"""Outside the workspace nobody sees a word of a case: not in Wagtail's admin, not as a superuser.

Every address of the project that the gate does not guard is asked, as everybody. `make test` asks
for a part of them as each; with CANDOUR_PROVE set (`make prove`) everybody asks for all.
"""

import os
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from public_site.demo.editors import load_editors
from staff_workspace.models import Case
from tests.walk.outside_addresses import address_of, unguarded
from tests.walk.test_alike import addresses as with_grants_and_walls

ALL = bool(os.environ.get("CANDOUR_PROVE"))
EACH = 1 if ALL else 6
HEADLINE, STORY = "Quince in the corridor", "Marmalade on the ward, and nobody came."
OF_THE_CASE = (
    HEADLINE,
    STORY,
    "Nia Example",
    "Owen Example",
    "nia@example.org",
    "07700 900123",
    "9991234567",
    "999 123 4567",
    "Sample Street",
)
# What anybody may open: the ways in (a link for somebody outside asks for its code), the public
# page, and what Wagtail's own pages of signing in are drawn with.
OPEN = {
    "staff_workspace:outside",
    "staff_workspace:set_password",
    "staff_workspace:sign_in",
    "wagtail_serve",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_password_reset",
    "wagtailadmin_password_reset_complete",
    "wagtailadmin_password_reset_confirm",
    "wagtailadmin_password_reset_done",
    "wagtailadmin_sprite",
    "wagtailcore_login",
    "your_complaint:open",
}
FAILS_ON_PURPOSE = "wagtailadmin_error_test"
OF_EDITORS = ("wagtail", "forms_builder")


@pytest.fixture
def everybody(body: Body, people: dict[str, Any]) -> dict[str, Any]:
    """Who asks; the last two may edit pages, and one of them is a superuser."""
    staff = {role: people[role] for role in ("officer", "governance", "signatory", "colleague")}
    return {
        "anonymous": AnonymousUser(),
        **staff,
        "editor": load_editors({"hwe": body}, "x")["hwe"],
        "superuser": User.objects.create(username="root", is_superuser=True, is_staff=True),
    }


def test_no_address_outside_the_workspace_shows_a_word_of_a_case(
    make_case: Callable[..., Case],
    people: dict[str, Any],
    everybody: dict[str, Any],
    body: Body,
    client_for: Callable[..., Client],
    record_property: Any,
) -> None:
    case = make_case(headline=HEADLINE, story=STORY)
    list(with_grants_and_walls(case, people))
    numbers = dict.fromkeys([case.pk, body.site.root_page_id])
    words = (*OF_THE_CASE, case.reference)
    control = client_for(body)
    control.force_login(people["officer"])
    page = control.get(reverse("staff_workspace:people", args=[case.reference])).content.decode()
    seen_inside = {word for word in words if word in page}
    assert seen_inside >= {HEADLINE, "Nia Example", "Owen Example", "9991234567", case.reference}
    shown, wrong, compared = [], [], 0
    for place, (who, user) in enumerate(everybody.items()):
        client = client_for(body, raise_request_exception=False)
        if user.is_authenticated:
            client.force_login(user)
        for name, entry in list(unguarded())[place % EACH :: EACH]:
            for url in {address_of(name, entry, n, f"walk-{case.pk}") for n in numbers}:
                answer = client.get(url, {"q": "Quince"})
                compared += 1
                said = b"".join(answer).decode(errors="replace")
                shown += [(who, name, word) for word in words if word in said]
                kept = answer.status_code == 200 and is_kept_from(who, name)
                if kept or (answer.status_code >= 500 and name != FAILS_ON_PURPOSE):
                    wrong.append((who, name, url, answer.status_code))
    record_property("answers compared", compared)
    assert shown == []
    assert wrong == []
    assert compared >= len(everybody) * 200 // EACH


def is_kept_from(who: str, name: str) -> bool:
    """Whether somebody who edits no page, or holds no receipt, must not get a page there."""
    if name in OPEN:
        return False
    return who not in ("editor", "superuser") or not name.startswith(OF_EDITORS)
