"""Every address × everybody × every state of a case, compared with the matrix: no leak, no refusal.

`make test` walks a slice in which everybody asks at some addresses and every address is asked by
several; with CANDOUR_PROVE set (`make prove`) it walks all of it, and those who may act do. Both
print how many answers were compared.
"""

import os
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from permissions.models import Body, TeamMembership
from permissions.rules.actions import Action
from permissions.rules.matrix import MATRIX, Role
from staff_workspace.actions.annual_figures import approve_figures, prepare_figures
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import STATES
from staff_workspace.reports.reporting_year import year_starting
from tests.permissions.access_relations import Relation, relations
from tests.permissions.test_matrix_everywhere import expected, other_body  # noqa: F401
from tests.walk.addresses import Address, of_a_body, of_a_case

ALL = bool(os.environ.get("CANDOUR_PROVE"))
# In a slice these take every address, and so does somebody who is allowed it; the others every
# twelfth, each beginning with another one.
ASK_ALL = {"anonymous", "superuser", "handler of the team", "walled governance"}
EACH = 12
# The sheet is found by the code that was just shown: without one there is none, whoever asks.
NOT_WITHOUT_MORE = {"code_sheet"}
WHEN = list(STATES) if ALL else ["sign_off"]


def signed_in(body: Body, client_for: Callable[..., Client], user: Any) -> Client:
    """A browser of ``user`` at the body's site."""
    client = client_for(body)
    if user.is_authenticated:
        client.force_login(user)
    return client


def asks(place: int, who: Relation, number: int, allowed: list[bool]) -> bool:
    """Whether ``who`` takes the address with that number; ``allowed`` says who of all may."""
    if ALL or who.name in ASK_ALL or (place + number) % EACH == 0:
        return True
    return allowed[place] and not any(allowed[:place])


def acts(place: int, address: Address, number: int, allowed: list[bool]) -> bool:
    """Whether somebody who may take an action also sends its empty form: in `make prove`.

    The first who may does, and a sixth of the others, each another one at each address.
    """
    if not ALL or address.name in NOT_WITHOUT_MORE:
        return False
    return not any(allowed[:place]) or (place + number) % 6 == 0


def answers(client: Client, url: str, *, acted: bool, undone: bool) -> list[int]:
    """The status of looking, and of sending an empty form.

    What somebody did who may is undone, for those who come after.
    """
    looked = client.get(url).status_code
    if not acted:
        return [looked]
    with transaction.atomic():
        done = client.post(url).status_code
        transaction.set_rollback(undone)
    return [looked, done]


def walk(
    everybody: list[Relation],
    clients: list[Client],
    addresses: list[tuple[Address, str]],
    may: dict[str, list[bool]],
    is_wrong: Callable[[Relation, bool, list[int]], bool],
) -> tuple[int, list[Any]]:
    """Ask at the addresses as everybody: how many answers were compared, and those that differ.

    ``may`` says for each address who of ``everybody`` is allowed.
    """
    asked, wrong = [], []
    for place, (who, client) in enumerate(zip(everybody, clients, strict=True)):
        for number, (address, url) in enumerate(addresses):
            if not asks(place, who, number, may[address.name]):
                continue
            allowed = may[address.name][place]
            sends = not allowed or acts(place, address, number, may[address.name])
            got = answers(client, url, acted=sends, undone=allowed)
            asked += [(address.name, allowed)] * len(got)
            if is_wrong(who, allowed, got):
                wrong.append((who.name, address.name, allowed, got))
    every = {(name, said) for name, allowed in may.items() for said in allowed}
    assert set(asked) == every, "each address is opened and refused at least once, where it can be"
    return len(asked), wrong


def is_wrong_for_a_case(who: Relation, allowed: bool, got: list[int]) -> bool:
    """Whether an answer is not the one that the matrix gives: 404 for whoever may not."""
    return any((status == 404) == allowed or status >= 500 for status in got)


@pytest.mark.parametrize("restricted", [False, True] if ALL else [False])
@pytest.mark.parametrize("state", WHEN)
def test_addresses_of_a_case_answer_as_the_matrix_says(
    state: str,
    restricted: bool,
    make_case: Callable[..., Case],
    people: dict[str, Any],
    body: Body,
    other_body: Body,  # noqa: F811
    client_for: Callable[..., Client],
    record_property: Any,
) -> None:
    case = make_case(state=state, restricted=restricted)
    everybody = list(relations([case], people, other_body))
    addresses = list(of_a_case(case, people["officer"]))
    may = {
        address.name: [expected(MATRIX, who, case, address.action) for who in everybody]
        for address, _ in addresses
    }
    clients = [signed_in(body, client_for, who.user) for who in everybody]
    asked, wrong = walk(everybody, clients, addresses, may, is_wrong_for_a_case)
    record_property("answers compared", asked)
    assert wrong == [], "\n".join(map(str, wrong))


def test_addresses_of_a_body_answer_as_the_matrix_says(
    make_case: Callable[..., Case],
    people: dict[str, Any],
    body: Body,
    other_body: Body,  # noqa: F811
    client_for: Callable[..., Client],
    record_property: Any,
) -> None:
    case = make_case(state="sign_off")
    # Approved: drafts are for those who prepare or approve them.
    figures = prepare_figures(body=body, by=people["governance"], year=year_starting(2025))
    approve_figures(figures=figures, by=people["governance"])
    everybody = list(relations([case], people, other_body))
    addresses = list(of_a_body(body, case, people))
    may = {
        address.name: [may_enter(who, case, address.action, body) for who in everybody]
        for address, _ in addresses
    }
    clients = [signed_in(body, client_for, who.user) for who in everybody]
    asked, wrong = walk(everybody, clients, addresses, may, leaks)
    record_property("answers compared", asked)
    assert wrong == [], "\n".join(map(str, wrong))


def may_enter(who: Relation, case: Case, action: Action, body: Body) -> bool:
    """What the matrix says of somebody's teams; whoever sees a case may enter the workspace."""
    if action is Action.ENTER_WORKSPACE and expected(MATRIX, who, case, Action.VIEW_CASE):
        return True
    if not (who.user.is_authenticated and who.user.is_active):
        return False
    if action.on_cases:
        # The review of a broken glass speaks of a case: a role on that case counts, and a wall.
        return expected(MATRIX, who, case, action)
    seats = TeamMembership.objects.filter(staff_member__user=who.user, team__body=body)
    seats = seats.exclude(ends_at__lte=timezone.now()).filter(staff_member__body=body)
    roles = seats.values_list("team__role", flat=True)
    return any("*" in MATRIX[Role(role)].get(action, ()) for role in roles)


def leaks(who: Relation, allowed: bool, got: list[int]) -> bool:
    """Whether an answer is not the one that the matrix gives.

    Somebody who is not signed in is asked to, wherever they look and whatever lies there.
    """
    looked, *acted = got
    if allowed:
        return any(status == 404 or status >= 500 for status in got)
    polite = {404} if who.user.is_authenticated and who.user.is_active else {302, 404}
    return looked not in polite or any(status != 404 for status in acted)
