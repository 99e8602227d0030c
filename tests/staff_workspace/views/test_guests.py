"""Somebody let in to one case: what they reach, and what stays shut."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions.models import AuditEvent, Body
from permissions.rules.matrix import Role
from staff_workspace.actions.close_case import close_case
from staff_workspace.actions.share_case import share_case, stop_sharing
from staff_workspace.models import Case, CaseDocument
from staff_workspace.policy.lifecycle import NotAllowed


def shared(case: Case, people: dict[str, Any], role: Role = Role.VIEWER) -> Any:
    """Let the colleague in to ``case``."""
    return share_case(
        case=case,
        by=people["officer"],
        with_member=people["colleague"].staff_member,
        role=role,
        reason="Knows the ward",
        ends_at=None,
    )


@pytest.fixture
def guest(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> Client:
    """The colleague, signed in, with the case shared for reading."""
    shared(case, people)
    client = client_for(body)
    client.force_login(people["colleague"])
    return client


def test_a_guest_finds_the_case_after_signing_in(guest: Client, case: Case) -> None:
    assert guest.get(reverse("staff_workspace:today")).status_code == 200
    assert case.reference in guest.get(reverse("staff_workspace:cases")).content.decode()
    assert guest.get(reverse("staff_workspace:case", args=[case.reference])).status_code == 200


def test_a_viewer_gets_no_document_that_carries_addresses(guest: Client, case: Case) -> None:
    document = CaseDocument.objects.create(
        case=case,
        kind="sharing_consent",
        title="Consent",
        store_key="0" * 32,
        sha256="0" * 64,
        size=1,
        made_at=case.received_at,
    )
    address = reverse("staff_workspace:document", args=[case.reference, document.pk])
    assert guest.get(address).status_code == 404
    files = guest.get(reverse("staff_workspace:files", args=[case.reference])).content.decode()
    assert "Consent" in files
    assert address not in files


def test_a_guest_who_works_on_the_case_lets_nobody_else_in(
    case: Case, people: dict[str, Any]
) -> None:
    shared(case, people, Role.INVESTIGATOR)
    with pytest.raises(Http404):
        share_case(
            case=case,
            by=people["colleague"],
            with_member=people["signatory"].staff_member,
            role=Role.VIEWER,
            reason="Passing it on",
            ends_at=None,
        )


def test_a_case_is_not_shared_in_the_role_of_a_team(case: Case, people: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed, match="for reading it or for working on it"):
        shared(case, people, Role.HANDLER)


def test_sharing_ends_on_a_closed_case_too(
    case: Case, people: dict[str, Any], guest: Client
) -> None:
    close_case(case=case, by=people["officer"], because="withdrawn")
    stop_sharing(grant=case.user_grants.get(), by=people["officer"])
    assert guest.get(reverse("staff_workspace:case", args=[case.reference])).status_code == 404


def test_sharing_cannot_end_before_it_begins(case: Case, people: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed, match="later than now"):
        share_case(
            case=case,
            by=people["officer"],
            with_member=people["colleague"].staff_member,
            role=Role.VIEWER,
            reason="Late",
            ends_at=timezone.now() - timedelta(minutes=1),
        )


def test_pages_of_a_case_are_kept_by_no_browser(guest: Client, case: Case) -> None:
    answer = guest.get(reverse("staff_workspace:case", args=[case.reference]))
    assert "no-store" in answer.headers["Cache-Control"]


def test_signing_in_is_in_the_audit_and_ends_with_the_day(guest: Client) -> None:
    assert AuditEvent.objects.filter(action="session.sign_in").exists()
    assert guest.session.get_expiry_age() <= 10 * 3600
