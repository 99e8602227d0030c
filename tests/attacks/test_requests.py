"""Requests that no page of ours makes: from other sites, to other sites, with more than was asked."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions.models import AuditEvent, Body, TeamMembership
from staff_workspace.models import Case, CaseUserGrant, Issue, OutsideLink

PASSWORD = "the-officers-own-password"
ELSEWHERE = [
    "https://evil.example.net/",
    "//evil.example.net/",
    "/\\evil.example.net",
    "http:evil.example.net",
    "javascript:alert(1)",
    "\thttps://evil.example.net/",
]


@pytest.fixture
def officer(people: dict[str, Any]) -> Any:
    """The complaints officer, with a password."""
    people["officer"].set_password(PASSWORD)
    people["officer"].save()
    return people["officer"]


@pytest.fixture
def strict(body: Body, client_for: Callable[..., Client], officer: Any) -> Client:
    """The officer's browser, held to the token that every form of ours carries."""
    client = client_for(body, enforce_csrf_checks=True)
    client.force_login(officer)
    return client


def sign_in(client: Client, officer: Any, **more: str) -> Any:
    """Send the sign-in form."""
    given = {"username": officer.username, "password": PASSWORD, **more}
    return client.post(reverse("staff_workspace:sign_in"), given)


def test_a_post_from_another_site_does_nothing_and_is_audited_as_refused(
    strict: Client, case: Case
) -> None:
    before = AuditEvent.objects.count()
    forged = {
        "note": {"note": "From elsewhere"},
        "grade": {"grade": "moderate", "reason": "From elsewhere"},
        "share": {"who": "1", "role": "viewer", "reason": "From elsewhere"},
        "issue": {"point": "From elsewhere"},
        "close": {"because": "withdrawn"},
    }
    for name, given in forged.items():
        url = reverse(f"staff_workspace:{name}", args=[case.reference])
        for headers in ({}, {"origin": "https://evil.example.net"}, {"origin": "null"}):
            assert strict.post(url, given, headers=headers).status_code == 403, name
    case.refresh_from_db()
    assert (case.grade, case.state, case.issues.count()) == ("", "received", 1)
    rows = AuditEvent.objects.order_by("pk")[before:]
    assert len(rows) == 3 * len(forged)
    assert {(r.outcome, r.actor_name, r.object_ref) for r in rows} == {
        ("refused", "hwe.officer", case.reference)
    }
    assert rows[0].action == "case.note"
    assert rows[0].detail["why"] == "no token of ours"
    assert "From elsewhere" not in str([row.detail for row in rows])


def test_a_stale_form_of_a_public_page_is_no_refusal_to_audit(
    body: Body, client_for: Callable[..., Client]
) -> None:
    before = AuditEvent.objects.count()
    stranger = client_for(body, enforce_csrf_checks=True)
    assert stranger.post("/nowhere/", {"x": "1"}).status_code == 403
    assert AuditEvent.objects.count() == before


def test_a_token_of_ours_does_not_help_a_page_of_another_site(strict: Client, case: Case) -> None:
    url = reverse("staff_workspace:issue", args=[case.reference])
    strict.get(url)
    given = {"point": "From elsewhere", "csrfmiddlewaretoken": strict.cookies["csrftoken"].value}
    assert (
        strict.post(url, given, headers={"origin": "https://evil.example.net"}).status_code == 403
    )
    assert strict.post(url, given).status_code == 302, "the same from our own page is taken"


def test_looking_changes_nothing_but_the_audit(strict: Client, case: Case) -> None:
    before = Case.objects.filter(pk=case.pk).values().get()
    for name in ("grade", "close", "withdraw", "share", "note"):
        address = reverse(f"staff_workspace:{name}", args=[case.reference])
        strict.get(f"{address}?grade=moderate&because=withdrawn&reason=x&note=x")
    assert Case.objects.filter(pk=case.pk).values().get() == before
    assert strict.get(reverse("staff_workspace:sign_out")).status_code == 405


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_leads_to_no_other_site(
    body: Body, client_for: Callable[..., Client], officer: Any, target: str
) -> None:
    answer = sign_in(client_for(body), officer, next=target)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/workspace/")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_what_was_kept_is_sent_to_no_other_site(
    body: Body, client_for: Callable[..., Client], officer: Any, target: str
) -> None:
    page = client_for(body).post("/workspace/", {"next": target, "kept": "made-up"})
    assert "evil.example.net" not in page.content.decode()
    begun = client_for(body).post(
        reverse("staff_workspace:sign_in"), {"begin": "1", "kept": "made-up", "next": target}
    )
    assert "evil.example.net" not in begun.content.decode()


