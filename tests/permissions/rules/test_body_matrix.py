"""The matrix of a body: what it may say, and what becomes of an old version."""

import pytest

from permissions.rules.actions import Action
from permissions.rules.body_matrix import DEFAULT, Matrix, MatrixError, from_dict, stored
from permissions.rules.matrix import ANY, Role
from permissions.rules.matrix_checks import GOVERNANCE_KEEPS, is_fixed, problems
from permissions.rules.words import ROLE_HINTS, ROLES, action_words, role_words
from staff_workspace.policy.lifecycle import STATES


def changed(role: Role, action: Action, *states: str) -> Matrix:
    """The default with one cell changed."""
    return DEFAULT.with_row(role, {**DEFAULT.rows[role], action: frozenset(states)})


def refused(matrix: Matrix) -> str:
    """What is wrong with it, in one text."""
    return " ".join(problems(matrix, STATES))


def test_the_matrix_as_shipped_is_allowed() -> None:
    assert problems(DEFAULT, STATES) == []


def test_a_matrix_survives_being_stored() -> None:
    for matrix in (DEFAULT, changed(Role.HANDLER, Action.GRADE, "received")):
        again = stored(matrix.to_dict())
        assert again.to_dict() == matrix.to_dict()
        assert again.allows(Role.HANDLER, Action.GRADE, "received")


@pytest.mark.parametrize("action", GOVERNANCE_KEEPS)
def test_governance_cannot_be_locked_out(action: Action) -> None:
    matrix = changed(Role.GOVERNANCE, action)
    assert "must stay" in refused(matrix)
    assert is_fixed(Role.GOVERNANCE, action)


def test_governance_sees_every_case_in_every_state() -> None:
    assert "must stay" in refused(changed(Role.GOVERNANCE, Action.VIEW_CASE, "received"))


def test_a_state_that_nobody_knows_is_refused() -> None:
    assert "no state “lost”" in refused(changed(Role.HANDLER, Action.GRADE, "lost"))


def test_a_body_has_no_states() -> None:
    matrix = changed(Role.HANDLER, Action.VIEW_FIGURES, "received")
    assert "no state “received”" in refused(matrix)


@pytest.mark.parametrize(
    ("role", "action", "words"),
    [
        (Role.HANDLER, Action.MANAGE_TEAMS, "for Governance alone"),
        (Role.HANDLER, Action.BREAK_GLASS, "for Caldicott Guardian"),
        (Role.VIEWER, Action.SHARE_CASE, "let in to one case"),
        (Role.HANDLER, Action.SEE_AUDIT, "manages access too"),
        (Role.SIGNATORY, Action.MANAGE_ACCESS, "can share too"),
    ],
)
def test_some_things_are_in_the_wrong_hands(role: Role, action: Action, words: str) -> None:
    assert words in refused(changed(role, action, "*"))


def test_access_is_managed_only_where_the_case_can_be_shared() -> None:
    matrix = changed(Role.HANDLER, Action.SHARE_CASE, "received")
    row = {**matrix.rows[Role.HANDLER], Action.MANAGE_ACCESS: frozenset({"received"})}
    assert refused(matrix.with_row(Role.HANDLER, row)) == ""
    row[Action.MANAGE_ACCESS] = frozenset({"received", "closed"})
    assert "can share too" in refused(matrix.with_row(Role.HANDLER, row))


def test_everybody_with_a_role_comes_in() -> None:
    assert "must stay" in refused(changed(Role.VIEWER, Action.ENTER_WORKSPACE))
    assert is_fixed(Role.VIEWER, Action.ENTER_WORKSPACE)
    assert not is_fixed(Role.HANDLER, Action.GRADE)


def test_nobody_acts_on_what_they_cannot_see() -> None:
    assert "not without “See the case”" in refused(changed(Role.SIGNATORY, Action.GRADE, "*"))


def test_an_unknown_role_or_action_is_refused() -> None:
    for rows in ({"king": {}}, {"handler": {"case.burn": ["*"]}}):
        with pytest.raises(MatrixError):
            from_dict({"rows": rows})


def test_an_action_that_came_later_is_as_shipped_in_an_old_version() -> None:
    old = changed(Role.HANDLER, Action.GRADE).to_dict()
    old["actions"] = [a for a in old["actions"] if a != Action.NOTE]
    for row in old["rows"].values():
        row.pop(Action.NOTE, None)
    old["rows"]["scribe"] = {"case.view": ["*"]}
    old["rows"]["handler"]["case.carve"] = ["*"]
    del old["rows"]["guardian"]
    matrix = stored(old)
    assert matrix.states_in_which(Role.HANDLER, Action.NOTE) == ANY
    assert not matrix.states_in_which(Role.HANDLER, Action.GRADE), "what the body decided stays"
    assert matrix.rows[Role.GUARDIAN] == DEFAULT.rows[Role.GUARDIAN]


def test_roles_and_actions_have_words() -> None:
    assert {role_words(role) for role in Role} == set(ROLES.values())
    assert set(ROLE_HINTS) == set(Role)
    assert all(action_words(action)[0].isupper() for action in Action)
    assert action_words(Action.GRADE) == "Grade"
