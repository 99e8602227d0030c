"""The matrix that Governance changed in the browser counts at every address, for everybody."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from permissions.models import Body
from permissions.rules.actions import Action
from permissions.rules.matrix import ANY, MATRIX, Role
from staff_workspace.models import Case
from tests.permissions.access_relations import relations
from tests.permissions.test_matrix_everywhere import expected, other_body  # noqa: F401
from tests.walk.addresses import of_a_case
from tests.walk.test_every_address import ALL, is_wrong_for_a_case, signed_in, walk

EARLY = frozenset({"received", "investigating"})
# Handlers see a case in its first states alone and no longer grade; who may look may add a note.
CHANGED = {
    Role.HANDLER: {
        action: (EARLY if action.on_cases else ANY)
        for action in MATRIX[Role.HANDLER]
        if action is not Action.GRADE
    },
    Role.VIEWER: {**MATRIX[Role.VIEWER], Action.NOTE: ANY},
}
SLICE = {"case", "people", "evidence", "document", "grade", "note", "draft", "sign", "share"}


def publish(client: Client) -> None:
    """Tick, look at the preview, publish; one role after the other."""
    for number, (role, row) in enumerate(CHANGED.items()):
        page = reverse("staff_workspace:matrix_role", args=[role.value])
        ticked = [f"{action.value}:{state}" for action, states in row.items() for state in states]
        given = {"cell": ticked, "based_on": str(number), "reason": "Seniors grade"}
        assert client.post(page, {**given, "step": "publish"}).status_code == 302


@pytest.mark.skipif(not ALL, reason="long: make prove")
@pytest.mark.parametrize("state", ["received", "sign_off"])
def test_addresses_of_a_case_answer_as_the_changed_matrix_says(
    state: str,
    make_case: Callable[..., Case],
    people: dict[str, Any],
    body: Body,
    other_body: Body,  # noqa: F811
    client_for: Callable[..., Client],
    record_property: Any,
) -> None:
    case = make_case(state=state)
    everybody = list(relations([case], people, other_body))
    addresses = [one for one in of_a_case(case, people["officer"]) if one[0].name in SLICE]
    assert {address.name for address, _ in addresses} == SLICE
    publish(signed_in(body, client_for, people["governance"]))
    rows = {**MATRIX, **CHANGED}
    may = {
        address.name: [expected(rows, who, case, address.action) for who in everybody]
        for address, _ in addresses
    }
    shipped = [
        [expected(MATRIX, who, case, address.action) for who in everybody]
        for address, _ in addresses
    ]
    assert list(may.values()) != shipped, "the change shows in this state"
    clients = [signed_in(body, client_for, who.user) for who in everybody]
    asked, wrong = walk(everybody, clients, addresses, may, is_wrong_for_a_case)
    record_property("answers compared", asked)
    assert wrong == [], "\n".join(map(str, wrong))
