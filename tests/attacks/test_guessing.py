"""Numbers and references that somebody guesses, in the address and in the form."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site

from permissions.models import AuditEvent, Body, TeamMembership
from permissions.rules.matrix import Role
from staff_workspace.models import Case, CaseEvidence, CaseUserGrant
from tests.permissions.access_relations import grant, wall
from tests.walk.addresses import consent, document, evidence, link
from tests.workspace_people import staffed

ODD = [
    "0",
    "-1",
    "1 OR 1=1",
    "9" * 40,
    "%27",
    "%00",
    "..%2f..",
    "HWE-2026-0001%2f",
    "ＨＷＥ-2026-0001",
]


@pytest.fixture
def elsewhere(db: None) -> Body:
    """A second body on the same install."""
    home = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other-home"))
    site = Site.objects.create(hostname="other.localhost", root_page=home, site_name="Other")
    body = Body.objects.create(
        key="other", name="Other Body", short_name="Other", site=site, profile_key="millbrook"
    )
    staffed(body)
    return body


@pytest.fixture
def officer(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The officer's browser."""
    client = client_for(body)
    client.force_login(people["officer"])
    return client


def test_a_number_of_another_case_leads_nowhere_through_one_s_own(
    officer: Client, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    own, hidden = make_case(), make_case()
    wall(hidden, people["officer"], people["governance"])
    by = people["officer"]
    shared = grant(hidden, Role.VIEWER, user=people["colleague"])
    for name, pk in {
        "document": document(hidden, by).pk,
        "evidence": evidence(hidden, by).pk,
        "consent_received": consent(hidden, by).pk,
        "withdraw_consent": consent(hidden, by).pk,
        "withdraw_link": link(hidden, by).pk,
        "stop_sharing": shared.pk,
    }.items():
        url = reverse(f"staff_workspace:{name}", args=[own.reference, pk])
        assert officer.get(url).status_code == 404, name
        assert officer.post(url, {"reason": "Guessed"}).status_code in {404, 405}, name
    assert CaseUserGrant.objects.filter(pk=shared.pk, ends_at=None).exists()


def test_a_number_of_another_case_is_no_choice_of_a_form(
    officer: Client, make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    own, hidden = make_case(), make_case()
    theirs = evidence(hidden, people["officer"])
    point = hidden.issues.get()
    url = reverse("staff_workspace:ask_outside", args=[own.reference])
    evidence(own, people["officer"])
    given = {
        "name": "Sam Rivers",
        "organisation": "Riverbank",
        "questions": "How many?",
        "points": [point.pk],
        "files": [theirs.pk],
        "ends_on-day": 1,
        "ends_on-month": 1,
        "ends_on-year": 2099,
    }
    page = officer.post(url, given)
    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
    assert not own.outside_links.exists()
    assert CaseEvidence.objects.filter(case=hidden).count() == 1


def test_people_and_teams_of_another_body_cannot_be_named(
    officer: Client, case: Case, elsewhere: Body, people: dict[str, Any]
) -> None:
    foreign = elsewhere.staff.get(name="Officer") if hasattr(elsewhere, "staff") else None
    member = foreign or TeamMembership.objects.filter(team__body=elsewhere)[0].staff_member
    team = elsewhere.teams.first()
    url = reverse("staff_workspace:share", args=[case.reference])
    for who in (f"member-{member.pk}", f"team-{team.pk}"):
        given = {"member": who, "role": "viewer", "reason": "Guessed"}
        assert officer.post(url, given).status_code == 200, "sent back"
    assert not CaseUserGrant.objects.exists()
    assert not case.team_grants.exists()


def test_teams_and_memberships_of_another_body_are_not_there(
    body: Body, elsewhere: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["governance"])
    seat = TeamMembership.objects.filter(team__body=elsewhere)[0]
    for name, pk in {"join_team": seat.team_id, "end_membership": seat.pk}.items():
        url = reverse(f"staff_workspace:{name}", args=[pk])
        assert client.get(url).status_code == 404
        assert client.post(url, {"reason": "Guessed"}).status_code == 404
    seat.refresh_from_db()
    assert seat.ends_at is None


@pytest.mark.parametrize("odd", ODD)
def test_odd_references_and_numbers_are_not_found_and_break_nothing(
    officer: Client, case: Case, odd: str
) -> None:
    for address in (
        f"/workspace/cases/{odd}/",
        f"/workspace/cases/{case.reference}/evidence/{odd}/",
        f"/workspace/cases/{case.reference}/share/{odd}/stop/",
        f"/workspace/outside/{odd}x/",
        f"/workspace/teams/{odd}/add/",
    ):
        assert officer.get(address).status_code in {200, 404}, address
    shown = officer.get(f"/workspace/cases/?q={odd}&page={odd}&state={odd}&order={odd}&kind={odd}")
    assert shown.status_code == 200


def test_a_guess_is_in_the_audit_with_who_guessed(officer: Client, case: Case) -> None:
    officer.get("/workspace/cases/HWE-2026-7777/")
    row = AuditEvent.objects.order_by("-pk")[0]
    assert (row.outcome, row.object_ref, row.actor_name) == (
        "refused",
        "HWE-2026-7777",
        "hwe.officer",
    )


def test_codes_of_links_cannot_be_tried_out(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    made = link(case, people["officer"])
    url = reverse("staff_workspace:outside", args=[made.key])
    for _ in range(5):
        client_for(body).post(url, {"code": "AAAA-AAAA"})
    visitor = client_for(body)
    visitor.post(url, {"code": "ACDE-ACDE"})
    assert "How many?" not in visitor.get(url).content.decode(), "shut, also for the right code"
