"""Whoever may not see a case gets 404, and finds it in no list; every address: tests/walk."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

from permissions.models import AuditEvent, Body
from staff_workspace.models import Case
from tests.workspace_people import make_person, staffed


@pytest.fixture
def other_body(db: None) -> Body:
    """A second body on the same install."""
    home = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other-home"))
    site = Site.objects.create(hostname="other.localhost", root_page=home, site_name="Other")
    body = Body.objects.create(
        key="other", name="Other Body", short_name="Other", site=site, profile_key="millbrook"
    )
    staffed(body)
    return body


@pytest.fixture
def strangers(body: Body, other_body: Body, people: dict[str, Any]) -> dict[str, Any]:
    """Everybody who is not let in to the case of ``body``."""
    return {
        "comms editor": User.objects.create(username="comms"),
        "another body's officer": User.objects.get(username="other.officer"),
        "anonymous": None,
        "superuser": User.objects.create(username="root", is_superuser=True, is_staff=True),
        "colleague in no team": people["colleague"],
        "signatory before sign-off": people["signatory"],
        "inactive officer": deactivated(make_person(body, "gone", people["nursing"])),
    }


def test_an_account_on_no_staff_here_is_told_so_whatever_it_asks_for(
    case: Case, body: Body, strangers: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    told = f"this account is not on the staff of {body.name}"
    for name, is_told in (
        ("superuser", True),
        ("comms editor", True),
        ("another body's officer", True),
        ("colleague in no team", False),
    ):
        client = client_for(body)
        client.force_login(strangers[name])
        there, none = (reverse("staff_workspace:case", args=[r]) for r in (case.reference, "X-1"))
        answers = [client.get(page) for page in ("/workspace/", there, none)]
        for page in (answer.content.decode() for answer in answers):
            assert (told in page) is is_told
            assert ("Governance puts people into teams" in page) is not is_told
        withheld, unknown = answers[1:]
        assert without_what_differs(withheld, case.reference) == without_what_differs(
            unknown, "X-1"
        )


def deactivated(user: User) -> User:
    """The user, switched off."""
    user.is_active = False
    user.save()
    return user


def test_strangers_do_not_see_the_case_in_lists_or_counts(
    case: Case, body: Body, strangers: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    for who, user in strangers.items():
        client = client_for(body)
        if user:
            client.force_login(user)
        for url in (
            reverse("staff_workspace:today"),
            reverse("staff_workspace:cases") + "?state=all&q=" + case.reference,
        ):
            answer = client.get(url)
            shown = answer.content.decode()
            assert case.headline not in shown, (who, url)
            assert "1 case<" not in shown, (who, url)


def without_what_differs(answer: Any, reference: str) -> str:
    """The page without its nonces and the address that was asked for."""
    return re.sub(r'nonce="[^"]+"', "", answer.content.decode()).replace(reference, "")


def test_a_case_that_is_not_there_answers_like_one_that_is_withheld(
    case: Case, body: Body, strangers: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(strangers["superuser"])
    withheld = client.get(reverse("staff_workspace:case", args=[case.reference]))
    unknown = client.get(reverse("staff_workspace:case", args=["HWE-2026-9999"]))
    assert withheld.status_code == unknown.status_code == 404
    assert without_what_differs(withheld, case.reference) == without_what_differs(
        unknown, "HWE-2026-9999"
    )


def test_a_refusal_is_in_the_audit(
    case: Case, body: Body, strangers: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(strangers["superuser"])
    client.get(reverse("staff_workspace:case", args=[case.reference]))
    refused = AuditEvent.objects.get(outcome="refused")
    assert (refused.actor_name, refused.object_ref) == ("root", case.reference)


def test_the_officer_sees_what_the_strangers_do_not(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["officer"])
    answer = client.get(reverse("staff_workspace:case", args=[case.reference]))
    assert answer.status_code == 200
    assert case.headline in answer.content.decode()
    assert case.reference in client.get(reverse("staff_workspace:cases")).content.decode()
    assert AuditEvent.objects.filter(object_ref=case.reference, outcome="done").exists()
