"""Drafting and approving a change of the policy can be in the hands of different roles."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from permissions.models import Body, MatrixVersion
from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT
from permissions.rules.matrix import ANY, Role
from staff_workspace.models import ProfileDraft, ProfileVersion
from tests.workspace_people import RECEIVED, make_person, make_team

DRAFTING = ("policy_draft", "submit_draft", "put_up_draft", "discard_draft")
DECIDING = ("approve_draft", "return_draft")


@pytest.fixture
def signatory(body: Body, people: dict[str, Any]) -> User:
    """By this body's matrix Governance drafts a change and the signatory alone approves it."""
    governance, signatory = DEFAULT.rows[Role.GOVERNANCE], DEFAULT.rows[Role.SIGNATORY]
    kept = {a: states for a, states in governance.items() if a is not Action.APPROVE_PROFILE}
    approves = {**signatory, Action.APPROVE_PROFILE: ANY, Action.VIEW_PROFILE: ANY}
    approves.pop(Action.CHANGE_PROFILE, None)
    matrix = DEFAULT.with_row(Role.GOVERNANCE, kept).with_row(Role.SIGNATORY, approves)
    body.matrix = MatrixVersion.objects.create(
        body=body, number=1, data=matrix.to_dict(), made_by_name="Test", made_at=RECEIVED
    )
    body.save()
    return make_person(body, "signs", make_team(body, "signs", Role.SIGNATORY))


def statuses(client: Client, names: tuple[str, ...], draft: ProfileDraft) -> set[int]:
    found = (client.get(reverse(f"staff_workspace:{name}", args=[draft.pk])) for name in names)
    return {answer.status_code for answer in found}


def test_whoever_approves_and_does_not_draft_finds_reads_and_publishes_what_was_put_up(
    enter: Callable[[User], Client],
    signatory: User,
    drafter: User,
    draft: ProfileDraft,
    change: Any,
    submit: Any,
) -> None:
    client, address = enter(signatory), reverse("staff_workspace:approve_draft", args=[draft.pk])
    policy = reverse("staff_workspace:profiles")
    assert address not in client.get(policy).content.decode(), "an unfinished draft"
    change("acknowledgement.ack_wd", in_force=2)
    submit("correction")
    assert address in client.get(policy).content.decode()
    assert statuses(client, DECIDING, draft) == {200}
    assert statuses(client, DRAFTING, draft) == {404}
    draft.refresh_from_db()
    client.post(address, {"checked": "true", "revision": draft.revision})
    assert ProfileVersion.objects.filter(body=draft.body).count() == 2


def test_whoever_drafts_and_does_not_approve_reads_what_they_put_up(
    enter: Callable[[User], Client],
    signatory: User,
    drafter: User,
    draft: ProfileDraft,
    change: Any,
    submit: Any,
) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    client = enter(drafter)
    sent = {"kind": "correction", "why": "The board decided it."}
    address = reverse("staff_workspace:submit_draft", args=[draft.pk])
    shown = client.post(address, sent, follow=True)
    assert shown.redirect_chain[-1][0].endswith("/put-up/")
    assert "Take it back" in shown.content.decode()
    assert statuses(client, DECIDING, draft) == {404}


def test_a_draft_that_is_sent_back_leaves_the_list_of_whoever_only_approves(
    enter: Callable[[User], Client], signatory: User, draft: ProfileDraft, change: Any, submit: Any
) -> None:
    change("acknowledgement.ack_wd", in_force=2)
    submit("correction")
    client = enter(signatory)
    address = reverse("staff_workspace:return_draft", args=[draft.pk])
    shown = client.post(address, {"because": "Three, said the board."}, follow=True)
    assert shown.status_code == 200
    assert "The change is with its drafter again" in shown.content.decode()
    assert f"drafts/{draft.pk}/" not in shown.content.decode()