def test_a_session_that_was_planted_is_not_the_one_that_signs_in(
    body: Body, client_for: Callable[..., Client], officer: Any
) -> None:
    attacker, victim = client_for(body), client_for(body)
    session = attacker.session
    session["planted"] = "yes"
    session.save()
    planted = session.session_key
    victim.cookies["sessionid"] = planted
    assert sign_in(victim, officer).status_code == 302
    assert victim.cookies["sessionid"].value != planted
    assert victim.get("/workspace/").status_code == 200
    attacker.cookies["sessionid"] = planted
    assert attacker.get("/workspace/").status_code == 302


def test_signing_out_makes_a_copied_cookie_worthless(
    body: Body, client_for: Callable[..., Client], officer: Any
) -> None:
    client, thief = client_for(body), client_for(body)
    sign_in(client, officer)
    thief.cookies["sessionid"] = client.cookies["sessionid"].value
    assert thief.get("/workspace/").status_code == 200
    client.post(reverse("staff_workspace:sign_out"))
    assert thief.get("/workspace/").status_code == 302


def test_fields_that_the_form_does_not_have_change_nothing(
    body: Body, client_for: Callable[..., Client], officer: Any, case: Case, people: dict[str, Any]
) -> None:
    client = client_for(body)
    client.force_login(officer)
    other = TeamMembership.objects.get(staff_member__user=people["governance"]).team
    extra = {
        "state": "closed",
        "restricted": "on",
        "owner_team": other.pk,
        "body": 999,
        "handler": people["governance"].pk,
        "reference": "HWE-2026-7777",
        "at": "2020-01-01",
        "by": people["governance"].pk,
        "finding": "upheld",
        "case": 999,
    }
    before = Case.objects.filter(pk=case.pk).values().get()
    url = reverse("staff_workspace:issue", args=[case.reference])
    assert client.post(url, {"point": "One more point", **extra}).status_code == 302
    after = Case.objects.filter(pk=case.pk).values().get()
    assert {key for key in before if before[key] != after[key]} <= {"updated_at"}
    added = Issue.objects.get(point="One more point")
    assert (added.case_id, added.finding) == (case.pk, "")
    assert AuditEvent.objects.order_by("-pk")[0].actor_name == officer.username


def test_a_share_gives_no_role_that_the_form_does_not_offer(
    body: Body, client_for: Callable[..., Client], officer: Any, case: Case, people: dict[str, Any]
) -> None:
    client = client_for(body)
    client.force_login(officer)
    url = reverse("staff_workspace:share", args=[case.reference])
    member = people["colleague"].staff_member.pk
    for role in ("handler", "governance", "signatory", "named", "guardian", "*"):
        given = {"member": f"member-{member}", "role": role, "reason": "Passing it on"}
        assert client.post(url, given).status_code == 200, "sent back"
    assert not CaseUserGrant.objects.exists()
    given["role"] = "viewer"
    assert client.post(url, given).status_code == 302
    assert CaseUserGrant.objects.get().permission.codename == "viewer"


def test_a_host_of_no_body_has_no_workspace_and_no_case(case: Case, officer: Any) -> None:
    for host in ("evil.example.net", "other.localhost", "hwe.localhost.evil.example.net"):
        client = Client(headers={"host": host})
        client.force_login(officer)
        answer = client.get(reverse("staff_workspace:case", args=[case.reference]))
        assert answer.status_code == 404
        assert case.headline not in answer.content.decode()


def test_a_forwarded_host_counts_for_nothing(
    body: Body, client_for: Callable[..., Client], officer: Any, case: Case
) -> None:
    client = client_for(body)
    client.force_login(officer)
    url = reverse("staff_workspace:ask_outside", args=[case.reference])
    day = timezone.localdate() + timedelta(days=7)
    given = {
        "name": "Sam Rivers",
        "organisation": "Riverbank",
        "questions": "How many?",
        "ends_on-day": day.day,
        "ends_on-month": day.month,
        "ends_on-year": day.year,
    }
    answer = client.post(url, given, headers={"x-forwarded-host": "evil.example.net"})
    link = OutsideLink.objects.get()
    assert f"http://hwe.localhost/workspace/outside/{link.key}/" in answer.content.decode()
    assert "evil.example.net" not in answer.content.decode()
