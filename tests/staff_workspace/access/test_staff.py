"""Governance takes somebody onto the staff and lets them leave; nobody needs a shell for it."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from permissions import gate, outbox
from permissions.models import AuditEvent, Body, StaffMember
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.actions.share_case import share_case
from staff_workspace.actions.staff_of_body import add_to_staff, leave_staff
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from tests.workspace_people import make_person, staffed

PASSWORD = "four quiet otters"
NEW = {
    "account": "ada",
    "email": "ada@example.org",
    "name": "Ada Example",
    "job_title": "Officer",
    "reason": "Starts today",
}


def added(body: Body, people: dict[str, Any], **changes: str) -> StaffMember:
    """Governance adds somebody."""
    return add_to_staff(body=body, by=people["governance"], **{**NEW, **changes})


@pytest.fixture
def governance(body: Body, people: dict[str, Any], client_for: Callable[..., Client]) -> Client:
    """The browser of Governance."""
    client = client_for(body)
    client.force_login(people["governance"])
    return client


def link_in(message: Any) -> str:
    """The address in the mail, without the host."""
    found = re.search(r"https?://[^/\s]+(\S+)", message.body)
    assert found
    return found[1]


def test_somebody_new_gets_an_account_a_link_a_password_and_a_team(
    body: Body,
    case: Case,
    people: dict[str, Any],
    governance: Client,
    client_for: Callable[..., Client],
) -> None:
    said = governance.post(reverse("staff_workspace:add_staff"), NEW, follow=True).content.decode()
    assert "Ada Example is on the staff. A link to set a password is sent" in said
    assert "No password yet" in said
    outbox.work()
    assert mail.outbox[0].to == ["ada@example.org"]
    ada, page = client_for(body), link_in(mail.outbox[0])
    shown = ada.get(page, follow=True)
    form = shown.redirect_chain[-1][0]
    assert page != form
    assert "Set your password" in shown.content.decode()
    twice = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    unlike = ada.post(form, {**twice, "new_password2": "other words here"}).content.decode()
    assert "Type the same password in both boxes" in unlike
    done = ada.post(form, twice, follow=True).content.decode()
    assert "Your password is set" in done
    assert "This link cannot be used" in client_for(body).get(page).content.decode()
    sign_in = reverse("staff_workspace:sign_in")
    assert ada.post(sign_in, {"username": "ada", "password": PASSWORD}).status_code == 302
    user = User.objects.get(username="ada")
    assert not gate.may(user, Action.VIEW_CASE, case)
    join = reverse("staff_workspace:join_team", args=[people["nursing"].pk])
    governance.post(join, {"member": user.staff_member.pk, "reason": "Starts today"})
    assert gate.may(user, Action.VIEW_CASE, case)
    assert AuditEvent.objects.filter(action="account.password_set", actor_name="ada").exists()


def test_a_link_ends_in_time_and_a_new_one_can_be_sent(
    body: Body,
    people: dict[str, Any],
    governance: Client,
    client_for: Callable[..., Client],
    time_machine: Any,
) -> None:
    member = added(body, people)
    outbox.work()
    again = reverse("staff_workspace:invite_staff", args=[member.pk])
    assert "A new link is sent" in governance.post(again, {}, follow=True).content.decode()
    outbox.work()
    old, new = (link_in(message) for message in mail.outbox)
    time_machine.move_to(timezone.now() + timedelta(days=4))
    for page in (old, new, "/workspace/set-password/OTk5OTk/x-y/"):
        assert "This link cannot be used" in client_for(body).get(page).content.decode()
    member.user.set_password(PASSWORD)
    member.user.save()
    governance.force_login(people["governance"])
    assert "needs no link" in governance.post(again, {}).content.decode()


def test_a_link_is_of_no_use_to_who_left_or_on_another_body_s_site(
    body: Body, people: dict[str, Any], other_body: Body, client_for: Callable[..., Client]
) -> None:
    member = added(body, people)
    outbox.work()
    page = link_in(mail.outbox[0])
    assert "This link cannot be used" in client_for(other_body).get(page).content.decode()
    leave_staff(member=member, by=people["governance"], reason="Never came")
    assert "This link cannot be used" in client_for(body).get(page).content.decode()


def test_an_account_that_is_there_is_typed_exactly_and_kept_as_it_is(
    body: Body, people: dict[str, Any], governance: Client
) -> None:
    editor = User.objects.create_user("comms", "comms@example.org", PASSWORD)
    page = reverse("staff_workspace:add_staff")
    assert "comms" not in governance.get(page).content.decode()
    assert added(body, people, account="COMMS@example.org", email="").user == editor
    assert not outbox.work()
    with pytest.raises(NotAllowed, match="Give an e-mail address"):
        added(body, people, account="com", email="")


def test_an_account_of_another_body_or_one_switched_off_is_not_taken_on(
    body: Body, people: dict[str, Any], other_body: Body
) -> None:
    User.objects.create(username="off", is_active=False)
    for account in ("other.officer", "off"):
        with pytest.raises(NotAllowed, match="not one that can be added here"):
            added(body, people, account=account)
    with pytest.raises(NotAllowed, match="on the staff already"):
        added(body, people, account="hwe.officer")


def test_who_leaves_loses_every_team_and_case_at_once_and_stays_in_the_audit(
    case: Case, body: Body, people: dict[str, Any], governance: Client
) -> None:
    officer, member = people["officer2"], people["officer2"].staff_member
    share_case(
        case=case,
        by=people["officer"],
        with_member=member,
        role=Role.VIEWER,
        reason="Knows the ward",
        ends_at=timezone.now() + timedelta(days=7),
    )
    page = reverse("staff_workspace:leave_staff", args=[member.pk])
    said = governance.post(page, {"reason": "Retires"}, follow=True).content.decode()
    assert "is no longer on the staff" in said
    officer.refresh_from_db()
    assert not officer.is_active
    assert not gate.may(officer, Action.VIEW_CASE, case)
    assert AuditEvent.objects.filter(detail__verb="leave", detail__reason="Retires").exists()
    # Back again: on the staff, in no team, and with nothing of what they were given before.
    added(body, people, account=officer.username, name="Second")
    officer.refresh_from_db()
    assert officer.is_active
    assert not gate.may(officer, Action.VIEW_CASE, case)


def test_governance_switches_off_no_account_that_has_a_job_on_the_website(
    body: Body, people: dict[str, Any]
) -> None:
    editor = people["officer"]
    editor.groups.add(Group.objects.create(name="Editors of pages"))
    leave_staff(member=editor.staff_member, by=people["governance"], reason="Moves to comms")
    editor.refresh_from_db()
    assert editor.is_active
    assert not gate.may(editor, Action.ENTER_WORKSPACE, body)


def test_nobody_of_governance_lets_themself_go_and_nobody_else_lets_anybody(
    body: Body, people: dict[str, Any]
) -> None:
    own = people["governance"].staff_member
    with pytest.raises(NotAllowed, match="Somebody else of Governance"):
        leave_staff(member=own, by=people["governance"], reason="Retires")
    second = make_person(body, "second-governance", body.teams.get(key="governance"))
    leave_staff(member=own, by=second, reason="Retires")
    for act in (
        lambda: added(body, {"governance": people["officer"]}),
        lambda: leave_staff(member=own, by=people["officer"], reason="Rival"),
    ):
        with pytest.raises(Http404):
            act()


@pytest.fixture
def other_body(site: Any) -> Body:
    """A second body on the same install, with staff."""
    home = site.root_page.add_sibling(instance=type(site.root_page)(title="O", slug="other-home"))
    other = type(site).objects.create(hostname="other.localhost", root_page=home)
    body = Body.objects.create(
        key="other", name="Other", short_name="O", site=other, profile_key="millbrook"
    )
    staffed(body)
    return body
