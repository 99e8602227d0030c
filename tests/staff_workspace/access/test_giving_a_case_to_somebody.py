"""Who cannot be given a case, and what those read who try."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from permissions.rules.matrix import Role
from staff_workspace.actions.restrict_case import lift_restriction, restrict_case
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from tests.permissions.access_relations import wall
from tests.staff_workspace.access.test_walls_and_restrictions import share, shut_out


@pytest.mark.requirement("IV-3")
def test_a_case_is_not_shared_for_work_with_its_subject(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    shut_out(case, people, "officer2")
    with pytest.raises(NotAllowed, match="subject of the complaint"):
        share(case, people, "officer2", by="governance", role=Role.INVESTIGATOR)
    client = client_for(body)
    client.force_login(people["officer"])
    page = reverse("staff_workspace:share", args=[case.reference])
    given = {
        "member": f"member-{people['colleague'].staff_member.pk}",
        "role": "investigator",
        "reason": "Knows the ward",
    }
    assert (
        "Confirm that the complaint is not about them" in client.post(page, given).content.decode()
    )
    assert not case.user_grants.exists()
    client.post(page, {**given, "unconnected": "true"})
    assert case.user_grants.get().user == people["colleague"]
    client.post(page, {**given, "role": "viewer"})
    assert case.user_grants.count() == 2, "reading it asks for no such word"


def test_who_cannot_take_a_case_is_refused_in_one_sentence_whatever_the_reason(
    make_case: Callable[..., Case],
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    walled, related, restricted, free = make_case(), make_case(), make_case(), make_case()
    shut_out(walled, people, "officer2")
    wall(related, people["officer2"], people["governance"], reason="conflict")
    for case in (restricted, free):
        officer = people["officer"].staff_member
        restrict_case(case=case, by=people["governance"], named=[officer], reason="Own staff")
    lift_restriction(case=free, by=people["governance"], reason="They have left")
    client = client_for(body)
    client.force_login(people["officer"])
    chosen = people["officer2"].staff_member
    given = {"member": chosen.pk, "unconnected": "true", "note": ""}

    def answer(case: Case, way: str) -> str:
        page = reverse("staff_workspace:assign", args=[case.reference])
        found = client.get(page) if way == "look" else client.post(page, given)
        return found.content.decode()

    offered = f'<option value="{chosen.pk}"'
    assert all(offered in answer(case, "look") for case in (walled, related, restricted, free))
    for case in (walled, related, restricted):
        said = answer(case, "try")
        assert "Second cannot take this case. Choose somebody else, or ask Governance" in said
        for word in ("shut out", "subject of", "may not see"):
            assert word not in said
    client.force_login(people["governance"])
    assert "subject of the complaint" in answer(walled, "try")
    assert "is shut out of this case" in answer(related, "try")
    assert "may not see this case" in answer(restricted, "try")
