"""What is withheld answers like what is not there: status, headers, words and number of queries."""

import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from permissions.models import Body
from permissions.rules.matrix import Role
from staff_workspace.models import Case
from tests.permissions.access_relations import grant, wall
from tests.permissions.test_matrix_everywhere import other_body  # noqa: F401
from tests.walk.addresses import Address, of_a_case
from tests.workspace_people import at, make_person, make_team

ALL = bool(os.environ.get("CANDOUR_PROVE"))
SLICE = {"case", "people", "evidence", "document", "history", "sign", "shut_out", "let_in", "share"}
NOWHERE = "HWE-2026-9999"


@pytest.fixture(autouse=True)
def no_minute_passes(time_machine: Any) -> None:
    """A session that is used on is written once a minute, whatever is asked for."""
    time_machine.move_to(at(20), tick=False)


@pytest.fixture
def withheld(
    make_case: Callable[..., Case],
    body: Body,
    other_body: Body,  # noqa: F811
    people: dict[str, Any],
) -> dict[str, Case]:
    """Cases that the officer may not see, each for another reason."""
    pals = make_team(body, "pals", Role.HANDLER)
    cases = {
        "walled": make_case(),
        "of another team": make_case(owner_team=pals),
        "of another body": make_case(body=other_body, reference="HWE-2026-8888"),
        "restricted": make_case(restricted=True),
    }
    wall(cases["walled"], people["officer"], people["governance"])
    return cases


@pytest.fixture
def walled_governance(body: Body, people: dict[str, Any]) -> Any:
    """Somebody of Governance, who sees every other case of the body."""
    team = people["governance"].staff_member.memberships.get().team
    return make_person(body, "related", team)


def addresses(case: Case, people: dict[str, Any]) -> Iterator[tuple[Address, str]]:
    """Where each case could be reached; grants and walls of others are there to be guessed at."""
    grant(case, Role.VIEWER, user=people["colleague"])
    elsewhere = people["signatory"].staff_member.memberships.get().team
    grant(case, Role.VIEWER, group=elsewhere.group)
    if not case.walls.exists():
        wall(case, people["officer2"], people["governance"])
    for address, url in of_a_case(case, people["officer"]):
        if ALL or address.name in SLICE:
            yield address, url


def answer_of(client: Client, method: str, url: str) -> tuple[Any, ...]:
    """Everything that whoever asks can tell, and what it cost."""
    reset_queries()  # Django notes 9,000 of them and then counts none
    with CaptureQueriesContext(connection) as asked:
        found = getattr(client, method)(url)
    secret = re.compile(r"nonce(?:=\"|-)[\w+/=-]+")
    said = secret.sub("NONCE", found.content.decode()).replace(url, "URL")
    headers = sorted(
        (name, secret.sub("NONCE", value).replace(url, "URL"))
        for name, value in found.items()
        if name != "Content-Security-Policy"
    )
    policy = sorted(secret.sub("NONCE", found.headers["Content-Security-Policy"]).split("; "))
    said = re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1TOKEN", said)
    return found.status_code, headers, policy, said, len(asked)


def different(
    client: Client, why: str, case: Case, people: dict[str, Any]
) -> tuple[int, list[tuple[Any, ...]]]:
    """How many answers were compared, and which were others than for a case that is not there."""
    client.get(reverse("staff_workspace:case", args=[NOWHERE]))  # fills the caches
    found, compared = [], 0
    for address, url in addresses(case, people):
        unknown = url.replace(case.reference, NOWHERE)
        for method in ("get", "post"):
            got, wanted = answer_of(client, method, url), answer_of(client, method, unknown)
            compared += 1
            if got != wanted or got[0] != 404:
                found.append((why, address.name, method, got[0], got[-1], wanted[-1]))
    return compared, found


def test_walled_foreign_restricted_and_unknown_cases_answer_alike(
    withheld: dict[str, Case],
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
    record_property: Any,
) -> None:
    client = client_for(body)
    client.force_login(people["officer"])
    compared, wrong = 0, []
    for why, case in withheld.items():
        more, others = different(client, why, case, people)
        compared, wrong = compared + more, [*wrong, *others]
    record_property("answers compared", compared)
    assert wrong == [], "\n".join(map(str, wrong))
    assert compared >= 4 * 2 * len(SLICE)


def test_to_governance_a_case_behind_a_wall_answers_like_none(
    make_case: Callable[..., Case],
    walled_governance: Any,
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
    record_property: Any,
) -> None:
    case, seen = make_case(), make_case()
    wall(case, walled_governance, people["governance"])
    client = client_for(body)
    client.force_login(walled_governance)
    open_to_them = client.get(reverse("staff_workspace:history", args=[seen.reference]))
    assert open_to_them.status_code == 200, "what is not walled is theirs to see"
    compared, wrong = different(client, "walled governance", case, people)
    record_property("answers compared", compared)
    assert wrong == [], "\n".join(map(str, wrong))
    assert compared >= 2 * len(SLICE)
