"""A body comes with a team that owns what arrives, and a form without one is not published."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test import RequestFactory
from django.urls import reverse

from feedback_forms.models import FormPage
from feedback_forms.shipping import build_form_page
from feedback_forms.wagtail_hooks import somebody_owns_what_arrives
from permissions import gate
from permissions.bodies import NobodyWouldOwnIt, create_body, create_team
from permissions.models import Body
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.checks import every_body_owns_what_arrives

VALUES = {"key": "new", "name": "New Body", "short_name": "New", "profile_key": "statute"}


def test_a_body_is_made_with_the_team_that_owns_what_arrives(db: None) -> None:
    body = create_body(owning_team="Complaints", **VALUES)
    assert body.owns_what_arrives
    assert {team.role for team in body.teams.all()} == {"handler", "governance"}
    assert every_body_owns_what_arrives() == []


def test_no_body_is_made_without_one(db: None) -> None:
    with pytest.raises(NobodyWouldOwnIt):
        create_body(owning_team=" ", **VALUES)
    assert not Body.objects.exists()


def test_a_body_that_lost_its_team_fails_the_check(body: Body) -> None:
    assert [error.id for error in every_body_owns_what_arrives()] == ["staff_workspace.E002"]


def test_a_check_that_the_database_does_not_answer_says_so(
    monkeypatch: pytest.MonkeyPatch, db: None
) -> None:
    def no_answer(*args: object, **kwargs: object) -> None:
        raise OperationalError

    monkeypatch.setattr(Body.objects, "exclude", no_answer)
    (said,) = every_body_owns_what_arrives()
    assert said.id == "staff_workspace.W003"
    assert "Not known whether each body owns what arrives" in said.msg


def test_a_form_is_not_published_where_nobody_would_own_it(body: Body) -> None:
    with pytest.raises(ValidationError, match="No team owns"):
        build_form_page(body.site.root_page, "compliment")
    page = body.site.root_page.get_children().get(slug="compliment").specific
    assert not page.live
    create_team(body, key="desk", name="Desk", role=Role.HANDLER, owns_new_cases=True)
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.live


def test_the_editor_is_told_and_the_form_stays_a_draft(body: Body, rf: RequestFactory) -> None:
    page = FormPage(title="Compliment", slug="compliment", kind="compliment", live=False)
    body.site.root_page.add_child(instance=page)
    request = rf.post("/")
    request.session = SessionStore()
    request._messages = FallbackStorage(request)
    answer = somebody_owns_what_arrives(request, page)
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "No team owns" in str(next(iter(get_messages(request))))
    create_team(body, key="desk", name="Desk", role=Role.HANDLER, owns_new_cases=True)
    assert somebody_owns_what_arrives(request, page) is None


def test_the_first_of_governance_is_seated_from_the_shell_and_no_second(db: None) -> None:
    body = create_body(owning_team="Complaints", **VALUES)
    first, second = (User.objects.create(username=name) for name in ("first", "second"))
    seat = {"name": "Ada Example", "job_title": "Head of Governance", "stdout": StringIO()}
    with pytest.raises(CommandError, match="no such"):
        call_command("first_governance", "nowhere", "first", **seat)
    call_command("first_governance", "new", "first", **seat)
    assert gate.may(first, Action.MANAGE_TEAMS, body)
    with pytest.raises(CommandError, match="they add people"):
        call_command("first_governance", "new", "second", **seat)
    assert not gate.may(second, Action.MANAGE_TEAMS, body)
