"""Grave allegations are investigated from another team than the subject's (IV-1)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from permissions.models import Body, Team
from permissions.rules.matrix import Role
from staff_workspace.actions.share_case import share_case
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from tests.staff_workspace.access.test_walls_and_restrictions import share, shut_out
from tests.workspace_people import make_person, make_team

SAID = "Choose a senior person from another team: the allegations are serious."


@pytest.fixture
def ward(body: Body) -> Team:
    """A team that owns no cases; the subject works in it."""
    return make_team(body, "ward", Role.VIEWER)


@pytest.fixture
def ward_colleague(body: Body, people: dict[str, Any], ward: Team, case: Case) -> User:
    """Works with the subject, who is shut out of the case."""
    people["subject"] = make_person(body, "subject", ward)
    people["ward"] = make_person(body, "ward", ward)
    shut_out(case, people, "subject")
    return people["ward"]


def graded(case: Case, grade: str) -> None:
    Case.objects.filter(pk=case.pk).update(grade=grade)
    case.refresh_from_db()


@pytest.mark.requirement("IV-1")
@pytest.mark.parametrize("grade", ["", "minor", "moderate"])
def test_a_colleague_of_the_subject_may_investigate_what_is_not_grave(
    case: Case, people: dict[str, Any], ward_colleague: User, grade: str
) -> None:
    graded(case, grade)
    share(case, people, "ward", by="governance", role=Role.INVESTIGATOR)
    assert case.user_grants.get().user == ward_colleague


@pytest.mark.requirement("IV-1")
@pytest.mark.parametrize("grade", ["major", "catastrophic"])
def test_a_grave_complaint_is_not_investigated_by_a_colleague_of_its_subject(
    case: Case, people: dict[str, Any], ward: Team, ward_colleague: User, grade: str
) -> None:
    graded(case, grade)
    with pytest.raises(NotAllowed, match="senior person from another team"):
        share(case, people, "ward", by="governance", role=Role.INVESTIGATOR)
    share(case, people, "colleague", by="governance", role=Role.INVESTIGATOR)
    share(case, people, "ward", by="governance", role=Role.VIEWER)
    assert case.user_grants.count() == 2


@pytest.mark.requirement("IV-1")
def test_nor_by_the_whole_team_of_its_subject(
    case: Case, people: dict[str, Any], ward: Team, ward_colleague: User
) -> None:
    graded(case, "catastrophic")
    terms = {"role": Role.INVESTIGATOR, "reason": "They know the ward", "ends_at": None}
    with pytest.raises(NotAllowed, match="senior person from another team"):
        share_case(case=case, by=people["governance"], with_member=ward, **terms)
    assert not case.team_grants.exists()


@pytest.mark.requirement("IV-1")
def test_governance_reads_of_an_investigator_who_is_too_near_once_the_case_turns_out_grave(
    case: Case,
    body: Body,
    people: dict[str, Any],
    ward_colleague: User,
    client_for: Callable[..., Client],
) -> None:
    share(case, people, "ward", by="officer", role=Role.INVESTIGATOR)
    client = client_for(body)
    page = reverse("staff_workspace:access", args=[case.reference])

    def reads(who: str) -> str:
        client.force_login(people[who])
        return client.get(page).content.decode()

    assert SAID not in reads("governance")
    graded(case, "catastrophic")
    assert SAID in reads("governance")
    # Whoever only shares the case would learn from it that somebody is shut out.
    assert SAID not in reads("officer")
    share(case, people, "ward", by="officer", role=Role.INVESTIGATOR)
    assert case.user_grants.get().user == ward_colleague, "sharing again stands as well"
