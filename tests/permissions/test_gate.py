"""The gate against the matrix: one answer for one object, the same for a list."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from permissions import gate
from permissions.models import TeamMembership
from permissions.rules.actions import Action
from permissions.rules.matrix import Role
from staff_workspace.models import Case, CaseTeamGrant, CaseUserGrant, Issue
from tests.workspace_people import make_person


def granted(case: Case, role: Role, **holder: Any) -> Any:
    """A guardian grant of ``role`` on ``case``."""
    permission = Permission.objects.get(
        content_type=ContentType.objects.get_for_model(Case), codename=role.value
    )
    model = CaseUserGrant if "user" in holder else CaseTeamGrant
    terms = {"granted_at": timezone.now(), "reason": "For the tests", **holder}
    return model.objects.create(content_object=case, permission=permission, **terms)


def sees(user: Any, case: Case, action: Action) -> bool:
    """What the list says of one case."""
    return gate.visible_to(user, Case.objects.all(), action).filter(pk=case.pk).exists()


def test_a_grant_ends_at_its_minute_without_any_job(case: Case, people: dict[str, Any]) -> None:
    grant = granted(case, Role.VIEWER, user=people["colleague"])
    grant.ends_at = timezone.now() + timedelta(minutes=1)
    grant.save()
    assert gate.may(people["colleague"], Action.VIEW_CASE, case)
    grant.ends_at = timezone.now() - timedelta(seconds=1)
    grant.save()
    assert not gate.may(people["colleague"], Action.VIEW_CASE, case)
    assert not sees(people["colleague"], case, Action.VIEW_CASE)


def test_a_team_grant_lets_its_members_in_while_they_are_members(
    case: Case, people: dict[str, Any]
) -> None:
    signatories = people["signatory"].staff_member.memberships.get().team
    granted(case, Role.VIEWER, group=signatories.group)
    assert sees(people["signatory"], case, Action.VIEW_CASE)
    TeamMembership.objects.filter(team=signatories).update(ends_at=timezone.now())
    assert not sees(people["signatory"], case, Action.VIEW_CASE)


def test_adding_oneself_to_the_anchor_group_gives_nothing(
    case: Case, people: dict[str, Any]
) -> None:
    root = User.objects.create(username="root", is_superuser=True)
    root.groups.add(people["nursing"].group)
    granted(case, Role.HANDLER, group=people["nursing"].group)
    assert not gate.may(root, Action.VIEW_CASE, case)
    assert not sees(root, case, Action.VIEW_CASE)


def test_what_hangs_from_a_case_is_seen_with_the_case_alone(
    make_case: Callable[..., Case], people: dict[str, Any]
) -> None:
    shared, other = make_case(), make_case()
    granted(shared, Role.VIEWER, user=people["colleague"])
    visible = gate.visible_to(people["colleague"], Issue.objects.all(), Action.VIEW_CASE)
    assert [issue.case_id for issue in visible] == [shared.pk]
    assert not gate.may(people["colleague"], Action.VIEW_CASE, other.issues.get())


def test_a_handler_of_another_team_of_the_body_sees_nothing(
    case: Case, people: dict[str, Any]
) -> None:
    from tests.workspace_people import make_team

    pals = make_team(case.body, "pals", Role.HANDLER)
    stranger = make_person(case.body, "pals", pals)
    assert not gate.may(stranger, Action.VIEW_CASE, case)
    assert not sees(stranger, case, Action.VIEW_CASE)


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_takes_the_same_queries_however_long_it_is(
    count: int,
    make_case: Callable[..., Case],
    people: dict[str, Any],
    django_assert_num_queries: Any,
) -> None:
    for _ in range(count):
        granted(make_case(), Role.VIEWER, user=people["colleague"])
    with django_assert_num_queries(2):
        found = list(gate.visible_to(people["colleague"], Case.objects.all(), Action.VIEW_CASE))
    assert len(found) == count
