"""Governance changes who may do what: sees who gains and loses, says why, publishes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from permissions import gate
from permissions.models import AuditEvent, Body, MatrixVersion, TeamMembership
from permissions.models.matrix_version import MatrixVersionsAreFinal
from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT
from permissions.rules.matrix import ANY, Role
from staff_workspace.actions.publish_matrix import publish_matrix
from staff_workspace.models import Case
from staff_workspace.policy.lifecycle import NotAllowed
from staff_workspace.presenters.matrix_grid import row_from, states_words
from staff_workspace.queries.matrix_effect import MOST_PEOPLE, effects_of
from tests.permissions.access_relations import grant, wall
from tests.workspace_people import RECEIVED, make_person

HANDLER = dict(DEFAULT.rows[Role.HANDLER])


def published(body: Body, people: dict[str, Any], **changes: Any) -> MatrixVersion:
    """Governance takes grading from handlers, unless told otherwise."""
    row = {action: states for action, states in HANDLER.items() if action is not Action.GRADE}
    terms = {"role": Role.HANDLER, "row": row, "based_on": 0, "reason": "Seniors grade", **changes}
    return publish_matrix(body=body, **{"by": people["governance"], **terms})


def test_a_published_version_counts_from_the_next_request(
    case: Case, body: Body, people: dict[str, Any]
) -> None:
    assert gate.may(people["officer"], Action.GRADE, case)
    version = published(body, people)
    assert not gate.may(people["officer"], Action.GRADE, case)
    assert gate.may(people["governance"], Action.GRADE, case)
    again = published(body, people, row=HANDLER, based_on=1, reason="Back again")
    assert (version.number, again.number) == (1, 2)
    assert gate.may(people["officer"], Action.GRADE, case)


def test_a_version_is_never_changed(body: Body, people: dict[str, Any]) -> None:
    version = published(body, people)
    for change in (
        version.save,
        version.delete,
        MatrixVersion.objects.all().delete,
        lambda: MatrixVersion.objects.update(reason="Other"),
    ):
        with pytest.raises(MatrixVersionsAreFinal):
            change()
    event = AuditEvent.objects.get(action=Action.CHANGE_MATRIX)
    assert event.detail == {"version": 1, "role": "handler", "reason": "Seniors grade"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"row": HANDLER}, "Nothing is changed"),
        ({"based_on": 7}, "meanwhile"),
        ({"role": Role.GOVERNANCE, "row": {}}, "must stay"),
    ],
)
def test_what_cannot_be_published(
    changes: dict[str, Any], words: str, body: Body, people: dict[str, Any]
) -> None:
    with pytest.raises(NotAllowed, match=words):
        published(body, people, **changes)


def test_only_governance_publishes(body: Body, people: dict[str, Any]) -> None:
    for who in ("officer", "signatory", "colleague"):
        with pytest.raises(Http404):
            published(body, people, by=people[who])


def cells(without: str) -> list[str]:
    """The boxes of a handler as they are ticked, without one action."""
    return [f"{a.value}:*" for a in HANDLER if a.value != without]


def test_the_preview_says_who_loses_what_before_anything_is_changed(
    make_case: Callable[..., Case],
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    make_case(), make_case()
    client = client_for(body)
    client.force_login(people["governance"])
    page = reverse("staff_workspace:matrix_role", args=["handler"])
    assert client.get(page).status_code == 200
    given = {"cell": cells("case.grade"), "based_on": "0", "step": "preview"}
    preview = client.post(page, given).content.decode()
    assert "It on 2 cases" in preview
    assert "Officer of HWE" in preview
    assert not MatrixVersion.objects.exists()
    refused = client.post(page, {**given, "step": "publish", "reason": ""}).content.decode()
    assert "There is a problem" in refused
    late = {**given, "based_on": "x", "step": "publish", "reason": "Seniors grade"}
    assert "meanwhile" in client.post(page, late).content.decode()
    said = client.post(
        page, {**given, "step": "publish", "reason": "Seniors grade"}, follow=True
    ).content.decode()
    assert "Version 1 counts from now on" in said
    version = client.get(reverse("staff_workspace:matrix_version", args=[1])).content.decode()
    assert "Case handler, grade: Always → –" in version


def preview(client: Client, role: Role, more: list[str]) -> str:
    """What the preview says when boxes are ticked besides those in force."""
    page = reverse("staff_workspace:matrix_role", args=[role.value])
    now = [f"{a.value}:{s}" for a, states in DEFAULT.rows[role].items() for s in states]
    given = {"cell": [*now, *more], "based_on": "0", "step": "preview"}
    return " ".join(client.post(page, given).content.decode().split())


def test_the_preview_counts_closed_cases_too(
    make_case: Callable[..., Case],
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    case = make_case(state="closed", closed_at=RECEIVED)
    make_case(state="investigating")
    client = client_for(body)
    client.force_login(people["governance"])
    said = preview(client, Role.SIGNATORY, ["case.view:closed"])
    assert "It on 1 case<" in said
    row = {**DEFAULT.rows[Role.SIGNATORY]}
    row[Action.VIEW_CASE] = row[Action.VIEW_CASE] | {"closed"}
    published(body, people, role=Role.SIGNATORY, row=row)
    assert gate.may(people["signatory"], Action.VIEW_CASE, case)


def test_the_preview_says_so_when_nobody_gains_or_loses_now(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["governance"])
    said = preview(client, Role.SIGNATORY, ["case.view:closed"])
    assert "Nobody gains or loses anything now." in said
    assert "It counts for every case that comes into such a state later." in said
    assert ">Nothing<" not in said


def test_the_preview_names_nobody_as_gaining_what_another_team_gives_them(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    both = people["governance"].staff_member
    TeamMembership.objects.filter(staff_member__user=people["signatory"]).delete()
    team = body.teams.get(key="signatories")
    TeamMembership.objects.create(
        team=team, staff_member=both, starts_at=RECEIVED, reason="Stands in"
    )
    client = client_for(body)
    client.force_login(people["governance"])
    assert "they have it either way" in preview(client, Role.SIGNATORY, ["figures.view:*"])


def test_the_preview_says_how_many_people_it_does_not_list(
    case: Case, body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    for number in range(MOST_PEOPLE + 1):
        make_person(body, f"signatory-{number:03d}", body.teams.get(key="signatories"))
    client = client_for(body)
    client.force_login(people["governance"])
    assert "And 2 more people have this role." in preview(
        client, Role.SIGNATORY, ["case.view:received"]
    )


def test_the_preview_counts_each_person_who_stands_apart_by_themselves(
    make_case: Callable[..., Case], body: Body, people: dict[str, Any]
) -> None:
    cases = [make_case(state="closed", closed_at=RECEIVED) for _ in range(3)]
    team = body.teams.get(key="signatories")
    for name in ("alike", "walled", "let-in"):
        people[name] = make_person(body, name, team)
    wall(cases[0], people["walled"], people["governance"])
    grant(cases[0], Role.VIEWER, user=people["let-in"])
    row = {**DEFAULT.rows[Role.SIGNATORY], Action.VIEW_CASE: ANY}
    (effect,) = effects_of(
        [Action.VIEW_CASE],
        Role.SIGNATORY,
        body=body,
        viewer=people["governance"],
        before=DEFAULT,
        after=DEFAULT.with_row(Role.SIGNATORY, row),
    )
    gains = {one.name.split(",")[0]: one.gains for one in effect.people}
    assert gains == {"Signatory": 3, "Alike": 3, "Walled": 2, "Let-In": 2}


def test_the_preview_asks_as_often_for_many_people_as_for_few(
    make_case: Callable[..., Case],
    body: Body,
    people: dict[str, Any],
    client_for: Callable[..., Client],
) -> None:
    make_case(state="closed", closed_at=RECEIVED)
    client = client_for(body)
    client.force_login(people["governance"])

    def counts() -> int:
        with CaptureQueriesContext(connection) as asked:
            preview(client, Role.SIGNATORY, ["case.view:closed"])
        return sum("COUNT(*)" in query["sql"] for query in asked)

    few = counts()
    for number in range(20):
        make_person(body, f"signatory-{number:03d}", body.teams.get(key="signatories"))
    assert counts() == few


def test_boxes_that_lock_governance_out_come_back_with_words(
    body: Body, people: dict[str, Any], client_for: Callable[..., Client]
) -> None:
    client = client_for(body)
    client.force_login(people["governance"])
    page = reverse("staff_workspace:matrix_role", args=["signatory"])
    given = {"cell": ["case.grade:*", "case.view:sign_off"], "step": "preview"}
    assert "not without “See the case”" in client.post(page, given).content.decode()
    same = [f"{a.value}:{s}" for a, states in DEFAULT.rows[Role.SIGNATORY].items() for s in states]
    assert "Nothing is changed" in client.post(page, {"cell": same}).content.decode()
    assert client.get(reverse("staff_workspace:matrix_role", args=["king"])).status_code == 404
    assert client.get(reverse("staff_workspace:matrix_version", args=[9])).status_code == 404
    client.force_login(people["officer"])
    for address in (page, reverse("staff_workspace:matrix")):
        assert client.get(address).status_code == 404


def test_what_no_body_may_change_stays_whatever_is_ticked() -> None:
    row = row_from(["teams.manage:*", "case.grade:new", "nonsense"], Role.HANDLER, HANDLER)
    assert Action.MANAGE_TEAMS not in row
    assert row[Action.ENTER_WORKSPACE] == ANY
    assert Action.GRADE not in row


def test_states_are_said_in_words() -> None:
    assert states_words([]) == "–"
    assert states_words(["*"]) == "Always"
    assert states_words(["*"], on_cases=False) == "Yes"
    assert states_words(["sign_off"]) == "“Waiting for signature”"
    assert states_words(["responded", "closed", "signed"]).startswith("From “Signed")
    assert states_words(["received", "closed"]) == "“New” or “Closed”"
