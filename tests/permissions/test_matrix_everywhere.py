"""``may`` and ``visible_to``, each by itself, against the matrix in every combination."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page, Site

from permissions import gate
from permissions.models import Body, MatrixVersion
from permissions.pages import Order, page_of
from permissions.rules.actions import Action
from permissions.rules.body_matrix import Matrix
from permissions.rules.matrix import MATRIX, Role
from staff_workspace.models import Case, Issue
from staff_workspace.policy.lifecycle import STATES
from tests.permissions.access_relations import Relation, relations
from tests.workspace_people import RECEIVED, staffed

# Asking one by one for every action and state takes a minute: that is for `make prove`.
ALL = bool(os.environ.get("CANDOUR_PROVE"))
CASE_ACTIONS = [action for action in Action if action.on_cases]
# One for each pattern of states and roles; where the condition is the same, only its form differs.
PATTERNS = [Action.VIEW_CASE, Action.GRADE, Action.SIGN_RESPONSE, Action.MANAGE_ACCESS]
# States in which somebody gains or loses something.
TELLING = {"received", "investigating", "sign_off", "closed"}
PASS_A_RESTRICTION = {"governance", "named", "guardian"}


@pytest.fixture
def other_body(db: None) -> Body:
    """A second body on the same install."""
    home = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other-home"))
    site = Site.objects.create(hostname="other.localhost", root_page=home, site_name="Other")
    body = Body.objects.create(
        key="other", name="Other Body", short_name="Other", site=site, profile_key="millbrook"
    )
    staffed(body)
    return body


@pytest.fixture
def cases(make_case: Callable[..., Case]) -> list[Case]:
    """A case in every state, and each again, restricted."""
    return [
        make_case(state=state, restricted=restricted)
        for state in STATES
        for restricted in (False, True)
    ]


def expected(rows: Any, relation: Relation, case: Case, action: Action) -> bool:
    """What the matrix says, read as a table and in no other way."""
    roles = set(relation.worth)
    if case.restricted and "named" not in roles:
        roles &= PASS_A_RESTRICTION
    states = [rows[Role(role)].get(action, frozenset()) for role in roles]
    return any("*" in named or case.state in named for named in states)


def disagreements(
    rows: Any,
    relation: Relation,
    cases: list[Case],
    answer: Callable[[Action], set[int]],
    actions: list[Action] = CASE_ACTIONS,
) -> list[Any]:
    """Where the answer is another one than the table's."""
    wrong = []
    for action in actions:
        said = answer(action)
        for case in cases:
            if (case.pk in said) != expected(rows, relation, case, action):
                wrong.append((relation.name, action.value, case.state, case.restricted))
    return wrong


def by_may(user: Any, cases: list[Case]) -> Callable[[Action], set[int]]:
    """Ask about one case after the other."""
    return lambda action: {case.pk for case in cases if gate.may(user, action, case)}


def by_list(user: Any) -> Callable[[Action], set[int]]:
    """Ask for the list."""
    return lambda action: set(
        gate.visible_to(user, Case.objects.all(), action).values_list("pk", flat=True)
    )


def by_parts(user: Any) -> Callable[[Action], set[int]]:
    """Ask for the list way by way."""
    return lambda action: {
        pk
        for part in gate.visible_in_parts(user, Case.objects.all(), action)
        for pk in part.values_list("pk", flat=True)
    }


def by_order(user: Any) -> Callable[[Action], set[int]]:
    """Ask for the pages of the list, in an order that grants carry."""
    return lambda action: {
        case.pk
        for case in page_of(
            user, Case.objects.all(), action, order=Order("reference"), size=1000
        ).rows
    }


def by_children(user: Any) -> Callable[[Action], set[int]]:
    """Ask for what hangs from the cases."""
    return lambda action: set(
        gate.visible_to(user, Issue.objects.all(), action).values_list("case_id", flat=True)
    )


def by_actions_open(user: Any, cases: list[Case]) -> Callable[[Action], set[int]]:
    """Ask for everything that is open to somebody on a case."""
    opened = {case.pk: gate.actions_open_to(user, case) for case in cases}
    return lambda action: {pk for pk, actions in opened.items() if action in actions}


def test_lists_agree_with_the_matrix_in_every_combination(
    cases: list[Case], people: dict[str, Any], other_body: Body
) -> None:
    wrong = []
    for relation in relations(cases, people, other_body):
        wrong += disagreements(MATRIX, relation, cases, by_list(relation.user))
        for way in (by_parts, by_order, by_children):
            wrong += disagreements(MATRIX, relation, cases, way(relation.user), PATTERNS)
    assert wrong == []


@pytest.mark.parametrize("way", [by_may, by_actions_open])
def test_one_case_agrees_with_the_matrix_in_every_combination(
    way: Any, cases: list[Case], people: dict[str, Any], other_body: Body
) -> None:
    wrong = []
    if way is by_may and not ALL:
        cases = [case for case in cases if case.state in TELLING]
    for relation in relations(cases, people, other_body):
        actions = PATTERNS if way is by_may and not ALL else CASE_ACTIONS
        wrong += disagreements(MATRIX, relation, cases, way(relation.user, cases), actions)
    assert wrong == []


def test_a_version_of_the_body_counts_instead_in_lists_and_for_one_case(
    cases: list[Case], people: dict[str, Any], other_body: Body
) -> None:
    handler = {
        Action.ENTER_WORKSPACE: frozenset("*"),
        Action.VIEW_CASE: frozenset({"received", "investigating"}),
        Action.GRADE: frozenset({"received"}),
    }
    matrix = Matrix(MATRIX).with_row(Role.HANDLER, handler)
    body = cases[0].body
    body.matrix = MatrixVersion.objects.create(
        body=body, number=1, data=matrix.to_dict(), made_by_name="Test", made_at=RECEIVED
    )
    body.save()
    officer = Relation("handler", people["officer"], ("handler",))
    assert disagreements(matrix.rows, officer, cases, by_list(officer.user)) == []
    assert disagreements(matrix.rows, officer, cases, by_may(officer.user, cases)) == []
    assert not gate.may(officer.user, Action.VIEW_FIGURES, body)
    foreign = people["officer"].__class__.objects.get(username="other.officer")
    assert gate.may(foreign, Action.VIEW_FIGURES, other_body), "another body keeps its own"
