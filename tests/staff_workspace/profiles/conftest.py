"""Two people of Governance, and a draft that changes how soon a complaint is acknowledged."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from permissions.models import Body
from staff_workspace.actions import draft_profile
from staff_workspace.models import ProfileDraft, ProfileVersion
from staff_workspace.policy.compare import values
from tests.workspace_people import at, make_person

NOW = at(23, 9)


@pytest.fixture
def drafter(people: dict[str, Any]) -> User:
    """Who drafts."""
    return people["governance"]


@pytest.fixture
def approver(body: Body, people: dict[str, Any]) -> User:
    """Another member of the same team."""
    team = body.teams.get(key="governance")
    return make_person(body, "approver", team)


@pytest.fixture
def version(body: Body, people: dict[str, Any]) -> ProfileVersion:
    """The version in force."""
    return body.profile_versions.get(number=1)


@pytest.fixture
def draft(version: ProfileVersion, drafter: User) -> ProfileDraft:
    """A draft in which nothing is changed yet."""
    return draft_profile.open_draft(version=version, by=drafter, at=NOW)


Change = Callable[..., None]


@pytest.fixture
def change(draft: ProfileDraft, drafter: User) -> Change:
    """Change parts of one value of the draft: ``change("acknowledgement.ack_wd", in_force=2)``."""

    def _change(key: str, **parts: Any) -> None:
        value = values(draft.profile)[key].model_dump(mode="json")
        if "in_force" in parts and not value["silent"]:
            parts.setdefault("policy_says", parts["in_force"])
        draft_profile.change_value(draft=draft, by=drafter, key=key, value=value | parts)

    return _change


@pytest.fixture
def submit(draft: ProfileDraft, drafter: User) -> Callable[..., ProfileDraft]:
    """Put the draft up: ``submit("correction")`` or ``submit("new_version", date(...))``."""

    def _submit(kind: Any, effective_from: date | None = None, when: datetime = NOW) -> Any:
        draft_profile.submit_draft(
            draft=draft,
            by=drafter,
            kind=kind,
            effective_from=effective_from,
            why="The board decided it.",
            at=when,
        )
        return draft

    return _submit


@pytest.fixture
def enter(body: Body, client_for: Callable[..., Client]) -> Callable[[User], Client]:
    """A browser in which somebody is signed in."""

    def _enter(user: User) -> Client:
        client = client_for(body)
        client.force_login(user)
        return client

    return _enter
